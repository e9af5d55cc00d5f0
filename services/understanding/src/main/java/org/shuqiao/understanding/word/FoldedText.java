package org.shuqiao.understanding.word;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * A text in the form in which it is compared, and where each of its characters stands in the original: lower case,
 * composed (NFC), digits of all scripts as ASCII, full-width forms as ASCII, one kind of dash and of apostrophe, Arabic
 * without vowel marks and with one form of alef, yeh and teh marbuta, {@code ё} as {@code е}, all four Turkish i as one.
 * What is not seen (soft hyphens, joiners, direction marks) is not there.
 */
final class FoldedText {
    /** More marks on one letter than this are not composed: no language has them, and ordering them takes long. */
    private static final int MOST_MARKS = 8;

    private static final int WIDE_FIRST = 0xFF01;
    private static final int WIDE_LAST = 0xFF5E;
    private static final int WIDE_OFFSET = 0xFEE0;

    private final String original;
    private char[] characters;
    private int[] from;
    private int[] to;
    private int length;

    private FoldedText(String original) {
        this.original = original;
        characters = new char[original.length() + 8];
        from = new int[original.length() + 8];
        to = new int[original.length() + 8];
    }

    static FoldedText of(String original) {
        FoldedText folded = new FoldedText(original);
        int at = 0;
        while (at < original.length()) {
            at = folded.fold(at);
        }
        return folded;
    }

    String original() {
        return original;
    }

    int length() {
        return length;
    }

    int codePointAt(int at) {
        return Character.codePointAt(characters, at, length);
    }

    String substring(int begin, int end) {
        return new String(characters, begin, end - begin);
    }

    /** Where the character at {@code at} begins in the original. */
    int from(int at) {
        return from[at];
    }

    /** Where the character at {@code at} ends in the original. */
    int to(int at) {
        return to[at];
    }

    /** Folds one letter with its marks; answers where the next begins. */
    private int fold(int begin) {
        int first = original.codePointAt(begin);
        int end = begin + Character.charCount(first);
        if (end < original.length() && original.charAt(end) < 0x300) {
            add(first, begin, end); // most letters carry no marks
            return end;
        }
        int marks = 0;
        while (end < original.length() && marks < MOST_MARKS && isMark(original.codePointAt(end))) {
            end += Character.charCount(original.codePointAt(end));
            marks++;
        }
        if (marks == 0) {
            add(first, begin, end);
        } else {
            String composed = Normalizer.normalize(original.substring(begin, end), Normalizer.Form.NFC);
            for (int i = 0; i < composed.length(); i += Character.charCount(composed.codePointAt(i))) {
                add(composed.codePointAt(i), begin, end);
            }
        }
        return end;
    }

    private void add(int character, int begin, int end) {
        int folded = folded(character);
        if (folded < 0) {
            return;
        }
        if (length + 2 > characters.length) {
            int larger = characters.length * 2;
            characters = Arrays.copyOf(characters, larger);
            from = Arrays.copyOf(from, larger);
            to = Arrays.copyOf(to, larger);
        }
        int count = Character.toChars(folded, characters, length);
        for (int i = 0; i < count; i++) {
            from[length] = begin;
            to[length] = end;
            length++;
        }
    }

    private static boolean isMark(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }

    /** One code point for one, or -1 for what is not seen. */
    private static int folded(int character) {
        if (character < 0x80) {
            return Character.toLowerCase(character);
        }
        if (character >= WIDE_FIRST && character <= WIDE_LAST) {
            return Character.toLowerCase(character - WIDE_OFFSET);
        }
        int digit = Character.digit(character, 10);
        if (digit >= 0) {
            return '0' + digit;
        }
        return switch (character) {
            case 'İ', 'ı' -> 'i';
            case 'ё', 'Ё' -> 'е';
            case 'أ', 'إ', 'آ', 'ٱ' -> 'ا';
            case 'ى', 'ی' -> 'ي';
            case 'ة' -> 'ه';
            case 'ک' -> 'ك';
            case 'ـ' -> -1;
            case '‘', '’', 'ʼ', 'ʹ', '´', '`' -> '\'';
            case '‐', '‑', '‒', '–', '—', '―', '−', '﹣' -> '-';
            case '～', '〜', '∼', '˜' -> '~';
            case '￥' -> '¥';
            case '￡' -> '£';
            case '￦' -> '₩';
            case '،', '﹐' -> ',';
            case '؛' -> ';';
            case '؟' -> '?';
            case '٪', '﹪' -> '%';
            case '∶', '﹕' -> ':';
            case '\u2028', '\u2029', '\u0085' -> '\n';
            default -> unseenOrLower(character);
        };
    }

    private static int unseenOrLower(int character) {
        boolean arabicVowel = (character >= 0x064B && character <= 0x0652) || character == 0x0670;
        if (arabicVowel || Character.getType(character) == Character.FORMAT) {
            return -1;
        }
        return Character.toLowerCase(character);
    }
}
