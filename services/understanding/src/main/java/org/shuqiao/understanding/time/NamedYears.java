package org.shuqiao.understanding.time;

import org.jspecify.annotations.Nullable;
import org.shuqiao.understanding.word.Phrases.Match;
import org.shuqiao.understanding.word.Token;
import org.shuqiao.understanding.word.Tokens;

/** Years that a word tells to be years: {@code year 2026}, {@code 2026 г.} */
final class NamedYears {
    /** A number from these on is a year without more ado where a word says so. */
    private static final int LIKELY_FIRST = 2010;

    private static final int LIKELY_LAST = 2060;

    private final DateText text;
    private final Tokens tokens;
    private final DateWords words;

    NamedYears(DateText text) {
        this.text = text;
        tokens = text.tokens;
        words = text.words;
    }

    /** The year that is told to be one at {@code at}. */
    @Nullable
    Days at(int at) {
        int year = text.yearAt(at);
        if (year > 0) {
            Match<Boolean> after = tokens.has(at + 1) ? words.yearAfter.longest(tokens, at + 1) : null;
            return after == null || isAfterMonth(at) ? null : Days.year(at, after.to(), year);
        }
        Match<Boolean> before = tokens.at(at).isWord() ? words.yearBefore.longest(tokens, at) : null;
        int value = before == null ? -1 : text.yearAt(before.to());
        if (before == null
                || value < 0
                || (tokens.isFlush(before.to() + 1)
                        && !tokens.at(before.to() + 1).isOneOf(".,;)"))) {
            return null;
        }
        boolean likely = (value >= LIKELY_FIRST && value <= LIKELY_LAST)
                || !tokens.has(before.to() + 1)
                || tokens.at(before.to() + 1).kind() != Token.Kind.WORD;
        return likely ? Days.year(before.to(), before.to() + 1, value) : null;
    }

    /** Whether a month stands before a year, whose day is not in the calendar. */
    private boolean isAfterMonth(int at) {
        return at > 0 && tokens.at(at - 1).isWord() && text.monthAt(at - 1) != null;
    }
}
