package org.shuqiao.thesaurus;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
            concepts.put(there.id(), more(there, related, labels(addition)));
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
                labels);
    }
}
