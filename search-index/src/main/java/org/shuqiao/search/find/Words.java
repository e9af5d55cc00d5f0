package org.shuqiao.search.find;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.shuqiao.contracts.value.InvalidValue;

/**
 * What a person typed: words, {@code "phrases"}, and either with a {@code -} before it to leave out what has it. Nothing
 * else has a meaning, so no input is an error or an attack. {@code *} alone, or nothing, is everything.
 */
record Words(String query, List<Term> terms) {
    static final int LONGEST = 500;
    static final int MOST = 32;

    /**
     * A word or a phrase of several.
     *
     * @param unwanted to be left out
     * @param from where the text begins in the query
     */
    record Term(String text, boolean phrase, boolean unwanted, int from) {}

    /** @throws InvalidValue on {@code q} when it is too long */
    static Words of(String query) {
        if (query.length() > LONGEST) {
            throw new InvalidValue("q", "at most " + LONGEST + " characters", query.length() + " characters");
        }
        List<Term> terms = new ArrayList<>();
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
            int from = phrase ? start + 1 : start;
            String text = query.substring(from, end);
            if (hasWord(text)) {
                int blanks = text.length() - text.stripLeading().length();
                terms.add(new Term(text.strip(), phrase, minus, from + blanks));
            }
            at = phrase ? end + 1 : end;
        }
        if (terms.size() > MOST) {
            throw new InvalidValue("q", "at most " + MOST + " words", terms.size() + " words");
        }
        return new Words(query, List.copyOf(terms));
    }

    List<Term> wanted() {
        return terms.stream().filter(term -> !term.unwanted()).toList();
    }

    List<Term> unwanted() {
        return terms.stream().filter(Term::unwanted).toList();
    }

    /** Whether nothing is asked for by words. */
    boolean isEverything() {
        return terms.isEmpty();
    }

    /** The words wanted, for telling their language. */
    String text() {
        return String.join(" ", wanted().stream().map(Term::text).toList());
    }

    /** The words wanted that may be found by what they mean: not those of a phrase, which stands for itself and parts them. */
    String free() {
        StringBuilder free = new StringBuilder();
        for (Term term : terms) {
            free.append(term.phrase() || term.unwanted() ? "\n" : term.text() + " ");
        }
        return free.toString();
    }

    /** The query with other words in the places of some terms. */
    Words replaced(Map<Term, String> others) {
        StringBuilder replaced = new StringBuilder();
        int at = 0;
        for (Term term : terms) {
            String other = others.get(term);
            if (other != null) {
                replaced.append(query, at, term.from()).append(other);
                at = term.from() + term.text().length();
            }
        }
        return of(replaced.append(query, at, query.length()).toString());
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
