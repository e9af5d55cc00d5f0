package org.shuqiao.understanding.time;

import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.util.ULocale;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuqiao.understanding.number.Bounds;
import org.shuqiao.understanding.number.ChineseNumeral;
import org.shuqiao.understanding.word.Forms;
import org.shuqiao.understanding.word.LanguageFile;
import org.shuqiao.understanding.word.Phrases;
import org.shuqiao.understanding.word.Phrases.Match;
import org.shuqiao.understanding.word.Token;
import org.shuqiao.understanding.word.Tokens;

/**
 * Finds dates: {@code 2026-03-01}, {@code 1.3.2026}, a day with the name of its month and a year, a month with a year, a
 * year that a word tells to be one; in Chinese {@code 2026年3月1日}. Every date has its year of four digits; what is not
 * in the calendar is no date. In Thai a year after 2400 is of the Buddhist era.
 */
public final class Dates {
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;
    private static final int BUDDHIST_ERA = 543;
    /** A number from these on is a year without more ado where a word says so. */
    private static final int LIKELY_FIRST = 2010;

    private static final int LIKELY_LAST = 2060;

    private final Phrases<Integer> months;
    private final Phrases<Boolean> joins;
    private final Phrases<Boolean> yearBefore;
    private final Phrases<Boolean> yearAfter;
    private final Phrases<Bound> boundsBefore;
    private final Phrases<Bound> boundsAfter;
    private final boolean buddhist;
    private final boolean capitalMonths;
    private final boolean monthFirst;

    private enum Bound {
        UNTIL,
        SINCE
    }

    /** By the words of a language and those of all. */
    public Dates(LanguageFile own, LanguageFile universal) {
        Forms forms = own.forms();
        months = new Phrases<>(forms);
        joins = new Phrases<>(forms);
        yearBefore = new Phrases<>(forms);
        yearAfter = new Phrases<>(forms);
        boundsBefore = new Phrases<>(forms);
        boundsAfter = new Phrases<>(forms);
        buddhist = own.language().equals("th");
        capitalMonths = own.language().equals("en");
        monthFirst = own.words("numbers.order").contains("mdy");
        monthsOfIcu(own.language());
        own.section("dates.months")
                .forEach((month, words) -> words.forEach(w -> months.addInflected(w, Integer.valueOf(month))));
        own.words("dates.joins").forEach(word -> joins.add(word, true));
        own.words("dates.year.before").forEach(word -> yearBefore.add(word, true));
        own.words("dates.year.after").forEach(word -> yearAfter.add(word, true));
        own.words("dates.until.before").forEach(word -> boundsBefore.add(word, Bound.UNTIL));
        own.words("dates.since.before").forEach(word -> boundsBefore.add(word, Bound.SINCE));
        own.words("dates.until.after").forEach(word -> boundsAfter.add(word, Bound.UNTIL));
        own.words("dates.since.after").forEach(word -> boundsAfter.add(word, Bound.SINCE));
    }

    /** The dates in the text; tokens in {@code taken} belong to something else, those of the dates are added. */
    public List<DateSpan> of(Tokens tokens, Bounds bounds, BitSet taken) {
        return new Reading(tokens, bounds.of(tokens), taken).all();
    }

    private void monthsOfIcu(String language) {
        if (language.equals("zh")) {
            return; // these are numbers
        }
        DateFormatSymbols symbols = DateFormatSymbols.getInstance(new ULocale(language));
        for (int context : new int[] {DateFormatSymbols.FORMAT, DateFormatSymbols.STANDALONE}) {
            for (int width : new int[] {DateFormatSymbols.WIDE, DateFormatSymbols.ABBREVIATED}) {
                String[] names = symbols.getMonths(context, width);
                for (int i = 0; i < 12 && i < names.length; i++) {
                    if (names[i].codePoints().anyMatch(Character::isLetter)) {
                        months.addInflected(names[i], i + 1);
                    }
                }
            }
        }
    }

    /** Days from {@code first} to {@code last}. */
    private record Found(int from, int to, LocalDate first, LocalDate last, double certainty, boolean range) {
        Found(int from, int to, LocalDate first, LocalDate last, double certainty) {
            this(from, to, first, last, certainty, false);
        }

        static Found range(int from, int to, LocalDate first, LocalDate last, double certainty) {
            return new Found(from, to, first, last, certainty, true);
        }
    }

    private record Part(int value, int to) {}

    private final class Reading {
        private final Tokens tokens;
        private final Bounds.Found ranges;
        private final BitSet taken;
        private final Phrases.Found<Bound> before;

        Reading(Tokens tokens, Bounds.Found ranges, BitSet taken) {
            this.tokens = tokens;
            this.ranges = ranges;
            this.taken = taken;
            before = boundsBefore.find(tokens);
        }

        List<DateSpan> all() {
            List<DateSpan> spans = new ArrayList<>();
            int at = 0;
            while (at < tokens.size()) {
                Found found = taken.get(at) ? null : span(at);
                if (found == null) {
                    at++;
                } else {
                    taken.set(found.from(), found.to());
                    spans.add(bounded(found));
                    at = found.to();
                }
            }
            return spans;
        }

        private DateSpan bounded(Found found) {
            Match<Bound> before = this.before.endingAt(found.from());
            if (before == null && found.from() > 0 && joins.longest(tokens, found.from() - 1) != null) {
                before = this.before.endingAt(found.from() - 1);
            }
            int next = tokens.is(found.to(), '\'') && tokens.isFlush(found.to()) ? found.to() + 1 : found.to();
            Match<Bound> after = tokens.has(next) ? boundsAfter.longest(tokens, next) : null;
            Bound bound = after != null ? after.meaning() : before != null ? before.meaning() : null;
            if (found.range()) {
                bound = null; // “from … to …” has both ends
            }
            int from = before == null ? found.from() : before.from();
            int to = found.range() || after == null ? found.to() : after.to();
            taken.set(from, to);
            return new DateSpan(
                    tokens.at(from).from(),
                    tokens.at(to - 1).to(),
                    bound == Bound.UNTIL ? null : found.first(),
                    bound == Bound.SINCE ? null : found.last(),
                    found.certainty());
        }

        /** A date, or two with a word or sign between them that makes them a time. */
        private @Nullable Found span(int at) {
            Found first = date(at);
            if (first == null) {
                return null;
            }
            int between = ranges.between(first.to());
            if (between < 0 || !tokens.has(between)) {
                return first;
            }
            Found second = dateFrom(between);
            if (second == null) {
                second = chineseDay(between, first.last().getYear());
            }
            return second == null || second.last().isBefore(first.first())
                    ? first
                    : Found.range(
                            at,
                            second.to(),
                            first.first(),
                            second.last(),
                            Math.min(first.certainty(), second.certainty()));
        }

        private @Nullable Found date(int at) {
            Token token = tokens.at(at);
            boolean inside = tokens.isFlush(at) && tokens.at(at - 1).isOneOf("./-_:#") && token.isDigits();
            if ((inside && at > 1 && tokens.isFlush(at - 1) && tokens.at(at - 2).isDigits())
                    || (tokens.isFlush(at) && tokens.at(at - 1).kind() == Token.Kind.WORD && token.isDigits())) {
                return null;
            }
            return dateFrom(at);
        }

        private @Nullable Found dateFrom(int at) {
            Found found = numeric(at);
            if (found == null) {
                found = chinese(at);
            }
            if (found == null) {
                found = dayFirst(at);
            }
            if (found == null) {
                found = monthFirst(at);
            }
            if (found == null) {
                found = yearFirst(at);
            }
            return found == null ? year(at) : found;
        }

        private @Nullable Found numeric(int at) {
            if (!tokens.has(at + 4) || !tokens.at(at).isDigits()) {
                return null;
            }
            Token sign = tokens.at(at + 1);
            boolean dot = sign.is('.');
            if (!sign.isOneOf("-./")
                    || !tokens.at(at + 3).form().equals(sign.form())
                    || !tokens.at(at + 2).isDigits()
                    || !tokens.at(at + 4).isDigits()
                    || (!dot
                            && !(tokens.isFlush(at + 1)
                                    && tokens.isFlush(at + 2)
                                    && tokens.isFlush(at + 3)
                                    && tokens.isFlush(at + 4)))
                    || isChain(at + 5, sign)) {
                return null;
            }
            int one = value(at, 2);
            int two = value(at + 2, 2);
            int three = value(at + 4, 2);
            int year = yearAt(at);
            if (year > 0) {
                return day(at, at + 5, year, two, three, 1);
            }
            year = yearAt(at + 4);
            if (year < 0 || one < 0 || two < 0) {
                return null;
            }
            boolean slash = sign.is('/');
            if (slash && two > 12) {
                return day(at, at + 5, year, one, two, 1);
            }
            boolean either = slash && capitalMonths && one <= 12 && one != two;
            return monthFirst && slash
                    ? day(at, at + 5, year, one, two, either ? 0.5 : 1)
                    : day(at, at + 5, year, two, one, either ? 0.5 : 1);
        }

        /** Whether the digits before {@code at} go on with {@code sign} and more digits, and are so no date. */
        private boolean isChain(int at, Token sign) {
            return tokens.isFlush(at)
                    && tokens.at(at).form().equals(sign.form())
                    && tokens.at(at).is('.')
                    && tokens.isFlush(at + 1)
                    && tokens.at(at + 1).isDigits();
        }

        private @Nullable Found chinese(int at) {
            Part year = chineseNumber(at);
            if (year == null
                    || !tokens.has(year.to())
                    || !tokens.at(year.to()).form().equals("年")) {
                return null;
            }
            int value = year.value();
            if (value < FIRST_YEAR || value > LAST_YEAR) {
                return null;
            }
            Part month = chineseNumber(year.to() + 1);
            if (month == null
                    || !tokens.has(month.to())
                    || !tokens.at(month.to()).form().equals("月")) {
                return whole(at, year.to() + 1, value);
            }
            Found day = chineseDay(year.to() + 1, value);
            if (day != null) {
                return new Found(at, day.to(), day.first(), day.last(), 1);
            }
            return hasChineseDay(month.to() + 1) ? null : month(at, month.to() + 1, value, month.value());
        }

        /** {@code 5月31日} of a year known from before. */
        private @Nullable Found chineseDay(int at, int year) {
            Part month = chineseNumber(at);
            if (month == null
                    || !tokens.has(month.to())
                    || !tokens.at(month.to()).form().equals("月")) {
                return null;
            }
            Part day = chineseNumber(month.to() + 1);
            return hasChineseDay(month.to() + 1) && day != null
                    ? day(at, day.to() + 1, year, month.value(), day.value(), 1)
                    : null;
        }

        private boolean hasChineseDay(int at) {
            Part day = chineseNumber(at);
            return day != null
                    && tokens.has(day.to())
                    && (tokens.at(day.to()).form().equals("日")
                            || tokens.at(day.to()).form().equals("号"));
        }

        private @Nullable Part chineseNumber(int at) {
            if (!tokens.has(at)) {
                return null;
            }
            if (tokens.at(at).isDigits()) {
                int value = value(at, 4);
                return value < 0 ? null : new Part(value, at + 1);
            }
            int end = at;
            while (tokens.has(end)
                    && end < at + 4
                    && ChineseNumeral.isPart(tokens.at(end).form())) {
                end++;
            }
            BigDecimal value = end == at ? null : ChineseNumeral.value(tokens, at, end);
            return value == null || value.compareTo(BigDecimal.valueOf(LAST_YEAR)) > 0
                    ? null
                    : new Part(value.intValue(), end);
        }

        private @Nullable Found dayFirst(int at) {
            int day = value(at, 2);
            if (day < 1 || day > 31) {
                return null;
            }
            Part month = monthAt(skip(at + 1));
            if (month == null) {
                int between = ranges.between(at + 1);
                return dayToDay(at, day, -1, between < 0 ? ranges.between(skip(at + 1)) : between);
            }
            int year = skip(month.to());
            return yearAt(year) < 0
                    ? dayToDay(at, day, month.value(), ranges.between(month.to()))
                    : day(at, year + 1, yearAt(year), month.value(), day, 1);
        }

        /** {@code 1–31 March 2026} and {@code 1 March – 31 May 2026}. */
        private @Nullable Found dayToDay(int at, int day, int month, int between) {
            int last = between < 0 ? -1 : value(between, 2);
            Found numeric = last < 0 || month > 0 ? null : numeric(between);
            if (numeric != null && day <= numeric.last().getDayOfMonth()) {
                LocalDate first = numeric.last().withDayOfMonth(day); // “17 al 25.4.2021”
                return Found.range(at, numeric.to(), first, numeric.last(), numeric.certainty());
            }
            Part lastMonth = last < 0 ? null : monthAt(skip(between + 1));
            int yearAt = lastMonth == null ? -1 : skip(lastMonth.to());
            int year = yearAt < 0 ? -1 : yearAt(yearAt);
            if (lastMonth == null || year < 0) {
                return null;
            }
            Found begin = day(at, at + 1, year, month < 0 ? lastMonth.value() : month, day, 1);
            Found end = day(at, yearAt + 1, year, lastMonth.value(), last, 1);
            return begin == null || end == null || end.last().isBefore(begin.first())
                    ? null
                    : Found.range(at, yearAt + 1, begin.first(), end.last(), 1);
        }

        private @Nullable Found monthFirst(int at) {
            Part month = monthAt(at);
            if (month == null) {
                return null;
            }
            int next = skip(month.to());
            if (yearAt(next) > 0) {
                // a day that stands before it is not in the calendar, or it would have been found with it
                return isAfterDay(at) ? null : month(at, next + 1, yearAt(next), month.value());
            }
            int day = value(next, 2);
            int year = skip(next + 1);
            return day < 1 || yearAt(year) < 0
                    ? monthToMonth(at, month)
                    : day(at, year + 1, yearAt(year), month.value(), day, 1);
        }

        /** {@code agosto a outubro de 2021}. */
        private @Nullable Found monthToMonth(int at, Part month) {
            int between = ranges.between(month.to());
            Part last = between < 0 ? null : monthAt(between);
            int year = last == null ? -1 : skip(last.to());
            Found begin = last == null || yearAt(year) < 0 ? null : month(at, year + 1, yearAt(year), month.value());
            Found end = begin == null || last == null ? null : month(at, year + 1, yearAt(year), last.value());
            return begin == null || end == null || end.last().isBefore(begin.first())
                    ? null
                    : Found.range(at, year + 1, begin.first(), end.last(), 1);
        }

        /** Whether a month stands before a year, whose day is not in the calendar. */
        private boolean isAfterMonth(int at) {
            return at > 0 && tokens.at(at - 1).isWord() && monthAt(at - 1) != null;
        }

        private boolean isAfterDay(int at) {
            int before = at - 1;
            while (before > at - 3
                    && before >= 0
                    && (tokens.is(before, '.') || joins.longest(tokens, before) != null)) {
                before--;
            }
            return value(before, 2) > 0;
        }

        /** {@code 2026 жылғы 1 наурыз}, {@code 2026. március 1.} */
        private @Nullable Found yearFirst(int at) {
            int year = yearAt(at);
            if (year < 0) {
                return null;
            }
            int next = skip(at + 1);
            Match<Boolean> word = tokens.has(next) ? yearAfter.longest(tokens, next) : null;
            next = word == null ? next : skip(word.to());
            int day = value(next, 2);
            Part month = monthAt(day < 0 ? next : skip(next + 1));
            if (month == null) {
                return null;
            }
            if (day > 0) {
                return day(at, month.to(), year, month.value(), day, 1);
            }
            int after = value(month.to(), 2);
            return after > 0 && tokens.is(month.to() + 1, '.')
                    ? day(at, month.to() + 2, year, month.value(), after, 1)
                    : month(at, month.to(), year, month.value());
        }

        private @Nullable Found year(int at) {
            int year = yearAt(at);
            if (year > 0) {
                Match<Boolean> after = tokens.has(at + 1) ? yearAfter.longest(tokens, at + 1) : null;
                return after == null || isAfterMonth(at) ? null : whole(at, after.to(), year);
            }
            Match<Boolean> before = tokens.at(at).isWord() ? yearBefore.longest(tokens, at) : null;
            int value = before == null ? -1 : yearAt(before.to());
            if (before == null
                    || value < 0
                    || (tokens.isFlush(before.to() + 1)
                            && !tokens.at(before.to() + 1).isOneOf(".,;)"))) {
                return null;
            }
            boolean likely = (value >= LIKELY_FIRST && value <= LIKELY_LAST)
                    || !tokens.has(before.to() + 1)
                    || tokens.at(before.to() + 1).kind() != Token.Kind.WORD;
            return likely ? whole(before.to(), before.to() + 1, value) : null;
        }

        /** Where to go on after full stops, commas and words like “of” at {@code at}, three at most. */
        private int skip(int at) {
            int next = at;
            for (int i = 0; i < 3 && tokens.has(next); i++) {
                Match<Boolean> join = joins.longest(tokens, next);
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

        private @Nullable Part monthAt(int at) {
            Match<Integer> match = tokens.has(at) ? months.longest(tokens, at) : null;
            boolean fits = match != null
                    && (!capitalMonths
                            || !tokens.tellsCapitals()
                            || tokens.at(at).capital());
            return fits && match != null ? new Part(match.meaning(), match.to()) : null;
        }

        /** The number at {@code at} of at most {@code most} digits; -1 when there is none. */
        private int value(int at, int most) {
            boolean fits = tokens.has(at)
                    && tokens.at(at).isDigits()
                    && tokens.at(at).form().length() <= most;
            return fits ? Integer.parseInt(tokens.at(at).form()) : -1;
        }

        private int yearAt(int at) {
            int year = tokens.has(at) && tokens.at(at).form().length() == 4 ? value(at, 4) : -1;
            if (buddhist && year > FIRST_YEAR + BUDDHIST_ERA && year < LAST_YEAR + BUDDHIST_ERA && year > 2400) {
                year -= BUDDHIST_ERA;
            }
            return year >= FIRST_YEAR && year <= LAST_YEAR ? year : -1;
        }

        private @Nullable Found day(int from, int to, int year, int month, int day, double certainty) {
            try {
                LocalDate date = LocalDate.of(year, month, day);
                return new Found(from, to, date, date, certainty);
            } catch (DateTimeException e) {
                return null; // not in the calendar
            }
        }

        private @Nullable Found month(int from, int to, int year, int month) {
            if (month < 1 || month > 12) {
                return null;
            }
            YearMonth whole = YearMonth.of(year, month);
            return new Found(from, to, whole.atDay(1), whole.atEndOfMonth(), 1);
        }

        private Found whole(int from, int to, int year) {
            return new Found(from, to, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), 1);
        }
    }
}
