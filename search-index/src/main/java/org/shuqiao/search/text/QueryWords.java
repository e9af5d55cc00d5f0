package org.shuqiao.search.text;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The words of a long text as a query: each once, because said twice is not wanted twice, and the first {@code most} of
 * them, because a text says at its beginning what it is about. Words are runs of letters, marks and digits; a run of
 * ideographs or of Thai counts its characters, since every one or two of them will be searched as a word.
 *
 * @param text the words, each once, with blanks between
 * @param count how many words or ideographs they are
 */
public record QueryWords(String text, int count) {
    /** The words of several texts in their order. */
    public static QueryWords of(Collection<String> texts, int most) {
        Set<String> seen = new LinkedHashSet<>();
        StringBuilder words = new StringBuilder();
        int count = 0;
        for (String text : texts) {
            int from = 0;
            while (from < text.length() && count < most) {
                int start = from;
                while (start < text.length() && !isWord(text.codePointAt(start))) {
                    start += Character.charCount(text.codePointAt(start));
                }
                int end = start;
                while (end < text.length() && isWord(text.codePointAt(end))) {
                    end += Character.charCount(text.codePointAt(end));
                }
                from = end;
                String word = text.substring(start, end);
                if (!word.isEmpty() && seen.add(word.toLowerCase(Locale.ROOT))) {
                    String fitting = within(word, most - count);
                    words.append(words.isEmpty() ? "" : " ").append(fitting);
                    count += weight(fitting);
                }
            }
        }
        return new QueryWords(words.toString(), count);
    }

    public static QueryWords of(String text, int most) {
        return of(List.of(text), most);
    }

    private static String within(String word, int room) {
        return weight(word) <= room ? word : word.substring(0, word.offsetByCodePoints(0, room));
    }

    private static int weight(String word) {
        return isUnspaced(word.codePointAt(0)) ? word.codePointCount(0, word.length()) : 1;
    }

    private static boolean isWord(int character) {
        return Character.isLetterOrDigit(character)
                || switch (Character.getType(character)) {
                    case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
                    default -> false;
                };
    }

    /** Whether it belongs to a script that is written without blanks between words. */
    public static boolean isUnspaced(int character) {
        return Character.isIdeographic(character)
                || switch (Character.UnicodeScript.of(character)) {
                    case HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
                    default -> false;
                };
    }
}
