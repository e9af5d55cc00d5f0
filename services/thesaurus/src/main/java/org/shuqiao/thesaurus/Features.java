package org.shuqiao.thesaurus;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a text of a language is compared by when meaning is looked for rather than labels: words without endings; pairs of
 * neighbouring letters where words are not divided (Chinese, Japanese, Korean, Thai); Vietnamese syllables and pairs of
 * them; the parts of compounds besides the compounds.
 */
final class Features {
    /** Languages that write compounds as one word. */
    private static final Set<String> COMPOUNDING = Set.of("de", "nl", "sv", "da", "no", "fi", "hu", "et");

    /** Japanese's mark of a long vowel, which Unicode counts to no script. */
    private static final int LONG_VOWEL = 0x30FC;

    /** Thai; all before it divide words. */
    private static final int FIRST_UNDIVIDED = 0xE00;

    private static final int SHORTEST_COMPOUND = 8;
    private static final int SHORTEST_PART = 4;

    private final String language;
    private final Words words;
    private final Set<String> known = new HashSet<>();

    private final boolean otherScript;

    private Features(String language) {
        this(language, Words.in(language), false);
    }

    private Features(String language, Words words, boolean otherScript) {
        this.language = language;
        this.words = words;
        this.otherScript = otherScript;
    }

    /**
     * Those of {@code language}.
     *
     * @param labels in that language; of their words compounds are made
     */
    static Features in(String language, Iterable<Label> labels) {
        Features features = new Features(language);
        if (COMPOUNDING.contains(language)) {
            for (Label label : labels) {
                for (Word word : features.words.ofLabel(label.text())) {
                    if (word.form().length() >= SHORTEST_PART) {
                        features.known.add(word.form());
                    }
                }
            }
        }
        return features;
    }

    /** The same, of texts of another script than the language's. */
    Features inOtherScript() {
        Features same = new Features(language, words, true);
        same.known.addAll(known);
        return same;
    }

    /** Is told of a feature and where in the text the words begin and end that it is made of. */
    interface Found {
        void feature(String feature, int from, int to);
    }

    /** The features of {@code text} in their order, each as often as it is there. */
    List<String> of(String text) {
        return all(wordsOf(text));
    }

    /** The features of a label. */
    List<String> ofLabel(String label) {
        return all(words.ofLabel(label));
    }

    /** The features of {@code text} in their order, each as often as it is there, with their places. */
    void find(String text, Found found) {
        find(wordsOf(text), found);
    }

    private List<Word> wordsOf(String text) {
        return otherScript ? words.inOtherScript(text) : words.of(text);
    }

    private List<String> all(List<Word> parts) {
        List<String> features = new ArrayList<>(parts.size() * 2);
        find(parts, (feature, from, to) -> features.add(feature));
        return features;
    }

    private void find(List<Word> parts, Found found) {
        for (int i = 0; i < parts.size(); i++) {
            Word word = parts.get(i);
            Word next = i + 1 < parts.size() ? parts.get(i + 1) : null;
            if (isUndivided(word.form())) {
                findLetters(found, word, next, i > 0 ? parts.get(i - 1) : null);
                continue;
            }
            found.feature(word.form(), word.from(), word.to());
            if (language.equals("vi") && next != null && next.from() == word.to() + 1) {
                found.feature(word.form() + " " + next.form(), word.from(), next.to());
            }
            findParts(found, word);
        }
    }

    /** A letter with the next one; alone only where it has no neighbour. Korean comes in words of letters. */
    private static void findLetters(Found found, Word word, @Nullable Word next, @Nullable Word before) {
        String form = word.form();
        if (Character.UnicodeScript.of(form.codePointAt(0)) == Character.UnicodeScript.HANGUL) {
            if (form.length() == 1) {
                found.feature(form, word.from(), word.to());
            }
            for (int at = 0; at + 1 < form.length(); at++) {
                found.feature(form.substring(at, at + 2), word.from(), word.to());
            }
            return;
        }
        if (next != null && next.from() == word.to() && isUndivided(next.form())) {
            found.feature(form + next.form(), word.from(), next.to());
        } else if (before == null || before.to() != word.from() || !isUndivided(before.form())) {
            found.feature(form, word.from(), word.to());
        }
    }

    private static boolean isUndivided(String form) {
        int first = form.codePointAt(0);
        if (first < FIRST_UNDIVIDED) {
            return false;
        }
        if (first == LONG_VOWEL) {
            return true;
        }
        return switch (Character.UnicodeScript.of(first)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, THAI -> true;
            default -> false;
        };
    }

    /** The words of labels a compound is made of, from the left, the longest first. */
    private void findParts(Found found, Word compound) {
        String word = compound.form();
        if (known.isEmpty() || word.length() < SHORTEST_COMPOUND) {
            return;
        }
        int from = 0;
        while (from + SHORTEST_PART <= word.length()) {
            int to = word.length();
            while (to - from >= SHORTEST_PART
                    && (to - from == word.length() || !known.contains(word.substring(from, to)))) {
                to--;
            }
            if (to - from >= SHORTEST_PART) {
                found.feature(word.substring(from, to), compound.from(), compound.to());
                from = to;
            } else {
                from++;
            }
        }
    }
}
