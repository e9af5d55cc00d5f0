package org.shuqiao.understanding.time;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuqiao.understanding.number.Bounds;
import org.shuqiao.understanding.number.FoundNumber;
import org.shuqiao.understanding.number.Measuring;
import org.shuqiao.understanding.word.Forms;
import org.shuqiao.understanding.word.LanguageFile;
import org.shuqiao.understanding.word.Phrases;
import org.shuqiao.understanding.word.Phrases.Match;
import org.shuqiao.understanding.word.Token;
import org.shuqiao.understanding.word.Tokens;

/** Finds lengths of time: a number with a unit of time. */
public final class Periods {
    private static final BigDecimal FIRST_YEAR = new BigDecimal(1900);
    private static final BigDecimal LAST_YEAR = new BigDecimal(2700);

    private final Phrases<TimeUnit> units;

    /** By the words of a language and those of all. */
    public Periods(LanguageFile own, LanguageFile universal) {
        units = new Phrases<>(own.forms());
        for (LanguageFile file : List.of(universal, own)) {
            file.section("periods")
                    .forEach((unit, words) -> words.forEach(word -> units.addInflected(word, TimeUnit.valueOf(unit))));
        }
    }

    /** The periods in the text; tokens in {@code taken} belong to something else, those of the periods are added. */
    public List<Period> of(Tokens tokens, @Nullable FoundNumber[] numbers, Bounds bounds, BitSet taken) {
        List<Period> periods = new ArrayList<>();
        for (Measuring.Measure<TimeUnit> measure : new Reading(tokens, numbers, bounds.of(tokens), taken).all()) {
            String min = duration(measure.unit(), measure.min());
            String max = duration(measure.unit(), measure.max());
            if ((min != null || measure.min() == null) && (max != null || measure.max() == null)) {
                periods.add(new Period(
                        tokens.at(measure.from()).from(),
                        tokens.at(measure.to() - 1).to(),
                        min,
                        max));
            }
        }
        return periods;
    }

    private static @Nullable String duration(TimeUnit unit, @Nullable BigDecimal count) {
        return count == null ? null : unit.duration(count);
    }

    private final class Reading extends Measuring<TimeUnit> {
        Reading(Tokens tokens, @Nullable FoundNumber[] numbers, Bounds.Found bounds, BitSet taken) {
            super(tokens, numbers, bounds, new Phrases<>(Forms.NONE), taken);
        }

        @Override
        protected @Nullable Unit<TimeUnit> before(FoundNumber number) {
            return null;
        }

        @Override
        protected @Nullable Unit<TimeUnit> after(FoundNumber number, int at, boolean hasMagnitude) {
            int next = tokens.is(at, '-') && tokens.isFlush(at) && tokens.isFlush(at + 1) ? at + 1 : at;
            Match<TimeUnit> match = units.longest(tokens, next);
            if (match == null || taken.get(match.from()) || isDayOfMonth(number)) {
                return null;
            }
            boolean letter = tokens.at(next).kind() == Token.Kind.WORD
                    && tokens.at(next).form().length() == 1;
            boolean year = match.meaning() == TimeUnit.year
                    && number.value().compareTo(FIRST_YEAR) >= 0
                    && number.value().compareTo(LAST_YEAR) <= 0;
            return year || (letter && !tokens.isFlush(next)) || number.value().signum() == 0
                    ? null
                    : new Unit<>(match.to(), match.meaning());
        }

        @Override
        protected @Nullable TimeUnit both(TimeUnit left, TimeUnit right) {
            return left == right ? left : null;
        }

        /** {@code 3月1日} is a day. */
        private boolean isDayOfMonth(FoundNumber number) {
            return number.from() > 0 && tokens.at(number.from() - 1).form().equals("月");
        }
    }
}
