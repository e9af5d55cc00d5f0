package org.shuqiao.thesaurus;

import java.text.Normalizer;
import java.util.Locale;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/**
 * Labels and what is typed as they are compared: lower case, letters without accents and points, words with one blank
 * between. Thai, where marks are vowels and tones, keeps them.
 */
public final class Folding {
    /** Latin letters that fold to more than one: at most this many. */
    private static final int LONGEST = 4;

    private Folding() {}

    public static String of(String text) {
        String parts = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD);
        StringBuilder folded = new StringBuilder(parts.length());
        boolean blank = false;
        for (int at = 0; at < parts.length(); at += Character.charCount(parts.codePointAt(at))) {
            int character = parts.codePointAt(at);
            if (isAccent(character)) {
                continue;
            }
            if (!Character.isLetterOrDigit(character) && !isMark(character)) {
                blank = !folded.isEmpty();
                continue;
            }
            if (blank) {
                folded.append(' ');
                blank = false;
            }
            append(character, folded);
        }
        return folded.toString();
    }

    private static void append(int character, StringBuilder folded) {
        switch (character) {
            case 'ة' -> folded.append('ه');
            case 'ى' -> folded.append('ي');
            default -> {
                if (character < 0x80 || character > 0xFFFF) {
                    folded.appendCodePoint(character);
                } else {
                    char[] ascii = new char[LONGEST];
                    int length = ASCIIFoldingFilter.foldToASCII(new char[] {(char) character}, 0, ascii, 0, 1);
                    folded.append(ascii, 0, length);
                }
            }
        }
    }

    /** The accents of Latin, Greek and Cyrillic letters, the points of Arabic ones, and the stroke that lengthens them. */
    private static boolean isAccent(int character) {
        return character >= 0x300 && character <= 0x36F
                || character >= 0x64B && character <= 0x65F
                || character == 0x670
                || character == 0x640;
    }

    private static boolean isMark(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> true;
            default -> false;
        };
    }
}
