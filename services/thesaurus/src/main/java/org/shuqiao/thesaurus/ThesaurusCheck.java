package org.shuqiao.thesaurus;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What is wrong with a thesaurus, for the build and for those who extend it. */
public final class ThesaurusCheck {
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Map<String, Pattern> CODES = Map.of(
            "cpv", Pattern.compile("\\d{8}"),
            "cpc", Pattern.compile("\\d{3,5}"),
            "ebops", Pattern.compile("\\d{1,2}(\\.\\d{1,2})*"),
            "unspsc", Pattern.compile("\\d{8}"));
    private static final int LONGEST_LABEL = 80;

    private final Thesaurus thesaurus;
    private final List<String> problems = new ArrayList<>();

    private ThesaurusCheck(Thesaurus thesaurus) {
        this.thesaurus = thesaurus;
    }

    /** One line for each problem, naming branch and concept; empty when there is none. */
    public static List<String> problems(Thesaurus thesaurus) {
        ThesaurusCheck check = new ThesaurusCheck(thesaurus);
        check.concepts();
        check.tops();
        check.labels();
        return check.problems;
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

    private void concepts() {
        for (Concept concept : thesaurus.concepts()) {
            if (!ID.matcher(concept.id()).matches()) {
                problem(concept, "the id must be of lower-case letters and digits with hyphens between");
            }
            for (String language : List.of("en", "zh")) {
                if (!concept.labels().containsKey(language)) {
                    problem(concept, "no label in " + language);
                }
            }
            hierarchy(concept);
            for (Mapping mapping : concept.mappings()) {
                Pattern code = CODES.get(mapping.scheme());
                if (code == null || !code.matcher(mapping.code()).matches()) {
                    problem(concept, mapping.scheme() + " " + mapping.code() + " is no code of a scheme known here");
                }
            }
        }
    }

    private void hierarchy(Concept concept) {
        Map<String, Integer> above = thesaurus.broader(concept.id());
        for (String broader : concept.broader()) {
            if (thesaurus.concept(broader).isEmpty()) {
                problem(concept, "broader " + broader + " does not exist");
            } else if (broader.equals(concept.id())
                    || thesaurus.broader(broader).containsKey(concept.id())) {
                problem(concept, "is broader than itself by way of " + broader);
            }
        }
        for (String related : concept.related()) {
            if (thesaurus.concept(related).isEmpty()) {
                problem(concept, "related " + related + " does not exist");
            } else if (related.equals(concept.id())
                    || above.containsKey(related)
                    || thesaurus.broader(related).containsKey(concept.id())) {
                problem(concept, "related " + related + " is itself, broader or narrower");
            }
        }
    }

    /** A branch has one top, its first concept; all others hang below some top, since none is without a broader one. */
    private void tops() {
        Set<String> begun = new HashSet<>();
        for (Concept concept : thesaurus.concepts()) {
            boolean first = begun.add(concept.branch());
            if (first && !concept.broader().isEmpty()) {
                problem(concept, "is the first of its branch and so its top, but has a broader concept");
            } else if (!first && concept.broader().isEmpty()) {
                problem(concept, "hangs below no other and is not the first of its branch");
            }
        }
    }

    private void labels() {
        for (String language : Thesaurus.LANGUAGES) {
            Words words = Words.in(language);
            Map<String, Concept> seen = new HashMap<>();
            for (Concept concept : thesaurus.concepts()) {
                for (Label label : concept.labels().getOrDefault(language, List.of())) {
                    String written = language + " label “" + label + "”";
                    if (label.text().length() < 2 || label.text().length() > LONGEST_LABEL) {
                        problem(concept, written + " must have 2 to " + LONGEST_LABEL + " characters");
                    }
                    if (words.ofLabel(label.text()).isEmpty()) {
                        problem(concept, written + " has no word that is looked for");
                    }
                    Concept other = seen.put(folded(label), concept);
                    if (other != null) {
                        problem(concept, written + " also stands at " + other.branch() + ": " + other.id());
                    }
                }
            }
        }
    }

    private static String folded(Label label) {
        return Normalizer.normalize(label.toString(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    private void problem(Concept concept, String what) {
        problems.add(concept.branch() + ": " + concept.id() + ": " + what);
    }
}
