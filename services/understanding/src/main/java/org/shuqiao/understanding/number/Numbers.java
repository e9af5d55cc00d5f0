package org.shuqiao.understanding.number;

import com.ibm.icu.text.DecimalFormatSymbols;
import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shuqiao.understanding.word.LanguageFile;
import org.shuqiao.understanding.word.Phrases;
import org.shuqiao.understanding.word.Phrases.Match;
import org.shuqiao.understanding.word.Token;
import org.shuqiao.understanding.word.Tokens;

/**
 * Finds the numbers of a text: digits of all scripts, with the signs of the language for thousands and decimals; Chinese
 * numerals; small numbers in words. Version numbers, telephone numbers, times, fractions and chains like {@code 10-12-7}
 * are none.
 */
public final class Numbers {
    private static final int MOST_DIGITS = 18;
    private static final int FIRST_GROUP = 3;

    private final boolean decimalComma;
    private final Set<String> prefixes;
    private final Phrases<BigDecimal> words;

    /** As the language of {@code file} writes them. */
    public Numbers(LanguageFile file) {
        ULocale locale = new ULocale(file.language());
        decimalComma = DecimalFormatSymbols.getInstance(locale).getDecimalSeparator() == ',';
        prefixes = Set.copyOf(file.words("prefixes"));
        words = new Phrases<>(file.forms());
        if (!file.isEmpty() && !file.language().equals("zh")) {
            spellOut(locale);
        }
        file.section("numbers.words")
                .forEach((number, forms) -> forms.forEach(form -> words.add(form, new BigDecimal(number))));
    }

    private void spellOut(ULocale locale) {
        RuleBasedNumberFormat format = new RuleBasedNumberFormat(locale, RuleBasedNumberFormat.SPELLOUT);
        for (String rules : format.getRuleSetNames()) {
            if (rules.startsWith("%spellout-cardinal")) {
                for (int i = 1; i <= 100; i += i < 20 ? 1 : 10) {
                    words.add(format.format(i, rules), BigDecimal.valueOf(i));
                }
            }
        }
    }

    /** The numbers of {@code tokens} by their first token; null where none begins. */
    public @Nullable FoundNumber[] of(Tokens tokens) {
        @Nullable FoundNumber[] found = new FoundNumber[tokens.size()];
        int at = 0;
        while (at < tokens.size()) {
            at = find(tokens, at, found);
        }
        return found;
    }

    /** Puts the number that begins at {@code at}, if any, into {@code found}; answers where to look on. */
    private int find(Tokens tokens, int at, @Nullable FoundNumber[] found) {
        Token token = tokens.at(at);
        if (token.isDigits()) {
            int chain = chainEnd(tokens, at);
            if (chain > at) {
                return chain;
            }
            FoundNumber number = digits(tokens, at);
            if (number == null) {
                return dotted(tokens, at);
            }
            if (!isPartOfSomething(tokens, number) && !isOrdinal(tokens, at)) {
                found[at] = number;
            }
            return number.to();
        }
        if (token.kind() == Token.Kind.LETTER && ChineseNumeral.isPart(token.form())) {
            int end = at;
            while (tokens.has(end)
                    && ChineseNumeral.isPart(tokens.at(end).form())
                    && (end == at || !tokens.at(end).apart())) {
                end++;
            }
            BigDecimal value = ChineseNumeral.value(tokens, at, end);
            if (value != null && !isOrdinal(tokens, at)) {
                found[at] = new FoundNumber(at, end, value, value, false, true);
            }
            return end;
        }
        if (token.isWord()) {
            Match<BigDecimal> match = words.longest(tokens, at);
            if (match != null) {
                found[at] = new FoundNumber(at, match.to(), match.meaning(), match.meaning(), false, true);
                return match.to();
            }
        }
        return at + 1;
    }

    /** Where a telephone number, a date or another chain of digits that begins at {@code at} ends; {@code at} for none. */
    private static int chainEnd(Tokens tokens, int at) {
        int end = at + 1;
        int groups = 1;
        int digits = tokens.at(at).form().length();
        boolean plus = at > 0 && tokens.is(at - 1, '+') && tokens.isFlush(at);
        while (tokens.has(end)) {
            int next = end;
            while (tokens.has(next)
                    && next < end + 3
                    && ((tokens.is(next, '-') && tokens.isFlush(next))
                            || (plus && tokens.at(next).isOneOf("()")))) {
                next++;
            }
            boolean joined = (next > end && tokens.isFlush(next))
                    || (plus && tokens.has(next) && tokens.at(next).apart());
            if (!tokens.has(next) || !tokens.at(next).isDigits() || !(joined || plus)) {
                break;
            }
            digits += tokens.at(next).form().length();
            groups++;
            end = next + 1;
        }
        if ((groups > 2 && !plus) || (plus && digits >= 7)) {
            return end;
        }
        boolean signed = tokens.is(end, '/') || tokens.is(end, ':') || tokens.is(end, '_') || tokens.is(end, '@');
        return groups == 1
                        && signed
                        && tokens.isFlush(end)
                        && tokens.isFlush(end + 1)
                        && tokens.at(end + 1).isDigits()
                ? end + 2
                : at;
    }

    /** Where digits with signs between them that make no number end. */
    private static int dotted(Tokens tokens, int at) {
        int end = at + 1;
        while (tokens.has(end + 1)
                && tokens.at(end).isOneOf(".,'٬٫")
                && tokens.isFlush(end)
                && tokens.isFlush(end + 1)
                && tokens.at(end + 1).isDigits()) {
            end += 2;
        }
        return end;
    }

    /** {@code 第三年} is the third year. */
    private static boolean isOrdinal(Tokens tokens, int at) {
        return at > 0 && tokens.at(at - 1).form().equals("第");
    }

    private static boolean isPartOfSomething(Tokens tokens, FoundNumber number) {
        int from = number.from();
        if (!tokens.isFlush(from)) {
            return false;
        }
        Token before = tokens.at(from - 1);
        if (before.isOneOf(".,/:_#№@=&\\^")) {
            return !(before.isOneOf(":=,")
                    && (from < 2
                            || !tokens.isFlush(from - 1)
                            || !tokens.at(from - 2).isDigits()));
        }
        // 10-15 is a range, COVID-19 is not
        return before.is('-') && tokens.isFlush(from - 1) && tokens.at(from - 2).kind() == Token.Kind.WORD;
    }

    /** The digits from {@code at} on with the signs of a number between them; null when they make none. */
    private @Nullable FoundNumber digits(Tokens tokens, int at) {
        StringBuilder whole = new StringBuilder(tokens.at(at).form());
        String decimals = "";
        BigDecimal grouped = null;
        int end = at + 1;
        if (isBlankGroup(tokens, end, whole.length())) {
            while (isBlankGroup(tokens, end, FIRST_GROUP)) {
                whole.append(tokens.at(end).form());
                end++;
            }
            if (isSign(tokens, end)) {
                decimals = tokens.at(end + 1).form();
                end += 2;
            }
        } else if (isSign(tokens, end)) {
            int signs = 0;
            char first = tokens.at(end).form().charAt(0);
            char last = first;
            int lastDigits = 0;
            boolean groups = whole.length() <= FIRST_GROUP;
            StringBuilder all = new StringBuilder(whole);
            StringBuilder beforeLast = new StringBuilder(whole);
            boolean indian = true;
            while (isSign(tokens, end)) {
                char sign = tokens.at(end).form().charAt(0);
                if (signs > 0 && last != first) {
                    return null; // a sign after the decimal one
                }
                if (signs > 0) {
                    groups &= lastDigits == FIRST_GROUP || (first == ',' && lastDigits == 2 && indian);
                }
                last = sign;
                beforeLast = new StringBuilder(all);
                all.append(tokens.at(end + 1).form());
                lastDigits = tokens.at(end + 1).form().length();
                signs++;
                end += 2;
            }
            if (signs == 1) {
                boolean three = lastDigits == FIRST_GROUP && groups && whole.charAt(0) != '0';
                boolean decimal = last == '٫' || (last != '٬' && last != '\'' && (last == ',') == decimalComma);
                if (three && !decimal) {
                    whole = all;
                } else if (last == '٬' || last == '\'') {
                    return null;
                } else {
                    decimals = tokens.at(end - 1).form();
                    grouped = three && last != '٫' ? number(all, "") : null;
                }
            } else if (last == first) {
                if (!groups || lastDigits != FIRST_GROUP) {
                    return null;
                }
                whole = all;
            } else {
                if (!groups) {
                    return null;
                }
                whole = beforeLast;
                decimals = tokens.at(end - 1).form();
            }
        }
        if (whole.length() > MOST_DIGITS || decimals.length() > MOST_DIGITS) {
            return null;
        }
        BigDecimal value = number(whole, decimals);
        boolean glued = tokens.isFlush(at)
                && tokens.at(at - 1).kind() == Token.Kind.WORD
                && !prefixes.contains(tokens.at(at - 1).form()); // Arabic “و80” is “and 80”
        return new FoundNumber(at, end, value, grouped == null ? value : grouped, glued, false);
    }

    private static BigDecimal number(CharSequence whole, String decimals) {
        return decimals.isEmpty() ? new BigDecimal(whole.toString()) : new BigDecimal(whole + "." + decimals);
    }

    /** Whether a sign that can stand in a number is at {@code at}, and digits directly after it. */
    private static boolean isSign(Tokens tokens, int at) {
        return tokens.isFlush(at)
                && tokens.at(at).isOneOf(".,'٬٫")
                && tokens.isFlush(at + 1)
                && tokens.at(at + 1).isDigits();
    }

    /** Three digits after one blank: texts of all languages part thousands so. */
    private static boolean isBlankGroup(Tokens tokens, int at, int digitsBefore) {
        return digitsBefore <= FIRST_GROUP
                && tokens.has(at)
                && tokens.at(at).isDigits()
                && tokens.at(at).form().length() == FIRST_GROUP
                && tokens.at(at).apart()
                && tokens.at(at).from() - tokens.at(at - 1).to() == 1;
    }
}
