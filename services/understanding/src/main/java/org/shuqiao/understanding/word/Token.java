package org.shuqiao.understanding.word;

/**
 * A word, a run of digits, a sign, a line's end; of scripts without blanks each letter.
 *
 * @param form folded
 * @param stem the form without endings, where the language has such
 * @param from where it begins in the text, in UTF-16 units; {@code to} is after its last
 * @param apart whether white space stands before it, or nothing
 * @param capital whether it begins with a capital letter
 * @param allCapital whether it has capital letters and no others
 */
public record Token(
        Kind kind, String form, String stem, int from, int to, boolean apart, boolean capital, boolean allCapital) {
    /** What a token is made of. */
    public enum Kind {
        /** Letters of a script that has blanks between words. */
        WORD,
        /** One letter, with its marks, of a script without blanks. */
        LETTER,
        DIGITS,
        SIGN,
        /** The end of a line. */
        BREAK,
        /** The end of a line with empty lines after it. */
        PARAGRAPH
    }

    public boolean isWord() {
        return kind == Kind.WORD || kind == Kind.LETTER;
    }

    public boolean isDigits() {
        return kind == Kind.DIGITS;
    }

    /** Whether a line ends here. */
    public boolean isEnd() {
        return kind == Kind.BREAK || kind == Kind.PARAGRAPH;
    }

    public boolean is(char sign) {
        return kind == Kind.SIGN && form.length() == 1 && form.charAt(0) == sign;
    }

    /** Whether it is one of the characters of {@code signs}. */
    public boolean isOneOf(String signs) {
        return kind == Kind.SIGN && form.length() == 1 && signs.indexOf(form.charAt(0)) >= 0;
    }
}
