package org.shuqiao.understanding.time;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.shuqiao.understanding.number.Bounds;
import org.shuqiao.understanding.time.DateText.Part;
import org.shuqiao.understanding.word.Phrases.Match;
import org.shuqiao.understanding.word.Tokens;

/** Dates with the name of a month, a year, and mostly a day, in any order, and the times between two of them. */
final class NamedDates {
    private final DateText text;
    private final Tokens tokens;
    private final DateWords words;
    private final Bounds.Found ranges;
    private final NumericDates numbers;

    NamedDates(DateText text, Bounds.Found ranges, NumericDates numbers) {
        this.text = text;
        this.ranges = ranges;
        this.numbers = numbers;
        tokens = text.tokens;
        words = text.words;
    }

    /** The date that begins at {@code at}. */
    @Nullable
    Days at(int at) {
        Days found = dayFirst(at);
        if (found == null) {
            found = monthFirst(at);
        }
        return found == null ? yearFirst(at) : found;
    }

    private @Nullable Days dayFirst(int at) {
        int day = text.value(at, 2);
        if (day < 1 || day > 31) {
            return null;
        }
        Part month = text.monthAt(text.skip(at + 1));
        if (month == null) {
            int between = ranges.between(at + 1);
            return dayToDay(at, day, -1, between < 0 ? ranges.between(text.skip(at + 1)) : between);
        }
        int year = text.skip(month.to());
        return text.yearAt(year) < 0
                ? dayToDay(at, day, month.value(), ranges.between(month.to()))
                : Days.day(at, year + 1, text.yearAt(year), month.value(), day, 1);
    }

    /** {@code 1–31 March 2026} and {@code 1 March – 31 May 2026}. */
    private @Nullable Days dayToDay(int at, int day, int month, int between) {
        int last = between < 0 ? -1 : text.value(between, 2);
        Days numeric = last < 0 || month > 0 ? null : numbers.at(between);
        if (numeric != null && day <= numeric.last().getDayOfMonth()) {
            LocalDate first = numeric.last().withDayOfMonth(day); // “17 al 25.4.2021”
            return Days.range(at, numeric.to(), first, numeric.last(), numeric.certainty());
        }
        Part lastMonth = last < 0 ? null : text.monthAt(text.skip(between + 1));
        int yearAt = lastMonth == null ? -1 : text.skip(lastMonth.to());
        int year = yearAt < 0 ? -1 : text.yearAt(yearAt);
        if (lastMonth == null || year < 0) {
            return null;
        }
        Days begin = Days.day(at, at + 1, year, month < 0 ? lastMonth.value() : month, day, 1);
        Days end = Days.day(at, yearAt + 1, year, lastMonth.value(), last, 1);
        return begin == null || end == null || end.isBefore(begin)
                ? null
                : Days.range(at, yearAt + 1, begin.first(), end.last(), 1);
    }

    private @Nullable Days monthFirst(int at) {
        Part month = text.monthAt(at);
        if (month == null) {
            return null;
        }
        int next = text.skip(month.to());
        if (text.yearAt(next) > 0) {
            // a day that stands before it is not in the calendar, or it would have been found with it
            return isAfterDay(at) ? null : Days.month(at, next + 1, text.yearAt(next), month.value());
        }
        int day = text.value(next, 2);
        int year = text.skip(next + 1);
        return day < 1 || text.yearAt(year) < 0
                ? monthToMonth(at, month)
                : Days.day(at, year + 1, text.yearAt(year), month.value(), day, 1);
    }

    /** {@code agosto a outubro de 2021}. */
    private @Nullable Days monthToMonth(int at, Part month) {
        int between = ranges.between(month.to());
        Part last = between < 0 ? null : text.monthAt(between);
        int year = last == null ? -1 : text.skip(last.to());
        Days begin = last == null || text.yearAt(year) < 0
                ? null
                : Days.month(at, year + 1, text.yearAt(year), month.value());
        Days end = begin == null || last == null ? null : Days.month(at, year + 1, text.yearAt(year), last.value());
        return begin == null || end == null || end.isBefore(begin)
                ? null
                : Days.range(at, year + 1, begin.first(), end.last(), 1);
    }

    /** {@code 2026 жылғы 1 наурыз}, {@code 2026. március 1.} */
    private @Nullable Days yearFirst(int at) {
        int year = text.yearAt(at);
        if (year < 0) {
            return null;
        }
        int next = text.skip(at + 1);
        Match<Boolean> word = tokens.has(next) ? words.yearAfter.longest(tokens, next) : null;
        next = word == null ? next : text.skip(word.to());
        int day = text.value(next, 2);
        Part month = text.monthAt(day < 0 ? next : text.skip(next + 1));
        if (month == null) {
            return null;
        }
        if (day > 0) {
            return Days.day(at, month.to(), year, month.value(), day, 1);
        }
        int after = text.value(month.to(), 2);
        return after > 0 && tokens.is(month.to() + 1, '.')
                ? Days.day(at, month.to() + 2, year, month.value(), after, 1)
                : Days.month(at, month.to(), year, month.value());
    }

    private boolean isAfterDay(int at) {
        int before = at - 1;
        while (before > at - 3
                && before >= 0
                && (tokens.is(before, '.') || words.joins.longest(tokens, before) != null)) {
            before--;
        }
        return text.value(before, 2) > 0;
    }
}
