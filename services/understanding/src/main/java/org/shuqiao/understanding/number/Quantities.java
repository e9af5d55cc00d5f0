package org.shuqiao.understanding.number;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuqiao.understanding.word.LanguageFile;
import org.shuqiao.understanding.word.Phrases;
import org.shuqiao.understanding.word.Phrases.Match;
import org.shuqiao.understanding.word.Token;
import org.shuqiao.understanding.word.Tokens;

/** Finds numbers with a unit that matters in the trade; of time {@code time.Periods} does. */
public final class Quantities {
    private static final String PERCENT = "percent";
    private static final int LONGEST_PERCENT = 6;

    private final Phrases<String> units;
    private final Phrases<BigDecimal> magnitudes;

    /** By the words of a language and those of all. */
    public Quantities(LanguageFile own, LanguageFile universal) {
        units = new Phrases<>(own.forms());
        universal.section("units").forEach((unit, words) -> words.forEach(word -> units.add(word, unit)));
        own.section("units").forEach((unit, words) -> words.forEach(word -> units.addInflected(word, unit)));
        magnitudes = Amounts.magnitudes(own.forms(), own, universal, false);
    }

    /** The quantities in the text; tokens in {@code taken} belong to something else, those of the quantities are added. */
    public List<Quantity> of(Tokens tokens, @Nullable FoundNumber[] numbers, Bounds bounds, BitSet taken) {
        List<Quantity> quantities = new ArrayList<>();
        for (Measuring.Measure<String> measure : new Reading(tokens, numbers, bounds.of(tokens), taken).all()) {
            quantities.add(new Quantity(
                    tokens.at(measure.from()).from(),
                    tokens.at(measure.to() - 1).to(),
                    measure.min(),
                    measure.max(),
                    measure.unit()));
        }
        return quantities;
    }

    private final class Reading extends Measuring<String> {
        Reading(Tokens tokens, @Nullable FoundNumber[] numbers, Bounds.Found bounds, BitSet taken) {
            super(tokens, numbers, bounds, magnitudes, taken);
        }

        @Override
        protected @Nullable Unit<String> before(FoundNumber number) {
            int at = number.from() - 1;
            if (at < 0 || number.inWords() || (tokens.is(at, '%') && !isSignBefore(at))) {
                return null;
            }
            for (int from = at;
                    from >= 0 && from > at - LONGEST_PERCENT && !tokens.at(from).isEnd();
                    from--) {
                Match<String> match = units.longest(tokens, from);
                if (match != null
                        && match.to() == number.from()
                        && match.meaning().equals(PERCENT)) {
                    return new Unit<>(from, PERCENT);
                }
            }
            return null;
        }

        /** {@code %20} in Turkish; in {@code 5% 20} the sign belongs to the number before it. */
        private boolean isSignBefore(int at) {
            return tokens.isFlush(at + 1) && !(at > 0 && tokens.at(at - 1).isDigits());
        }

        @Override
        protected @Nullable Unit<String> after(FoundNumber number, int at, boolean hasMagnitude) {
            if (number.inWords() && number.value().compareTo(BigDecimal.ONE) == 0) {
                return null; // “a user” is no quantity
            }
            int next = tokens.is(at, '-') && tokens.isFlush(at) ? at + 1 : at;
            Match<String> match = tokens.has(next) ? units.longest(tokens, next) : null;
            if (match == null && isDescription(next)) {
                match = units.longest(tokens, next + 1);
                match = match != null && tokens.at(match.from()).kind() == Token.Kind.WORD ? match : null;
            }
            return match == null || taken.get(match.from()) || isAbbreviatedOtherwise(match)
                    ? null
                    : new Unit<>(match.to(), match.meaning());
        }

        @Override
        protected @Nullable String both(String left, String right) {
            return left.equals(right) ? left : null;
        }

        /** Whether a single word stands at {@code at} and another after it: “500 active users”. */
        private boolean isDescription(int at) {
            return tokens.has(at + 1)
                    && tokens.at(at).kind() == Token.Kind.WORD
                    && !tokens.isFlush(at)
                    && !tokens.at(at).capital()
                    && tokens.at(at).form().length() > 3
                    && tokens.at(at + 1).kind() == Token.Kind.WORD;
        }

        /** {@code Gb} and {@code MB} are capitals; {@code mb} in a text with capitals is something else. */
        private boolean isAbbreviatedOtherwise(Match<String> match) {
            Token token = tokens.at(match.from());
            return token.form().length() <= 2
                    && token.kind() == Token.Kind.WORD
                    && !token.capital()
                    && tokens.tellsCapitals()
                    && match.meaning().endsWith("byte")
                    && !tokens.isFlush(match.from());
        }
    }
}
