package org.shuqiao.search.find;

import java.util.ArrayList;
import java.util.List;
import org.shuqiao.contracts.value.InvalidValue;

/**
 * What a person typed: words, {@code "phrases"}, and either with a {@code -} before it to leave out what has it. Nothing
 * else has a meaning, so no input is an error or an attack. {@code *} alone, or nothing, is everything.
 */
record Words(List<Term> wanted, List<Term> unwanted) {
    static final int LONGEST = 500;
    static final int MOST = 32;

    /** A word or a phrase of several. */
    record Term(String text, boolean phrase) {}

    /** @throws InvalidValue on {@code q} when it is too long */
    static Words of(String query) {
        if (query.length() > LONGEST) {
            throw new InvalidValue("q", "at most " + LONGEST + " characters", query.length() + " characters");
        }
        List<Term> wanted = new ArrayList<>();
        List<Term> unwanted = new ArrayList<>();
        int at = 0;
        while (at < query.length()) {
            char c = query.charAt(at);
            if (Character.isWhitespace(c) || c == '\u3000') {
                at++;
                continue;
            }
            boolean minus = c == '-' && at + 1 < query.length() && !Character.isWhitespace(query.charAt(at + 1));
            int start = minus ? at + 1 : at;
            boolean phrase = isQuote(query.charAt(start));
            int end = phrase ? closing(query, start + 1) : blank(query, start);
            String text = query.substring(phrase ? start + 1 : start, end);
            if (hasWord(text)) {
                (minus ? unwanted : wanted).add(new Term(text.strip(), phrase));
            }
            at = phrase ? end + 1 : end;
        }
        if (wanted.size() + unwanted.size() > MOST) {
            throw new InvalidValue("q", "at most " + MOST + " words", wanted.size() + unwanted.size() + " words");
        }
        return new Words(List.copyOf(wanted), List.copyOf(unwanted));
    }

    /** Whether nothing is asked for by words. */
    boolean isEverything() {
        return wanted.isEmpty() && unwanted.isEmpty();
    }

    /** The words wanted, for telling their language. */
    String text() {
        return String.join(" ", wanted.stream().map(Term::text).toList());
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '“' || c == '”' || c == '„' || c == '«' || c == '»' || c == '「' || c == '」';
    }

    private static int closing(String query, int from) {
        int at = from;
        while (at < query.length() && !isQuote(query.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int blank(String query, int from) {
        int at = from;
        while (at < query.length() && !Character.isWhitespace(query.charAt(at)) && query.charAt(at) != '\u3000') {
            at++;
        }
        return at;
    }

    private static boolean hasWord(String text) {
        return text.codePoints().anyMatch(Character::isLetterOrDigit);
    }
}
