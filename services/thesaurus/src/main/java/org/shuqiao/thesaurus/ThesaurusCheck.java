package org.shuqiao.thesaurus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.thesaurus.ConceptAddition;
import org.shuqiao.contracts.value.LanguageTag;

/** What is wrong with a thesaurus, for the build and for those who extend it. */
public final class ThesaurusCheck {
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Map<String, Pattern> CODES = Map.of(
            "cpv", Pattern.compile("\\d{8}"),
            "cpc", Pattern.compile("\\d{3,5}"),
            "ebops", Pattern.compile("\\d{1,2}(\\.\\d{1,2})*"),
            "unspsc", Pattern.compile("\\d{8}"));
    private static final int SHORTEST_LABEL = 2;
    private static final int LONGEST_LABEL = 80;

    /** How long a label may be, in words. */
    public static final String LABEL_LENGTH = SHORTEST_LABEL + " to " + LONGEST_LABEL + " characters";

    private final Thesaurus thesaurus;
    private final List<Flaw> flaws = new ArrayList<>();
    private final Map<String, Map<String, Concept>> labels = new HashMap<>();
    private final Map<String, Words> words = new HashMap<>();

    private ThesaurusCheck(Thesaurus thesaurus) {
        this.thesaurus = thesaurus;
    }

    /** Each flaw of a thesaurus; none when it is sound. */
    public static List<Flaw> flaws(Thesaurus thesaurus) {
        ThesaurusCheck check = new ThesaurusCheck(thesaurus);
        check.tops();
        thesaurus.concepts().forEach(concept -> check.concept(concept, Map.of()));
        return check.flaws;
    }

    /**
     * Each flaw that {@code thesaurus} would have by {@code addition}, named by its field there; none when it may be made.
     * Flaws that are there without it do not count.
     */
    public static List<Flaw> flaws(Thesaurus thesaurus, ConceptAddition addition) {
        Concept there = thesaurus.concept(addition.concept()).orElse(null);
        boolean isNew = addition.kind() == ConceptAddition.Kind.concept;
        if (isNew == (there != null)) {
            String expected = isNew ? "an id that no concept has" : "the id of a concept";
            String branch = there == null ? "" : there.branch();
            return List.of(new Flaw(branch, addition.concept(), "concept", expected, addition.concept()));
        }
        Concept changed = there == null ? whole(thesaurus, addition) : extended(there, addition);
        List<Concept> all = new ArrayList<>(thesaurus.concepts());
        all.remove(there);
        all.add(changed);
        ThesaurusCheck check = new ThesaurusCheck(Thesaurus.of(all));
        check.languages(changed, "labels", addition.labels().keySet());
        check.languages(changed, "denied", addition.deniedWords().keySet());
        if (there != null) {
            check.denied(there, addition);
        }
        if (changed.broader().isEmpty() && there == null) {
            check.flaw(changed, "broader", "the id of a concept it hangs below", null);
        }
        thesaurus.concepts().stream().filter(concept -> !concept.equals(there)).forEach(check::remember);
        check.concept(changed, counts(there));
        return List.copyOf(check.flaws);
    }

    /** How many concepts have a label in each language. */
    public static Map<String, Long> coverage(Thesaurus thesaurus) {
        Map<String, Long> coverage = new LinkedHashMap<>();
        for (String language : Thesaurus.LANGUAGES) {
            coverage.put(
                    language,
                    thesaurus.concepts().stream()
                            .filter(concept -> concept.labels().containsKey(language))
                            .count());
        }
        return coverage;
    }

    /** Whether {@code text} is neither too short nor too long for a label. */
    public static boolean hasLengthOfLabel(String text) {
        return text.length() >= SHORTEST_LABEL && text.length() <= LONGEST_LABEL;
    }

    private static Concept whole(Thesaurus thesaurus, ConceptAddition addition) {
        String branch = addition.broader().stream()
                .flatMap(id -> thesaurus.concept(id).stream())
                .map(Concept::branch)
                .findFirst()
                .orElse("");
        return new Concept(
                addition.concept(),
                branch,
                addition.broader(),
                addition.related(),
                Extension.mappings(addition),
                Extension.labels(addition));
    }

    /** With all the addition says, be it there already. */
    private static Concept extended(Concept there, ConceptAddition addition) {
        Map<String, List<Label>> labels = new LinkedHashMap<>(there.labels());
        Extension.labels(addition).forEach((language, more) -> {
            List<Label> all = new ArrayList<>(labels.getOrDefault(language, List.of()));
            all.addAll(more);
            labels.put(language, all);
        });
        List<String> related = new ArrayList<>(there.related());
        related.addAll(addition.related());
        return new Concept(
                there.id(), there.branch(), there.broader(), related, there.mappings(), there.definitions(), labels);
    }

    /** How many entries each list of a concept has before an addition to it. */
    private static Map<String, Integer> counts(@Nullable Concept there) {
        Map<String, Integer> counts = new HashMap<>();
        if (there != null) {
            counts.put("broader", there.broader().size());
            counts.put("related", there.related().size());
            counts.put("mappings", there.mappings().size());
            there.labels().forEach((language, all) -> counts.put("labels." + language, all.size()));
        }
        return counts;
    }

    private void languages(Concept concept, String list, Set<LanguageTag> languages) {
        for (LanguageTag language : languages) {
            if (!Thesaurus.LANGUAGES.contains(language.value())) {
                String expected = "a language of the thesaurus: " + String.join(", ", Thesaurus.LANGUAGES);
                flaw(concept, list + "." + language, expected, language.value());
            }
        }
    }

    /** Only what names a concept can be denied, and its preferred label stays. */
    private void denied(Concept there, ConceptAddition addition) {
        Extension.deniedWords(addition).forEach((language, words) -> {
            for (int i = 0; i < words.size(); i++) {
                String field = "denied." + language + "[" + i + "]";
                switch (Naming.of(there, language, words.get(i))) {
                    case PREFERRED -> flaw(there, field, "words other than the preferred label", words.get(i));
                    case NONE -> flaw(there, field, "words that mean the concept so far", words.get(i));
                    case ALTERNATIVE -> {}
                }
            }
        });
    }

    /** A branch has one top, its first concept; all others hang below some top, since none is without a broader one. */
    private void tops() {
        Set<String> begun = new HashSet<>();
        for (Concept concept : thesaurus.concepts()) {
            boolean first = begun.add(concept.branch());
            if (first && !concept.broader().isEmpty()) {
                String expected = "nothing broader than the first of a branch, its top";
                flaw(concept, "broader", expected, concept.broader().getFirst());
            } else if (!first && concept.broader().isEmpty()) {
                flaw(concept, "broader", "the id of a concept it hangs below, since it is not the first", null);
            }
        }
    }

    /** @param before how many entries of each list are known to be right, and not counted in the names of fields */
    private void concept(Concept concept, Map<String, Integer> before) {
        if (!ID.matcher(concept.id()).matches()) {
            flaw(concept, "concept", "an id of lower-case letters and digits with hyphens between", concept.id());
        }
        for (String language : List.of("en", "zh")) {
            if (!concept.labels().containsKey(language)) {
                flaw(concept, "labels." + language, "a label in " + language, null);
            }
        }
        broader(concept, before.getOrDefault("broader", 0));
        related(concept, before.getOrDefault("related", 0));
        mappings(concept, before.getOrDefault("mappings", 0));
        for (String language : Thesaurus.LANGUAGES) {
            labels(concept, language, before.getOrDefault("labels." + language, 0));
        }
    }

    private void broader(Concept concept, int from) {
        for (int i = from; i < concept.broader().size(); i++) {
            String broader = concept.broader().get(i);
            String field = "broader[" + (i - from) + "]";
            if (thesaurus.concept(broader).isEmpty()) {
                flaw(concept, field, "the id of a concept", broader);
            } else if (concept.broader().indexOf(broader) < i) {
                flaw(concept, field, "each concept once", broader);
            } else if (broader.equals(concept.id())
                    || thesaurus.broader(broader).containsKey(concept.id())) {
                flaw(concept, field, "no way round: it would be broader than itself", broader);
            }
        }
    }

    private void related(Concept concept, int from) {
        Map<String, Integer> above = thesaurus.broader(concept.id());
        for (int i = from; i < concept.related().size(); i++) {
            String related = concept.related().get(i);
            String field = "related[" + (i - from) + "]";
            if (thesaurus.concept(related).isEmpty()) {
                flaw(concept, field, "the id of a concept", related);
            } else if (concept.related().indexOf(related) < i) {
                flaw(concept, field, "a concept that is not related already", related);
            } else if (related.equals(concept.id())
                    || above.containsKey(related)
                    || thesaurus.broader(related).containsKey(concept.id())) {
                flaw(concept, field, "a concept that is neither itself nor broader or narrower", related);
            }
        }
    }

    private void mappings(Concept concept, int from) {
        for (int i = from; i < concept.mappings().size(); i++) {
            Mapping mapping = concept.mappings().get(i);
            Pattern code = CODES.get(mapping.scheme());
            String field = "mappings[" + (i - from) + "]";
            if (code == null) {
                flaw(concept, field + ".scheme", "cpv, cpc, ebops or unspsc", mapping.scheme());
            } else if (!code.matcher(mapping.code()).matches()) {
                String expected = "a code of " + mapping.scheme() + ", like " + code.pattern();
                flaw(concept, field + ".code", expected, mapping.code());
            }
        }
    }

    private void labels(Concept concept, String language, int from) {
        List<Label> all = concept.labels().getOrDefault(language, List.of());
        Map<String, Concept> seen = labels.computeIfAbsent(language, tag -> new HashMap<>());
        for (int i = 0; i < all.size(); i++) {
            Label label = all.get(i);
            Concept other = seen.put(label.folded(), concept);
            if (i < from) {
                continue;
            }
            String field = "labels." + language + "[" + (i - from) + "]";
            if (!hasLengthOfLabel(label.text())) {
                flaw(concept, field, LABEL_LENGTH, label.toString());
            }
            if (words.computeIfAbsent(language, Words::in).ofLabel(label.text()).isEmpty()) {
                flaw(concept, field, "a word that can be looked for", label.toString());
            }
            if (other != null) {
                String expected = "a label that stands once, else with a qualifier; it stands at " + other.branch()
                        + ": " + other.id();
                flaw(concept, field, expected, label.toString());
            }
        }
    }

    private void remember(Concept concept) {
        concept.labels()
                .forEach((language, all) -> all.forEach(label ->
                        labels.computeIfAbsent(language, tag -> new HashMap<>()).put(label.folded(), concept)));
    }

    private void flaw(Concept concept, String field, String expected, @Nullable String received) {
        flaws.add(new Flaw(concept.branch(), concept.id(), field, expected, received));
    }
}
