package org.shuqiao.thesaurus;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shuqiao.contracts.thesaurus.ConceptAddition;
import org.shuqiao.contracts.thesaurus.ConceptMapping;

/** Makes additions to concepts by id. */
final class Extension {
    private Extension() {}

    /** Makes {@code addition} as far as it is new and speaks of what is there. */
    static void of(Map<String, Concept> concepts, ConceptAddition addition) {
        Concept there = concepts.get(addition.concept());
        List<String> related = addition.related().stream()
                .filter(id -> concepts.containsKey(id) && !id.equals(addition.concept()))
                .toList();
        if (there != null) {
            Concept more = more(there, related, labels(addition));
            concepts.put(there.id(), without(more, deniedWords(addition)));
        } else if (addition.kind() == ConceptAddition.Kind.concept) {
            List<String> broader =
                    addition.broader().stream().filter(concepts::containsKey).toList();
            Concept above = broader.isEmpty() ? null : concepts.get(broader.getFirst());
            if (above != null) {
                concepts.put(
                        addition.concept(),
                        new Concept(
                                addition.concept(),
                                above.branch(),
                                broader,
                                related,
                                mappings(addition),
                                labels(addition)));
            }
        }
    }

    /** The labels of the languages known here. */
    static Map<String, List<Label>> labels(ConceptAddition addition) {
        Map<String, List<Label>> labels = new LinkedHashMap<>();
        addition.labels().forEach((language, texts) -> {
            if (Thesaurus.LANGUAGES.contains(language.value())) {
                labels.put(language.value(), texts.stream().map(Label::parse).toList());
            }
        });
        return labels;
    }

    /** The denied words of the languages known here. */
    static Map<String, List<String>> deniedWords(ConceptAddition addition) {
        Map<String, List<String>> denied = new LinkedHashMap<>();
        addition.deniedWords().forEach((language, words) -> {
            if (Thesaurus.LANGUAGES.contains(language.value())) {
                denied.put(language.value(), words);
            }
        });
        return denied;
    }

    static List<Mapping> mappings(ConceptAddition addition) {
        return addition.mappings().stream()
                .map(mapping ->
                        new Mapping(mapping.match() == ConceptMapping.Match.exact, mapping.scheme(), mapping.code()))
                .toList();
    }

    private static Concept more(Concept there, List<String> related, Map<String, List<Label>> added) {
        Map<String, List<Label>> labels = new LinkedHashMap<>(there.labels());
        added.forEach((language, more) -> {
            List<Label> all = new ArrayList<>(labels.getOrDefault(language, List.of()));
            Set<String> known = new HashSet<>();
            all.forEach(label -> known.add(label.folded()));
            more.stream().filter(label -> known.add(label.folded())).forEach(all::add);
            labels.put(language, List.copyOf(all));
        });
        Set<String> allRelated = new LinkedHashSet<>(there.related());
        allRelated.addAll(related);
        return new Concept(
                there.id(),
                there.branch(),
                there.broader(),
                List.copyOf(allRelated),
                there.mappings(),
                there.definitions(),
                labels,
                stillDenied(there, added));
    }

    /** What is a label now was denied before. */
    private static Map<String, List<String>> stillDenied(Concept there, Map<String, List<Label>> added) {
        Map<String, List<String>> denied = new LinkedHashMap<>();
        there.denied().forEach((language, words) -> {
            Set<String> named = added.getOrDefault(language, List.of()).stream()
                    .map(label -> Naming.form(language, label.text()))
                    .collect(Collectors.toSet());
            List<String> still = words.stream()
                    .filter(word -> !named.contains(Naming.form(language, word)))
                    .toList();
            if (!still.isEmpty()) {
                denied.put(language, still);
            }
        });
        return denied;
    }

    /** Takes away the labels that are denied, all but the preferred one. */
    private static Concept without(Concept concept, Map<String, List<String>> words) {
        if (words.isEmpty()) {
            return concept;
        }
        Map<String, List<Label>> labels = new LinkedHashMap<>(concept.labels());
        Map<String, List<String>> denied = new LinkedHashMap<>(concept.denied());
        words.forEach((language, some) -> some.forEach(word -> {
            String form = Naming.form(language, word);
            List<Label> all = labels.getOrDefault(language, List.of());
            if (form.isEmpty() || !all.isEmpty() && isNamed(language, all.getFirst(), form)) {
                return;
            }
            if (!all.isEmpty()) {
                labels.put(
                        language,
                        all.stream()
                                .filter(label -> !isNamed(language, label, form))
                                .toList());
            }
            List<String> before = denied.getOrDefault(language, List.of());
            if (before.stream().noneMatch(other -> Naming.form(language, other).equals(form))) {
                denied.put(
                        language,
                        Stream.concat(before.stream(), Stream.of(word)).toList());
            }
        }));
        return new Concept(
                concept.id(),
                concept.branch(),
                concept.broader(),
                concept.related(),
                concept.mappings(),
                concept.definitions(),
                labels,
                denied);
    }

    private static boolean isNamed(String language, Label label, String form) {
        return Naming.form(language, label.text()).equals(form);
    }
}
