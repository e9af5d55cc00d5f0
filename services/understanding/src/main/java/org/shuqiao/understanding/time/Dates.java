package org.shuqiao.understanding.time;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuqiao.understanding.number.Bounds;
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
    private final DateWords words;
    private final Phrases<Bound> boundsBefore;
    private final Phrases<Bound> boundsAfter;

    private enum Bound {
        UNTIL,
        SINCE
    }

    /** By the words of a language. */
    public Dates(LanguageFile file) {
        Forms forms = file.forms();
        words = new DateWords(file);
        boundsBefore = new Phrases<>(forms);
        boundsAfter = new Phrases<>(forms);
        file.words("dates.until.before").forEach(word -> boundsBefore.add(word, Bound.UNTIL));
        file.words("dates.since.before").forEach(word -> boundsBefore.add(word, Bound.SINCE));
        file.words("dates.until.after").forEach(word -> boundsAfter.add(word, Bound.UNTIL));
        file.words("dates.since.after").forEach(word -> boundsAfter.add(word, Bound.SINCE));
    }

    /** The dates in the text; tokens in {@code taken} belong to something else, those of the dates are added. */
    public List<DateSpan> of(Tokens tokens, Bounds bounds, BitSet taken) {
        return new Reading(tokens, bounds.of(tokens), taken).all();
    }

    private final class Reading {
        private final Tokens tokens;
        private final Bounds.Found ranges;
        private final BitSet taken;
        private final Phrases.Found<Bound> before;
        private final NumericDates numbers;
        private final ChineseDates chinese;
        private final NamedDates names;
        private final NamedYears years;

        Reading(Tokens tokens, Bounds.Found ranges, BitSet taken) {
            this.tokens = tokens;
            this.ranges = ranges;
            this.taken = taken;
            before = boundsBefore.find(tokens);
            DateText text = new DateText(tokens, words);
            numbers = new NumericDates(text);
            chinese = new ChineseDates(text);
            names = new NamedDates(text, ranges, numbers);
            years = new NamedYears(text);
        }

        List<DateSpan> all() {
            List<DateSpan> spans = new ArrayList<>();
            int at = 0;
            while (at < tokens.size()) {
                Days found = taken.get(at) ? null : span(at);
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

        private DateSpan bounded(Days found) {
            Match<Bound> before = this.before.endingAt(found.from());
            if (before == null && found.from() > 0 && words.joins.longest(tokens, found.from() - 1) != null) {
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
        private @Nullable Days span(int at) {
            Days first = date(at);
            if (first == null) {
                return null;
            }
            int between = ranges.between(first.to());
            if (between < 0 || !tokens.has(between)) {
                return first;
            }
            Days second = dateFrom(between);
            if (second == null) {
                second = chinese.day(between, first.last().getYear());
            }
            return second == null || second.isBefore(first)
                    ? first
                    : Days.range(
                            at,
                            second.to(),
                            first.first(),
                            second.last(),
                            Math.min(first.certainty(), second.certainty()));
        }

        private @Nullable Days date(int at) {
            Token token = tokens.at(at);
            boolean inside = tokens.isFlush(at) && tokens.at(at - 1).isOneOf("./-_:#") && token.isDigits();
            if ((inside && at > 1 && tokens.isFlush(at - 1) && tokens.at(at - 2).isDigits())
                    || (tokens.isFlush(at) && tokens.at(at - 1).kind() == Token.Kind.WORD && token.isDigits())) {
                return null;
            }
            return dateFrom(at);
        }

        private @Nullable Days dateFrom(int at) {
            Days found = numbers.at(at);
            if (found == null) {
                found = chinese.at(at);
            }
            if (found == null) {
                found = names.at(at);
            }
            return found == null ? years.at(at) : found;
        }
    }
}
