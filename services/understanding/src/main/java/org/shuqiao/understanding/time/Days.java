package org.shuqiao.understanding.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * Days that a text names, in the calendar.
 *
 * @param from the first token that says so
 * @param to the token after the last
 * @param range whether the text names both ends
 */
record Days(int from, int to, LocalDate first, LocalDate last, double certainty, boolean range) {
    private Days(int from, int to, LocalDate first, LocalDate last, double certainty) {
        this(from, to, first, last, certainty, false);
    }

    static Days range(int from, int to, LocalDate first, LocalDate last, double certainty) {
        return new Days(from, to, first, last, certainty, true);
    }

    /** Null when the day is not in the calendar. */
    static @Nullable Days day(int from, int to, int year, int month, int day, double certainty) {
        try {
            LocalDate date = LocalDate.of(year, month, day);
            return new Days(from, to, date, date, certainty);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Null when the month is not in the calendar. */
    static @Nullable Days month(int from, int to, int year, int month) {
        if (month < 1 || month > 12) {
            return null;
        }
        YearMonth whole = YearMonth.of(year, month);
        return new Days(from, to, whole.atDay(1), whole.atEndOfMonth(), 1);
    }

    static Days year(int from, int to, int year) {
        return new Days(from, to, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), 1);
    }

    /** The same days, named from {@code at} on. */
    Days from(int at) {
        return new Days(at, to, first, last, certainty, range);
    }

    boolean isBefore(Days other) {
        return last.isBefore(other.first);
    }
}
