package org.shuqiao.search.concept;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.shuqiao.thesaurus.Concept;
import org.shuqiao.thesaurus.Folding;
import org.shuqiao.thesaurus.LabelLookup;
import org.shuqiao.thesaurus.Thesaurus;

/**
 * What concepts are called, and which are called somehow. All that is kept is made from the one thesaurus it is built
 * from, each language when first needed.
 */
public class Vocabulary {
    private static final String ENGLISH = "en";
    private static final List<String> IN_LATIN = List.of(ENGLISH, "fr", "es", "pt", "de", "id", "vi", "tr");
    private static final Map<UnicodeScript, List<String>> LANGUAGES = Map.of(
            UnicodeScript.HAN, List.of("zh"),
            UnicodeScript.LATIN, IN_LATIN,
            UnicodeScript.CYRILLIC, List.of("ru", "kk"),
            UnicodeScript.ARABIC, List.of("ar"),
            UnicodeScript.THAI, List.of("th"));

    private final Thesaurus thesaurus;
    private final LabelLookup lookup;
    private final Map<String, LabelWords> words = new ConcurrentHashMap<>();

    Vocabulary(Thesaurus thesaurus) {
        this.thesaurus = thesaurus;
        lookup = new LabelLookup(thesaurus);
    }

    /** How many concepts there are. */
    public int size() {
        return thesaurus.concepts().size();
    }

    public boolean has(String concept) {
        return thesaurus.concept(concept).isPresent();
    }

    /** The label preferred in {@code language}, else the English one; the id of a concept that is unknown. */
    public String label(String concept, String language) {
        return thesaurus
                .concept(concept)
                .map(known -> known.preferred(language).toString())
                .orElse(concept);
    }

    /** The next broader concepts. */
    public List<String> broader(String concept) {
        return thesaurus.concept(concept).map(Concept::broader).orElse(List.of());
    }

    /**
     * The languages there are labels in that are written in the scripts of {@code text}: the script of most letters first,
     * but Latin last, in which names and abbreviations stand beside all others.
     */
    public static List<String> languagesWrittenLike(String text) {
        Map<UnicodeScript, Integer> letters = new EnumMap<>(UnicodeScript.class);
        text.codePoints()
                .filter(Character::isLetter)
                .forEach(letter -> letters.merge(UnicodeScript.of(letter), 1, Integer::sum));
        return letters.entrySet().stream()
                .sorted(Comparator.comparing(
                                (Map.Entry<UnicodeScript, Integer> script) -> script.getKey() == UnicodeScript.LATIN)
                        .thenComparing(Map.Entry.<UnicodeScript, Integer>comparingByValue()
                                .reversed())
                        .thenComparing(Map.Entry.comparingByKey()))
                .flatMap(script -> LANGUAGES.getOrDefault(script.getKey(), List.of()).stream())
                .toList();
    }

    /**
     * Concepts with a label of which {@code typed} is the beginning, or that of a word in it, by {@link LabelLookup}: each
     * once, those of the first language first.
     */
    public List<NamedConcept> beginning(String typed, List<String> languages, int most) {
        List<NamedConcept> named = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String language : languages) {
            if (named.size() == most) {
                break;
            }
            lookup.beginning(typed, language).stream()
                    .filter(found -> seen.add(found.concept()))
                    .limit(most - named.size())
                    .forEach(found -> named.add(
                            new NamedConcept(found.concept(), found.label().toString(), language)));
        }
        return named;
    }

    /** Whether {@code word} stands in a label. */
    public boolean isWord(String word, List<String> languages) {
        String folded = Folding.of(word);
        return known(languages).stream().anyMatch(language -> words(language).has(folded));
    }

    /** Words of labels that {@code word} may be a wrong spelling of, the nearest first, then those of the first language. */
    public List<NearWord> near(String word, List<String> languages) {
        String folded = Folding.of(word);
        Map<String, NearWord> near = new HashMap<>();
        List<NearWord> ordered = new ArrayList<>();
        for (String language : known(languages)) {
            for (NearWord other : words(language).near(folded)) {
                if (near.putIfAbsent(other.word(), other) == null) {
                    ordered.add(other);
                }
            }
        }
        ordered.sort(Comparator.comparingInt(NearWord::edits));
        return ordered;
    }

    /** For each language there are labels in, not for whatever is asked for. */
    private static List<String> known(List<String> languages) {
        return languages.stream().filter(Thesaurus.LANGUAGES::contains).toList();
    }

    private LabelWords words(String language) {
        return words.computeIfAbsent(language, l -> new LabelWords(thesaurus.concepts(), l));
    }
}
