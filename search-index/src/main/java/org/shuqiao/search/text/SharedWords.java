package org.shuqiao.search.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The words two texts have in common, for a person to read: equal without regard to case and accents, or forms of one
 * word as far as a common beginning of {@value #STEM} letters with at most {@value #ENDING} different ones after it tells.
 * In scripts without blanks, the longest runs both have. Short words in lower case say nothing and are left out.
 */
public final class SharedWords {
    private static final int STEM = 5;
    private static final int ENDING = 3;
    private static final int SHORT = 3;
    private static final int MOST_LETTERS = 5_000;

    private final Set<String> words = new HashSet<>();
    private final Map<String, List<String>> byStem = new HashMap<>();
    private final Set<String> pairs = new HashSet<>();
    private final String whole;

    /** @param texts the subject's, with which others are compared */
    public SharedWords(Collection<String> texts) {
        this.whole = folded(bounded(String.join("\n", texts)));
        scan(whole, new Scan() {
            @Override
            public void word(int from, int to) {
                String word = whole.substring(from, to);
                if (words.add(word) && word.length() >= STEM) {
                    byStem.computeIfAbsent(word.substring(0, STEM), s -> new ArrayList<>())
                            .add(word);
                }
            }

            @Override
            public void run(int from, int to) {
                for (int i = from; i + 2 <= to; i++) {
                    pairs.add(whole.substring(i, i + 2));
                }
            }
        });
    }

    /** What {@code texts} share with the subject, each once as it stands there first, in their order. */
    public List<String> with(Collection<String> texts) {
        String text = Normalizer.normalize(bounded(String.join("\n", texts)), Normalizer.Form.NFC);
        String plain = folded(text);
        // where folding changed the length, positions do not fit and the folded form is shown
        String shown = plain.length() == text.length() ? text : plain;
        Map<String, String> found = new LinkedHashMap<>();
        scan(plain, new Scan() {
            @Override
            public void word(int from, int to) {
                String word = plain.substring(from, to);
                String asWritten = shown.substring(from, to);
                String subjects = says(word, asWritten) ? sameWord(word) : null;
                if (subjects != null) {
                    found.putIfAbsent(subjects, asWritten);
                }
            }

            @Override
            public void run(int from, int to) {
                int at = from;
                while (at + 2 <= to) {
                    int end = longest(plain, at, to);
                    if (end - at >= least(plain.charAt(at))) {
                        found.putIfAbsent(plain.substring(at, end), shown.substring(at, end));
                        at = end;
                    } else {
                        at++;
                    }
                }
            }
        });
        return List.copyOf(found.values());
    }

    private int longest(String text, int from, int to) {
        if (!pairs.contains(text.substring(from, from + 2))) {
            return from;
        }
        int end = from + 2;
        while (end < to
                && pairs.contains(text.substring(end - 1, end + 1))
                && whole.contains(text.substring(from, end + 1))) {
            end++;
        }
        return end;
    }

    /** The subject's word of which {@code word} is a form; null when there is none. */
    private @Nullable String sameWord(String word) {
        if (word.length() < STEM) {
            return words.contains(word) ? word : null;
        }
        for (String other : byStem.getOrDefault(word.substring(0, STEM), List.of())) {
            int common = STEM;
            while (common < Math.min(word.length(), other.length()) && word.charAt(common) == other.charAt(common)) {
                common++;
            }
            if (word.length() - common <= ENDING && other.length() - common <= ENDING) {
                return other;
            }
        }
        return null;
    }

    /** Longer than {@value #SHORT} letters, or an abbreviation or a number: something written in capitals or digits. */
    private static boolean says(String word, String asWritten) {
        return word.length() > SHORT
                || word.length() > 1 && !asWritten.equals(asWritten.toLowerCase(Locale.ROOT))
                || word.length() > 1 && word.codePoints().anyMatch(Character::isDigit);
    }

    private static int least(char first) {
        return Character.isIdeographic(first) ? 2 : 4;
    }

    private interface Scan {
        /** A word of a script with blanks. */
        void word(int from, int to);

        /** A run of characters of a script without. */
        void run(int from, int to);
    }

    private static void scan(String text, Scan scan) {
        int at = 0;
        while (at < text.length()) {
            if (!Character.isLetterOrDigit(text.charAt(at))) {
                at++;
                continue;
            }
            boolean unspaced = isUnspaced(text.charAt(at));
            int end = at;
            while (end < text.length() && isPart(text.charAt(end)) && isUnspaced(text.charAt(end)) == unspaced) {
                end++;
            }
            if (unspaced) {
                scan.run(at, Math.max(end, at + 1));
            } else {
                scan.word(at, Math.max(end, at + 1));
            }
            at = Math.max(end, at + 1);
        }
    }

    private static boolean isPart(char character) {
        return Character.isLetterOrDigit(character)
                || Character.getType(character) == Character.NON_SPACING_MARK
                || Character.getType(character) == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isUnspaced(char character) {
        return QueryWords.isUnspaced(character);
    }

    private static String bounded(String text) {
        return text.length() <= MOST_LETTERS ? text : text.substring(0, MOST_LETTERS);
    }

    /** Lower case without the accents of Latin, Greek and Cyrillic letters; {@code ё} is {@code е}. */
    private static String folded(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        StringBuilder folded = new StringBuilder(composed.length());
        for (int i = 0; i < composed.length(); i++) {
            char character = composed.charAt(i);
            folded.append(
                    character < 0x80 || character > 0x1EFF || character > 0x52F && character < 0x1E00
                            ? character
                            : Normalizer.normalize(String.valueOf(character), Normalizer.Form.NFD)
                                    .charAt(0));
        }
        return folded.toString();
    }
}
