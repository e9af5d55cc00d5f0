package org.shuqiao.thesaurus;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The words of scripts without blanks between them: every letter is one, with the marks it carries; runs of Latin, Greek
 * and Cyrillic letters and of digits are words as they stand.
 */
final class CharacterWords implements Words {
    private static final int IDEOGRAPH_FIRST = 0x4E00;
    private static final int IDEOGRAPH_LAST = 0x9FFF;

    /** The common ideographs as strings, made when first met: they are compared again and again. */
    private static final @Nullable String[] IDEOGRAPHS = new String[IDEOGRAPH_LAST - IDEOGRAPH_FIRST + 1];

    private static final int WIDE_FIRST = 0xFF01;
    private static final int WIDE_LAST = 0xFF5E;
    private static final int WIDE_OFFSET = 0xFEE0;

    @Override
    public List<Word> of(String text) {
        List<Word> words = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int character = narrow(text.codePointAt(at));
            int end = at + Character.charCount(text.codePointAt(at));
            if (Character.isLetterOrDigit(character)) {
                boolean spaced = isSpaced(character);
                while (end < text.length() && belongs(narrow(text.codePointAt(end)), spaced)) {
                    end += Character.charCount(text.codePointAt(end));
                }
                words.add(new Word(form(text, at, end), at, end));
            }
            at = end;
        }
        return words;
    }

    private static boolean belongs(int character, boolean spaced) {
        return isMark(character) || spaced && Character.isLetterOrDigit(character) && isSpaced(character);
    }

    private static boolean isMark(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> true;
            default -> false;
        };
    }

    private static boolean isSpaced(int character) {
        if (isIdeograph(character)) {
            return false;
        }
        return switch (Character.UnicodeScript.of(character)) {
            case LATIN, GREEK, CYRILLIC, ARABIC, HEBREW, HANGUL -> true;
            case COMMON -> Character.isDigit(character);
            default -> false;
        };
    }

    private static boolean isIdeograph(int character) {
        return character >= IDEOGRAPH_FIRST && character <= IDEOGRAPH_LAST;
    }

    private static String form(String text, int from, int to) {
        if (to == from + 1 && isIdeograph(text.charAt(from))) {
            return ideograph(text.charAt(from));
        }
        StringBuilder form = new StringBuilder(to - from);
        for (int at = from; at < to; at += Character.charCount(text.codePointAt(at))) {
            form.appendCodePoint(narrow(text.codePointAt(at)));
        }
        return form.toString().toLowerCase(Locale.ROOT);
    }

    private static String ideograph(char character) {
        String known = IDEOGRAPHS[character - IDEOGRAPH_FIRST];
        if (known == null) {
            known = String.valueOf(character);
            IDEOGRAPHS[character - IDEOGRAPH_FIRST] = known;
        }
        return known;
    }

    /** Full-width forms of ASCII as ASCII. */
    private static int narrow(int character) {
        return character >= WIDE_FIRST && character <= WIDE_LAST ? character - WIDE_OFFSET : character;
    }
}
