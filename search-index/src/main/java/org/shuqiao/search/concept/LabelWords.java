package org.shuqiao.search.concept;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.lucene.util.automaton.CharacterRunAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.shuqiao.thesaurus.Concept;
import org.shuqiao.thesaurus.Folding;
import org.shuqiao.thesaurus.Label;

/** The words of the labels of one language, to tell which of them somebody may have meant to type. */
final class LabelWords {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");
    private static final int SHORTEST = 4;
    /** From this length on a word is still itself with two letters wrong. */
    private static final int LONG = 7;

    /** Folded to as written. */
    private final Map<String, String> words = new LinkedHashMap<>();

    LabelWords(Collection<Concept> concepts, String language) {
        for (Concept concept : concepts) {
            for (Label label : concept.labels().getOrDefault(language, List.of())) {
                WORD.matcher(label.text()).results().forEach(found -> {
                    String word = found.group();
                    String folded = Folding.of(word);
                    if (folded.length() >= SHORTEST) {
                        words.putIfAbsent(folded, word.toLowerCase(Locale.ROOT));
                    }
                });
            }
        }
    }

    boolean has(String folded) {
        return words.containsKey(folded);
    }

    /** Words that differ from {@code folded} by one letter, two where it is long, a swap being one; the nearest first. */
    List<NearWord> near(String folded) {
        List<NearWord> near = new ArrayList<>();
        if (folded.length() < SHORTEST) {
            return near;
        }
        LevenshteinAutomata automata = new LevenshteinAutomata(folded, true);
        for (int edits = 1; edits <= (folded.length() < LONG ? 1 : 2); edits++) {
            CharacterRunAutomaton automaton = new CharacterRunAutomaton(automata.toAutomaton(edits));
            for (Map.Entry<String, String> word : words.entrySet()) {
                boolean known = near.stream().anyMatch(other -> other.word().equals(word.getValue()));
                if (!known
                        && Math.abs(word.getKey().length() - folded.length()) <= edits
                        && automaton.run(word.getKey())) {
                    near.add(new NearWord(word.getValue(), edits));
                }
            }
        }
        return near;
    }
}
