package org.shuqiao.understanding.number;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuqiao.understanding.word.Forms;
import org.shuqiao.understanding.word.LanguageFile;
import org.shuqiao.understanding.word.Phrases;
import org.shuqiao.understanding.word.Phrases.Match;
import org.shuqiao.understanding.word.Token;
import org.shuqiao.understanding.word.Tokens;

/** Finds amounts of money: a number beside the sign, the code or the name of a currency. */
public final class Amounts {
    private static final BigDecimal LARGE = new BigDecimal(1_000);

    /** What is larger is no price. */
    private static final BigDecimal LIMIT = BigDecimal.TEN.pow(15);

    private final Phrases<Currencies.Name> names;
    private final Phrases<BigDecimal> magnitudes;

    /** By the words of a language and those of all. */
    public Amounts(LanguageFile own, LanguageFile universal) {
        names = Currencies.names(own, universal);
        magnitudes = magnitudes(own.forms(), own, universal, true);
    }

    /** Words like “million”; of money {@code m} and {@code bn}, too. */
    static Phrases<BigDecimal> magnitudes(Forms forms, LanguageFile own, LanguageFile universal, boolean ofMoney) {
        Phrases<BigDecimal> magnitudes = new Phrases<>(forms);
        for (LanguageFile file : List.of(universal, own)) {
            file.section("numbers.magnitudes")
                    .forEach((value, words) -> words.forEach(word -> magnitudes.add(word, new BigDecimal(value))));
            if (ofMoney) {
                file.section("numbers.money-magnitudes")
                        .forEach((value, words) -> words.forEach(word -> magnitudes.add(word, new BigDecimal(value))));
            }
        }
        return magnitudes;
    }

    /**
     * The amounts in the text, each with all currencies its sign can mean; tokens in {@code taken} belong to something
     * else, those of the amounts are added.
     */
    public List<Amount> of(Tokens tokens, @Nullable FoundNumber[] numbers, Bounds bounds, BitSet taken) {
        List<Amount> amounts = new ArrayList<>();
        for (Measuring.Measure<List<String>> measure : new Reading(tokens, numbers, bounds.of(tokens), taken).all()) {
            BigDecimal min = measure.min();
            BigDecimal max = measure.max();
            if (isTooMuch(min) || isTooMuch(max)) {
                continue;
            }
            amounts.add(new Amount(
                    tokens.at(measure.from()).from(),
                    tokens.at(measure.to() - 1).to(),
                    min,
                    max,
                    measure.unit()));
        }
        return amounts;
    }

    private static boolean isTooMuch(@Nullable BigDecimal value) {
        return value != null && value.compareTo(LIMIT) >= 0;
    }

    /**
     * {@code amount} with the one currency that is used in {@code countries}, if there is one.
     *
     * @param countries the first collection by which one currency remains decides
     */
    public static Amount told(Amount amount, List<? extends Collection<String>> countries) {
        if (amount.currencies().size() > 1) {
            for (Collection<String> some : countries) {
                List<String> used = amount.currencies().stream()
                        .filter(code -> some.stream()
                                .anyMatch(country -> Currencies.of(country).contains(code)))
                        .toList();
                if (used.size() == 1) {
                    return new Amount(amount.from(), amount.to(), amount.min(), amount.max(), used);
                }
            }
        }
        return amount;
    }

    private final class Reading extends Measuring<List<String>> {
        private final Phrases.Found<Currencies.Name> found;

        Reading(Tokens tokens, @Nullable FoundNumber[] numbers, Bounds.Found bounds, BitSet taken) {
            super(tokens, numbers, bounds, magnitudes, taken);
            found = names.find(tokens);
        }

        @Override
        protected @Nullable Unit<List<String>> before(FoundNumber number) {
            Match<Currencies.Name> match = found.endingAt(number.from());
            if (match == null || taken.get(match.from())) {
                return null;
            }
            Token word = tokens.at(match.from());
            boolean fits =
                    switch (match.meaning().kind()) {
                        case NONE -> false;
                        case SIGN -> true;
                        case CODE -> word.allCapital() || !tokens.tellsCapitals() || isPlain(number);
                        case WORD_CODE ->
                            word.allCapital() && !tokens.isInCapitals() && isLarge(number) && !isYear(number);
                        case NAME -> word.kind() == Token.Kind.LETTER;
                    };
            return fits && !number.inWords() ? new Unit<>(match.from(), codes(match)) : null;
        }

        @Override
        protected @Nullable Unit<List<String>> after(FoundNumber number, int next, boolean hasMagnitude) {
            Match<Currencies.Name> match = found.beginningAt(next);
            if (match == null
                    || taken.get(match.from())
                    || (number.inWords() && next == number.to() && isOne(number))) {
                return null;
            }
            Token word = tokens.at(match.from());
            boolean fits =
                    switch (match.meaning().kind()) {
                        case NONE -> false;
                        case SIGN -> !isSignOfNext(match, number);
                        case CODE ->
                            word.allCapital() || !tokens.tellsCapitals() || tokens.isFlush(next) || isPlain(number);
                        case WORD_CODE -> word.allCapital() && (isLarge(number) || hasMagnitude);
                        case NAME -> true;
                    };
            return fits ? new Unit<>(match.to(), codes(match)) : null;
        }

        @Override
        protected @Nullable List<String> both(List<String> left, List<String> right) {
            List<String> both = left.stream().filter(right::contains).toList();
            return both.isEmpty() ? null : both;
        }

        @Override
        protected BigDecimal value(FoundNumber number, List<String> unit, boolean hasMagnitude) {
            return hasMagnitude || Currencies.hasThreeDecimals(unit.getFirst()) ? number.value() : number.grouped();
        }

        @Override
        protected boolean canShareUnit(FoundNumber number, int end) {
            return !tokens.has(end)
                    || !tokens.at(end).isWord()
                    || (tokens.at(end).kind() == Token.Kind.WORD
                            && tokens.at(end).apart());
        }

        /** In {@code 5 $100} the sign belongs to the number after it. */
        private boolean isSignOfNext(Match<Currencies.Name> match, FoundNumber number) {
            return !tokens.isFlush(match.from())
                    && tokens.isFlush(match.to())
                    && tokens.at(match.to()).isDigits()
                    && found.endingAt(number.from()) == null;
        }

        private List<String> codes(Match<Currencies.Name> match) {
            return match.meaning().codes();
        }

        private boolean isPlain(FoundNumber number) {
            return number.value().compareTo(BigDecimal.TEN) >= 0;
        }

        private boolean isOne(FoundNumber number) {
            return number.value().compareTo(BigDecimal.ONE) == 0;
        }

        /** {@code CAD 2024} is a program. */
        private boolean isYear(FoundNumber number) {
            String digits = tokens.at(number.from()).form();
            return number.to() == number.from() + 1
                    && digits.length() == 4
                    && (digits.startsWith("19") || digits.startsWith("20"));
        }

        private boolean isLarge(FoundNumber number) {
            return number.grouped().compareTo(LARGE) >= 0;
        }
    }
}
