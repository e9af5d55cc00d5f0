package org.shuqiao.understanding.number;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.shuqiao.understanding.word.Tokens;

/** Numbers in Chinese characters: {@code 三百五十}, {@code 两千万}, {@code 二〇二六}. */
public final class ChineseNumeral {
    private static final String DIGITS = "〇一二三四五六七八九";
    private static final String FORMAL = "零壹贰叁肆伍陆柒捌玖";
    private static final int MOST = 12;
    private static final long MOST_VALUE = 1_000_000_000_000_000L;
    private static final long TEN_THOUSAND = 10_000;
    private static final long HUNDRED_MILLION = 100_000_000;

    private ChineseNumeral() {}

    /** Whether {@code character} is a digit or a unit. */
    public static boolean isPart(String character) {
        return digit(character) >= 0 || unit(character) > 0;
    }

    /** The value of the tokens; null when they make no number, or only a unit: {@code 千万}. */
    public static @Nullable BigDecimal value(Tokens tokens, int from, int to) {
        if (to - from > MOST) {
            return null;
        }
        boolean positional = to - from > 1;
        boolean hasDigit = false;
        for (int i = from; i < to; i++) {
            int digit = digit(tokens.at(i).form());
            positional &= digit >= 0;
            hasDigit |= digit > 0;
        }
        if (positional) {
            StringBuilder digits = new StringBuilder();
            for (int i = from; i < to; i++) {
                digits.append(digit(tokens.at(i).form()));
            }
            return new BigDecimal(digits.toString());
        }
        boolean ten = unit(tokens.at(from).form()) == 10;
        return hasDigit || ten ? byUnits(tokens, from, to) : null;
    }

    private static @Nullable BigDecimal byUnits(Tokens tokens, int from, int to) {
        long total = 0;
        long section = 0;
        long digit = -1;
        for (int i = from; i < to; i++) {
            int value = digit(tokens.at(i).form());
            if (value >= 0) {
                if (digit > 0) {
                    return null; // 三四百: about so many
                }
                digit = value;
                continue;
            }
            long unit = unit(tokens.at(i).form());
            if (unit >= TEN_THOUSAND) {
                section += Math.max(digit, 0);
                total = (total + section) * unit;
                if (total == 0 || total > MOST_VALUE) {
                    return null;
                }
                section = 0;
            } else {
                section += (digit < 0 ? 1 : digit) * unit; // 十五: the one is not written
            }
            digit = -1;
        }
        long value = total + section + Math.max(digit, 0);
        return value < 0 ? null : BigDecimal.valueOf(value);
    }

    private static int digit(String character) {
        if (character.length() != 1) {
            return -1;
        }
        if (character.equals("两") || character.equals("兩")) {
            return 2;
        }
        int digit = DIGITS.indexOf(character);
        return digit >= 0 ? digit : FORMAL.indexOf(character);
    }

    private static long unit(String character) {
        return switch (character) {
            case "十", "拾" -> 10;
            case "百", "佰" -> 100;
            case "千", "仟" -> 1_000;
            case "万", "萬" -> TEN_THOUSAND;
            case "亿", "億" -> HUNDRED_MILLION;
            default -> 0;
        };
    }
}
