package org.shuqiao.understanding.standard;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shuqiao.understanding.need.Need;
import org.shuqiao.understanding.word.Forms;
import org.shuqiao.understanding.word.LanguageFile;
import org.shuqiao.understanding.word.Phrases;
import org.shuqiao.understanding.word.Phrases.Match;
import org.shuqiao.understanding.word.Token;
import org.shuqiao.understanding.word.Tokens;

/** Finds standards by their names, or by the body and the number: {@code GB/T 22239-2019}. */
public final class Standards {
    /** How a level may be written. */
    private static final Map<Integer, List<String>> LEVELS = Map.of(
            1, List.of("1", "I", "一"),
            2, List.of("2", "II", "二"),
            3, List.of("3", "III", "三"),
            4, List.of("4", "IV", "四"),
            5, List.of("5", "V", "五"));

    private static final List<String> ROMAN = List.of("", "I", "II", "III", "IV", "V");

    private static final String LEVEL = "{n}";
    private static final String ROMAN_LEVEL = "{r}";
    /** These after ISO are the speed of a film. */
    private static final Set<String> FILM_SPEEDS = Set.of("100", "200", "400", "800", "1600", "3200", "6400");

    private static final int FIRST_YEAR = 1950;
    private static final int LAST_YEAR = 2099;

    /** Up to this length a name in capitals is easily another word. */
    private static final int SHORT = 5;

    private static final String SENTENCE_ENDS = "!?。;";

    /** What is said of a standard stands within as many words of it; a letter of a script without blanks is half a word. */
    private static final int REACH = 12;

    private final Phrases<Written> names;
    private final Phrases<Written> bodies;
    private final Phrases<Boolean> said;

    /** For texts in the language of {@code file}. */
    public Standards(LanguageFile file) {
        Forms forms = file.forms();
        said = new Phrases<>(forms);
        file.words("standards.held").forEach(phrase -> said.add(phrase, true));
        file.words("standards.advised").forEach(phrase -> said.add(phrase, false));
        names = new Phrases<>(forms);
        bodies = new Phrases<>(forms);
        StandardsFile known = StandardsFile.builtIn();
        known.bodies().forEach((body, written) -> written.forEach(one -> bodies.add(one, new Written(body, one))));
        known.names()
                .forEach((name, written) -> written.forEach(one -> {
                    if (one.contains(LEVEL)) {
                        LEVELS.forEach((level, forms1) -> forms1.forEach(form -> {
                            String phrase = one.replace(LEVEL, form);
                            names.add(
                                    phrase,
                                    new Written(
                                            name.replace(LEVEL, level.toString())
                                                    .replace(ROMAN_LEVEL, ROMAN.get(level)),
                                            phrase));
                        }));
                    } else {
                        names.add(one, new Written(name, one));
                    }
                }));
    }

    /** @param phrase as the file writes it */
    private record Written(String name, String phrase) {
        /** Whether it must be written with capitals, as an abbreviation. */
        boolean isAbbreviation() {
            return phrase.length() <= SHORT && phrase.equals(phrase.toUpperCase(Locale.ROOT));
        }
    }

    /** The standards in the text, whose tokens are added to {@code taken}. */
    public List<StandardMention> of(Tokens tokens, Need[] needs, BitSet taken) {
        List<StandardMention> found = new ArrayList<>();
        int at = 0;
        while (at < tokens.size()) {
            Found one = numbered(tokens, at);
            if (one == null) {
                one = named(tokens, at);
            }
            if (one == null) {
                at++;
                continue;
            }
            found.add(new StandardMention(
                    tokens.at(at).from(),
                    tokens.at(one.to() - 1).to(),
                    one.name(),
                    one.edition(),
                    needs[at],
                    needs[at] != Need.EXCLUDED && isHeld(tokens, at, one.to())));
            taken.set(at, one.to());
            at = one.to();
        }
        return found;
    }

    private boolean isHeld(Tokens tokens, int from, int to) {
        int begin = from;
        for (int reach = 2 * REACH; begin > 0 && reach > 0 && !endsSentence(tokens, begin - 1); begin--) {
            reach -= weight(tokens.at(begin - 1));
        }
        int end = to;
        for (int reach = 2 * REACH; end < tokens.size() && reach > 0 && !endsSentence(tokens, end); end++) {
            reach -= weight(tokens.at(end));
        }
        boolean held = false;
        int at = begin;
        while (at < end) {
            Match<Boolean> match = said.longest(tokens, at);
            if (match != null && !match.meaning()) {
                return false;
            }
            held |= match != null;
            at = match == null ? at + 1 : match.to();
        }
        return held;
    }

    private static int weight(Token token) {
        return token.kind() == Token.Kind.LETTER ? 1 : token.isWord() ? 2 : 0;
    }

    private static boolean endsSentence(Tokens tokens, int at) {
        return tokens.at(at).isEnd()
                || tokens.at(at).isOneOf(SENTENCE_ENDS)
                || (tokens.is(at, '.') && !tokens.isFlush(at + 1));
    }

    private record Found(String name, int to, @Nullable Integer edition) {}

    private @Nullable Found named(Tokens tokens, int at) {
        Match<Written> match = isWithin(tokens, at) ? null : names.longest(tokens, at);
        if (match == null || goesOn(tokens, match.to())) {
            return null;
        }
        Written written = match.meaning();
        if (written.isAbbreviation() && !isInCapitals(tokens, match.from(), match.to())) {
            return null;
        }
        int to = version(tokens, match.to());
        Integer edition = edition(tokens, to);
        return new Found(written.name(), edition == null ? to : to + 2, edition);
    }

    /** After the version of a standard: {@code PCI DSS v4.0.1}, {@code WCAG 2.1}. */
    private static int version(Tokens tokens, int at) {
        int digits = tokens.has(at) && tokens.at(at).form().equals("v") ? at + 1 : at;
        if (!tokens.has(digits)
                || !tokens.at(digits).isDigits()
                || (digits == at && !tokens.at(at).apart())) {
            return at;
        }
        int end = digits + 1;
        while (tokens.is(end, '.')
                && tokens.isFlush(end)
                && tokens.isFlush(end + 1)
                && tokens.at(end + 1).isDigits()) {
            end += 2;
        }
        return digits > at || end > digits + 1 ? end : at;
    }

    private @Nullable Found numbered(Tokens tokens, int at) {
        Match<Written> body = isWithin(tokens, at) ? null : bodies.longest(tokens, at);
        if (body == null) {
            return null;
        }
        Written written = body.meaning();
        boolean small = !isInCapitals(tokens, body.from(), body.to());
        boolean shortOne = written.phrase().length() <= 3;
        boolean iso = written.name().startsWith("ISO");
        if (!iso && ((small && (tokens.tellsCapitals() || shortOne)) || (shortOne && tokens.isInCapitals()))) {
            return null; // French “une 300 m²” is no Spanish standard
        }
        int digits = tokens.is(body.to(), '-') ? body.to() + 1 : body.to();
        if (!tokens.has(digits)
                || !tokens.at(digits).isDigits()
                || tokens.at(digits).isEnd()) {
            return null;
        }
        StringBuilder number = new StringBuilder(tokens.at(digits).form());
        int to = digits + 1;
        if (written.name().equals("EN") && number.length() == 3 && isThreeDigits(tokens, to)) {
            number.append(' ').append(tokens.at(to).form()); // ETSI's are written so: EN 301 549
            to++;
        }
        Integer edition = edition(tokens, to);
        while (edition == null
                && tokens.has(to + 1)
                && tokens.at(to).isOneOf(".-")
                && tokens.isFlush(to)
                && tokens.isFlush(to + 1)
                && tokens.at(to + 1).isDigits()) {
            number.append(tokens.at(to).form()).append(tokens.at(to + 1).form());
            to += 2;
            edition = edition(tokens, to);
        }
        int length = number.length();
        boolean year = written.name().equals("EN") && length == 4 && isYear(number.toString());
        if (length < (written.phrase().length() <= 3 ? 3 : 2)
                || year
                || length > 12
                || (iso && FILM_SPEEDS.contains(number.toString()))) {
            return null;
        }
        return new Found(written.name() + " " + number, edition == null ? to : to + 2, edition);
    }

    /** The year of an edition after a colon or a dash. */
    private static @Nullable Integer edition(Tokens tokens, int at) {
        boolean sign = tokens.has(at + 1)
                && tokens.at(at).isOneOf(":-")
                && tokens.at(at + 1).isDigits();
        return sign
                        && isYear(tokens.at(at + 1).form())
                        && (tokens.is(at, ':') || !tokens.at(at + 1).apart())
                ? Integer.valueOf(tokens.at(at + 1).form())
                : null;
    }

    private static boolean isYear(String digits) {
        int year = digits.length() == 4 ? Integer.parseInt(digits) : 0;
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }

    private static boolean isThreeDigits(Tokens tokens, int at) {
        return tokens.has(at)
                && tokens.at(at).isDigits()
                && tokens.at(at).form().length() == 3;
    }

    /** Whether the token goes on a word or an abbreviation: the {@code EN} of {@code DIN-EN} may, that of {@code 3EN} not. */
    private static boolean isWithin(Tokens tokens, int at) {
        return tokens.isFlush(at)
                && ((tokens.at(at - 1).isDigits() && isLetters(tokens.at(at)))
                        || tokens.at(at - 1).isOneOf("_@"));
    }

    private static boolean isLetters(Token token) {
        return token.kind() == Token.Kind.WORD || token.isDigits();
    }

    /** Whether the word that ends before {@code at} goes on there with digits or letters: {@code C5a}. */
    private static boolean goesOn(Tokens tokens, int at) {
        return tokens.isFlush(at)
                && isLetters(tokens.at(at))
                && tokens.at(at - 1).kind() != Token.Kind.LETTER;
    }

    /** Whether the words are in capitals, in a text where that tells something or that has none at all. */
    private static boolean isInCapitals(Tokens tokens, int from, int to) {
        for (int i = from; i < to; i++) {
            Token token = tokens.at(i);
            if (token.kind() == Token.Kind.WORD && !token.allCapital()) {
                return false;
            }
        }
        return true;
    }
}
