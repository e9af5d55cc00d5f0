package org.shuqiao.understanding.time;

import org.jspecify.annotations.Nullable;
import org.shuqiao.understanding.word.Phrases.Match;
import org.shuqiao.understanding.word.Tokens;

/** A text as dates are read from it: numbers, years, names of months. */
final class DateText {
    static final int FIRST_YEAR = 1900;
    static final int LAST_YEAR = 2199;
    private static final int BUDDHIST_ERA = 543;

    final Tokens tokens;
    final DateWords words;

    DateText(Tokens tokens, DateWords words) {
        this.tokens = tokens;
        this.words = words;
    }

    /** A number that ends before the token {@code to}. */
    record Part(int value, int to) {}

    /** The month whose name begins at {@code at}. */
    @Nullable
    Part monthAt(int at) {
        Match<Integer> match = tokens.has(at) ? words.months.longest(tokens, at) : null;
        boolean fits = match != null
                && (!words.capitalMonths
                        || !tokens.tellsCapitals()
                        || tokens.at(at).capital());
        return fits && match != null ? new Part(match.meaning(), match.to()) : null;
    }

    /** The number at {@code at} of at most {@code most} digits; -1 when there is none. */
    int value(int at, int most) {
        boolean fits = tokens.has(at)
                && tokens.at(at).isDigits()
                && tokens.at(at).form().length() <= most;
        return fits ? Integer.parseInt(tokens.at(at).form()) : -1;
    }

    /** The year of four digits at {@code at}; -1 when there is none. */
    int yearAt(int at) {
        int year = tokens.has(at) && tokens.at(at).form().length() == 4 ? value(at, 4) : -1;
        if (words.buddhist && year > FIRST_YEAR + BUDDHIST_ERA && year < LAST_YEAR + BUDDHIST_ERA && year > 2400) {
            year -= BUDDHIST_ERA;
        }
        return year >= FIRST_YEAR && year <= LAST_YEAR ? year : -1;
    }

    /** Where to go on after full stops, commas and words like “of” at {@code at}, three at most. */
    int skip(int at) {
        int next = at;
        for (int i = 0; i < 3 && tokens.has(next); i++) {
            Match<Boolean> join = words.joins.longest(tokens, next);
            if (join != null) {
                next = join.to();
            } else if (tokens.at(next).isOneOf(".,/'") || (tokens.is(next, '-') && tokens.isFlush(next))) {
                next++;
            } else {
                break;
            }
        }
        return next;
    }
}
