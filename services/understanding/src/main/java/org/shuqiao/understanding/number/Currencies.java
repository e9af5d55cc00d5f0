package org.shuqiao.understanding.number;

import com.ibm.icu.text.CurrencyMetaInfo;
import com.ibm.icu.text.CurrencyMetaInfo.CurrencyFilter;
import com.ibm.icu.util.Currency;
import com.ibm.icu.util.ULocale;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.shuqiao.understanding.word.LanguageFile;
import org.shuqiao.understanding.word.Phrases;

/** What currencies are called in a language: codes, signs, names. */
final class Currencies {
    /** The currencies of this day are known; which are in use changes every few years. */
    @SuppressWarnings("JavaUtilDate") // ICU asks for one
    private static final Date DAY = new Date(1_767_225_600_000L); // 1 January 2026

    private static final CurrencyMetaInfo INFO = CurrencyMetaInfo.getInstance();

    /** Codes that are words, too, or names of techniques: before a small number they are no currency. */
    private static final Set<String> WORDS = Set.of(
            "ALL", "AMD", "ANG", "BAM", "BIF", "CAD", "CDF", "COP", "CRC", "CUP", "GEL", "LAK", "LSL", "MAD", "MOP",
            "PEN", "PHP", "RON", "SOS", "STN", "TOP", "TRY", "VES", "WST");

    private static final List<String> PLURALS = List.of("one", "two", "few", "many", "other");

    private Currencies() {}

    /** What a phrase names. */
    record Name(List<String> codes, Kind kind) {}

    /** How a currency is named. */
    enum Kind {
        /** Looks like a currency and is none: “đồng hồ” is a clock. */
        NONE,
        SIGN,
        CODE,
        /** A code that is a word, too. */
        WORD_CODE,
        NAME
    }

    /** All names in the language of {@code own}, for which {@code universal} has the signs. */
    static Phrases<Name> names(LanguageFile own, LanguageFile universal) {
        Phrases<Name> names = new Phrases<>(own.forms());
        Map<String, List<String>> written = new LinkedHashMap<>();
        universal
                .section("currencies")
                .forEach((codes, words) -> words.forEach(word -> written.put(word, codes(codes))));
        own.section("currencies").forEach((codes, words) -> words.forEach(word -> written.put(word, codes(codes))));
        ULocale locale = new ULocale(own.language());
        Map<String, Set<String>> icu = new LinkedHashMap<>();
        for (String code : INFO.currencies(CurrencyFilter.onDate(DAY).withTender())) {
            names.add(code, new Name(List.of(code), WORDS.contains(code) ? Kind.WORD_CODE : Kind.CODE));
            for (String name : icuNames(code, locale)) {
                icu.computeIfAbsent(name, n -> new LinkedHashSet<>()).add(code);
            }
        }
        icu.forEach((name, codes) -> {
            if (!written.containsKey(name)) {
                names.addInflected(name, new Name(List.copyOf(codes), Kind.NAME));
            }
        });
        written.forEach((word, codes) -> {
            Kind kind = codes.isEmpty() ? Kind.NONE : kind(word);
            if (kind == Kind.NAME) {
                names.addInflected(word, new Name(codes, kind));
            } else {
                names.add(word, new Name(codes, kind));
            }
        });
        return names;
    }

    /** The currencies in use in a country. */
    static List<String> of(String country) {
        return INFO.currencies(CurrencyFilter.onDate(DAY).withTender().withRegion(country));
    }

    /** Whether an amount of this currency may have three decimals. */
    static boolean hasThreeDecimals(String code) {
        return Currency.getInstance(code).getDefaultFractionDigits() == 3;
    }

    private static Set<String> icuNames(String code, ULocale locale) {
        Currency currency = Currency.getInstance(code);
        Set<String> names = new LinkedHashSet<>();
        names.add(currency.getName(locale, Currency.LONG_NAME, null));
        for (String plural : PLURALS) {
            names.add(currency.getName(locale, Currency.PLURAL_LONG_NAME, plural, null));
        }
        names.remove(code);
        return names;
    }

    private static List<String> codes(String key) {
        List<String> codes = key.equals("none") ? List.of() : List.of(key.split(" "));
        codes.forEach(code -> Currency.getInstance(code)); // throws on what cannot be one
        return codes;
    }

    /** What has a currency's sign in it, or two letters only ({@code kr}), is a sign; {@code RMB} is used as a code. */
    private static Kind kind(String word) {
        boolean sign = (word.length() <= 2 && !Character.isIdeographic(word.codePointAt(0)))
                || word.codePoints().anyMatch(c -> Character.getType(c) == Character.CURRENCY_SYMBOL);
        boolean letters = word.chars().allMatch(c -> c < 0x80) && word.equals(word.toUpperCase(Locale.ROOT));
        return sign ? Kind.SIGN : letters ? Kind.CODE : Kind.NAME;
    }
}
