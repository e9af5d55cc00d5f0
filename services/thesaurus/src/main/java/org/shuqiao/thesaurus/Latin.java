package org.shuqiao.thesaurus;

/** Words in Latin letters within texts of another script. */
final class Latin {
    /** Below are Latin letters only. */
    private static final int FIRST_OTHER = 0x250;

    private Latin() {}

    /** {@code text} with blanks in the place of letters of other scripts, so that nothing changes its place. */
    static String only(String text) {
        char[] latin = null;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int character = text.codePointAt(at);
            if (isOther(character)) {
                latin = latin == null ? text.toCharArray() : latin;
                for (int i = 0; i < Character.charCount(character); i++) {
                    latin[at + i] = ' ';
                }
            }
        }
        return latin == null ? text : new String(latin);
    }

    /** Whether it is a letter, but no Latin one. */
    static boolean isOther(int character) {
        return character >= FIRST_OTHER
                && Character.isLetter(character)
                && Character.UnicodeScript.of(character) != Character.UnicodeScript.LATIN;
    }
}
