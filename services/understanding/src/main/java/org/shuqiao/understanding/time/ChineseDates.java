package org.shuqiao.understanding.time;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.shuqiao.understanding.number.ChineseNumeral;
import org.shuqiao.understanding.time.DateText.Part;
import org.shuqiao.understanding.word.Tokens;

/** Dates with the signs of Chinese, in digits or in Chinese numerals: {@code 2026年3月1日}, {@code 2026年3月}, {@code 2026年}. */
final class ChineseDates {
    private final DateText text;
    private final Tokens tokens;

    ChineseDates(DateText text) {
        this.text = text;
        tokens = text.tokens;
    }

    /** The date that begins at {@code at}. */
    @Nullable
    Days at(int at) {
        Part year = number(at);
        if (year == null
                || !tokens.has(year.to())
                || !tokens.at(year.to()).form().equals("年")) {
            return null;
        }
        int value = year.value();
        if (value < DateText.FIRST_YEAR || value > DateText.LAST_YEAR) {
            return null;
        }
        Part month = number(year.to() + 1);
        if (month == null
                || !tokens.has(month.to())
                || !tokens.at(month.to()).form().equals("月")) {
            return Days.year(at, year.to() + 1, value);
        }
        Days day = day(year.to() + 1, value);
        if (day != null) {
            return day.from(at);
        }
        return hasDay(month.to() + 1) ? null : Days.month(at, month.to() + 1, value, month.value());
    }

    /** {@code 5月31日} of a year known from before. */
    @Nullable
    Days day(int at, int year) {
        Part month = number(at);
        if (month == null
                || !tokens.has(month.to())
                || !tokens.at(month.to()).form().equals("月")) {
            return null;
        }
        Part day = number(month.to() + 1);
        return hasDay(month.to() + 1) && day != null
                ? Days.day(at, day.to() + 1, year, month.value(), day.value(), 1)
                : null;
    }

    private boolean hasDay(int at) {
        Part day = number(at);
        return day != null
                && tokens.has(day.to())
                && (tokens.at(day.to()).form().equals("日")
                        || tokens.at(day.to()).form().equals("号"));
    }

    private @Nullable Part number(int at) {
        if (!tokens.has(at)) {
            return null;
        }
        if (tokens.at(at).isDigits()) {
            int value = text.value(at, 4);
            return value < 0 ? null : new Part(value, at + 1);
        }
        int end = at;
        while (tokens.has(end)
                && end < at + 4
                && ChineseNumeral.isPart(tokens.at(end).form())) {
            end++;
        }
        BigDecimal value = end == at ? null : ChineseNumeral.value(tokens, at, end);
        return value == null || value.compareTo(BigDecimal.valueOf(DateText.LAST_YEAR)) > 0
                ? null
                : new Part(value.intValue(), end);
    }
}
