package org.shuqiao.understanding.word;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A text as tokens. Immutable. */
public final class Tokens {
    private static final int LONGEST_ABBREVIATION = 4;
    private static final int IDEOGRAPH_FIRST = 0x4E00;
    private static final int IDEOGRAPH_LAST = 0x9FFF;

    private final List<Token> tokens;
    private final Forms forms;
    private final boolean hasCapitals;
    private final boolean hasSmall;
    private final boolean inCapitals;

    private final @Nullable BitSet wordEdges;

    private Tokens(
            String original,
            List<Token> tokens,
            Forms forms,
            boolean hasCapitals,
            boolean hasSmall,
            boolean longCapitals) {
        this.tokens = tokens;
        this.forms = forms;
        this.hasCapitals = hasCapitals;
        this.hasSmall = hasSmall;
        this.inCapitals = hasCapitals && !hasSmall && longCapitals;
        this.wordEdges = WordEdges.of(original);
    }

    /** The tokens of {@code text}, whose words change as {@code forms} says. */
    public static Tokens of(String text, Forms forms) {
        FoldedText folded = FoldedText.of(text);
        List<Token> tokens = new ArrayList<>(text.length() / 3 + 4);
        boolean capitals = false;
        boolean small = false;
        boolean longCapitals = false;
        boolean apart = true;
        int at = 0;
        while (at < folded.length()) {
            int character = folded.codePointAt(at);
            if (character == '\n' || character == '\r') {
                at = lineEnd(folded, at, tokens);
                apart = true;
            } else if (isBlank(character)) {
                at += Character.charCount(character);
                apart = true;
            } else {
                Token token = token(folded, at, character, forms, apart);
                tokens.add(token);
                capitals |= token.capital();
                longCapitals |= token.allCapital() && token.form().length() > LONGEST_ABBREVIATION;
                small |= token.isWord() && !token.allCapital() && isSmall(token, text);
                at = end(folded, at, character);
                apart = false;
            }
        }
        return new Tokens(text, tokens, forms, capitals, small, longCapitals);
    }

    public int size() {
        return tokens.size();
    }

    public Token at(int index) {
        return tokens.get(index);
    }

    public boolean has(int index) {
        return index >= 0 && index < tokens.size();
    }

    /** Whether the token at {@code index} is there and stands directly after the one before it. */
    public boolean isFlush(int index) {
        return index > 0
                && index < tokens.size()
                && !tokens.get(index).apart()
                && !tokens.get(index - 1).isEnd();
    }

    /**
     * Whether a word can begin at token {@code index}, or end before it: in Thai where the dictionary says so, elsewhere at
     * every token.
     */
    public boolean isWordEdge(int index) {
        return wordEdges == null
                || index >= tokens.size()
                || wordEdges.get(tokens.get(index).from());
    }

    /** Whether {@code sign} stands at {@code index}. */
    public boolean is(int index, char sign) {
        return has(index) && tokens.get(index).is(sign);
    }

    /** Whether capitals tell something: there are some, and not only such. */
    public boolean tellsCapitals() {
        return hasCapitals && hasSmall;
    }

    public boolean hasCapitals() {
        return hasCapitals;
    }

    /** Whether the text has no small letters, and words in capitals that are no abbreviations. */
    public boolean isInCapitals() {
        return inCapitals;
    }

    /** The first token that ends after {@code position} of the text; {@link #size()} when there is none. */
    public int atPosition(int position) {
        int low = 0;
        int high = tokens.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (tokens.get(middle).to() > position) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    Forms forms() {
        return forms;
    }

    private static int lineEnd(FoldedText folded, int begin, List<Token> tokens) {
        int lines = 0;
        int at = begin;
        while (at < folded.length()) {
            int character = folded.codePointAt(at);
            if (character == '\n') {
                lines++;
            } else if (character != '\r' && !isBlank(character)) {
                break;
            }
            at += Character.charCount(character);
        }
        Token.Kind kind = lines > 1 ? Token.Kind.PARAGRAPH : Token.Kind.BREAK;
        tokens.add(new Token(kind, "\n", "\n", folded.from(begin), folded.to(begin), true, false, false));
        return at;
    }

    private static Token token(FoldedText folded, int begin, int character, Forms forms, boolean apart) {
        int end = end(folded, begin, character);
        Token.Kind kind = kind(character);
        int from = folded.from(begin);
        int to = folded.to(end - 1);
        String form = folded.substring(begin, end);
        boolean word = kind == Token.Kind.WORD;
        boolean capital = word && isCapital(folded.original().codePointAt(from));
        boolean allCapital = capital && isAllCapital(folded.original(), from, to);
        return new Token(kind, form, word ? forms.stem(form) : form, from, to, apart, capital, allCapital);
    }

    private static int end(FoldedText folded, int begin, int character) {
        Token.Kind kind = kind(character);
        int end = begin + Character.charCount(character);
        while (end < folded.length()) {
            int next = folded.codePointAt(end);
            boolean goesOn =
                    switch (kind) {
                        case WORD -> isMark(next) || kind(next) == Token.Kind.WORD;
                        case LETTER -> isMark(next);
                        case DIGITS -> kind(next) == Token.Kind.DIGITS;
                        default -> false;
                    };
            if (!goesOn) {
                break;
            }
            end += Character.charCount(next);
        }
        return end;
    }

    private static Token.Kind kind(int character) {
        if (character >= '0' && character <= '9') {
            return Token.Kind.DIGITS;
        }
        if (character < 0x80) {
            return Character.isLetter(character) ? Token.Kind.WORD : Token.Kind.SIGN;
        }
        if (character >= IDEOGRAPH_FIRST && character <= IDEOGRAPH_LAST) {
            return Token.Kind.LETTER;
        }
        if (!Character.isLetter(character) && character != '〇') {
            return Token.Kind.SIGN;
        }
        return switch (UnicodeScript.of(character)) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR, TIBETAN -> Token.Kind.LETTER;
            default -> Token.Kind.WORD;
        };
    }

    private static boolean isMark(int character) {
        return character >= 0x300
                && switch (Character.getType(character)) {
                    case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
                    default -> false;
                };
    }

    private static boolean isBlank(int character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    private static boolean isCapital(int character) {
        return Character.isUpperCase(character) || Character.isTitleCase(character);
    }

    private static boolean isAllCapital(String text, int from, int to) {
        for (int at = from; at < to; at += Character.charCount(text.codePointAt(at))) {
            if (Character.isLowerCase(text.codePointAt(at))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSmall(Token token, String text) {
        for (int at = token.from(); at < token.to(); at += Character.charCount(text.codePointAt(at))) {
            if (Character.isLowerCase(text.codePointAt(at))) {
                return true;
            }
        }
        return false;
    }
}
