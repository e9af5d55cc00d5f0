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

    private static final int SHORTEST_COMPOUND = 8;
    private static final int SHORTEST_PART = 4;

    private final String language;
    private final Words words;
    private final Set<String> known = new HashSet<>();

    private Features(String language) {
        this.language = language;
        this.words = Words.in(language);
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

    /** The features of {@code text} in their order, each as often as it is there. */
    List<String> of(String text) {
        return of(words.of(text));
    }

    /** The features of a label. */
    List<String> ofLabel(String label) {
        return of(words.ofLabel(label));
    }

    private List<String> of(List<Word> parts) {
        List<String> features = new ArrayList<>(parts.size() * 2);
        for (int i = 0; i < parts.size(); i++) {
            Word word = parts.get(i);
            Word next = i + 1 < parts.size() ? parts.get(i + 1) : null;
            if (isUndivided(word.form())) {
                addLetters(features, word, next, i > 0 ? parts.get(i - 1) : null);
                continue;
            }
            features.add(word.form());
            if (language.equals("vi") && next != null && next.from() == word.to() + 1) {
                features.add(word.form() + " " + next.form());
            }
            addParts(features, word.form());
        }
        return features;
    }

    /** A letter with the next one; alone only where it has no neighbour. Korean comes in words of letters. */
    private static void addLetters(List<String> features, Word word, @Nullable Word next, @Nullable Word before) {
        String form = word.form();
        if (Character.UnicodeScript.of(form.codePointAt(0)) == Character.UnicodeScript.HANGUL) {
            if (form.length() == 1) {
                features.add(form);
            }
            for (int at = 0; at + 1 < form.length(); at++) {
                features.add(form.substring(at, at + 2));
            }
            return;
        }
        if (next != null && next.from() == word.to() && isUndivided(next.form())) {
            features.add(form + next.form());
        } else if (before == null || before.to() != word.from() || !isUndivided(before.form())) {
            features.add(form);
        }
    }

    private static boolean isUndivided(String form) {
        if (form.codePointAt(0) == LONG_VOWEL) {
            return true;
        }
        return switch (Character.UnicodeScript.of(form.codePointAt(0))) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, THAI -> true;
            default -> false;
        };
    }

    /** The words of labels a compound is made of, from the left, the longest first. */
    private void addParts(List<String> features, String word) {
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
                features.add(word.substring(from, to));
                from = to;
            } else {
                from++;
            }
        }
    }
}
