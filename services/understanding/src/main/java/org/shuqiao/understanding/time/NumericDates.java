package org.shuqiao.understanding.time;

import org.jspecify.annotations.Nullable;
import org.shuqiao.understanding.word.Token;
import org.shuqiao.understanding.word.Tokens;

/** Dates of three numbers: {@code 2026-03-01}, {@code 1.3.2026}, {@code 3/1/2026}. */
final class NumericDates {
    private final DateText text;
    private final Tokens tokens;
    private final DateWords words;

    NumericDates(DateText text) {
        this.text = text;
        tokens = text.tokens;
        words = text.words;
    }

    /** The date whose first number is at {@code at}. */
    @Nullable
    Days at(int at) {
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
        int one = text.value(at, 2);
        int two = text.value(at + 2, 2);
        int three = text.value(at + 4, 2);
        int year = text.yearAt(at);
        if (year > 0) {
            return Days.day(at, at + 5, year, two, three, 1);
        }
        year = text.yearAt(at + 4);
        if (year < 0 || one < 0 || two < 0) {
            return null;
        }
        boolean slash = sign.is('/');
        if (slash && two > 12) {
            return Days.day(at, at + 5, year, one, two, 1);
        }
        boolean either = slash && words.capitalMonths && one <= 12 && one != two;
        return words.monthFirst && slash
                ? Days.day(at, at + 5, year, one, two, either ? 0.5 : 1)
                : Days.day(at, at + 5, year, two, one, either ? 0.5 : 1);
    }

    /** Whether the digits before {@code at} go on with {@code sign} and more digits, and are so no date. */
    private boolean isChain(int at, Token sign) {
        return tokens.isFlush(at)
                && tokens.at(at).form().equals(sign.form())
                && tokens.at(at).is('.')
                && tokens.isFlush(at + 1)
                && tokens.at(at + 1).isDigits();
    }
}
