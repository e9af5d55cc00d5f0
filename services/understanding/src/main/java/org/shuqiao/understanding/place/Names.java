package org.shuqiao.understanding.place;

import com.ibm.icu.text.DisplayContext;
import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shuqiao.understanding.place.Named.Kind;
import org.shuqiao.understanding.place.Named.Writing;
import org.shuqiao.understanding.word.Forms;
import org.shuqiao.understanding.word.LanguageFile;
import org.shuqiao.understanding.word.Phrases;

/** What countries, cities and languages are called in a language: by ICU, and by the language's file. */
final class Names {
    /** The languages that texts of the trade ask for; other names of languages are too easily other words. */
    private static final List<String> LANGUAGES = List.of(
            "af", "am", "ar", "az", "be", "bg", "bn", "bs", "ca", "cs", "da", "de", "el", "en", "es", "et", "eu", "fa",
            "fi", "fil", "fr", "ga", "gl", "gu", "he", "hi", "hr", "hu", "hy", "id", "is", "it", "ja", "ka", "kk", "km",
            "kn", "ko", "ku", "ky", "lo", "lt", "lv", "mk", "mn", "mr", "ms", "mt", "my", "ne", "nl", "no", "pa", "pl",
            "ps", "pt", "ro", "ru", "si", "sk", "sl", "so", "sq", "sr", "sv", "sw", "ta", "te", "tg", "th", "tk", "tr",
            "ug", "uk", "ur", "uz", "vi", "zh", "zh-Hans", "zh-Hant");

    /** In these the names of languages and peoples have no capitals. */
    private static final Set<String> SMALL_LETTERS = Set.of(
            "ru", "fr", "es", "pt", "kk", "vi", "uk", "bg", "it", "pl", "cs", "sk", "sl", "hr", "sr", "ro", "hu", "fi",
            "sv", "nb", "no", "da", "et", "lv", "lt", "ca");

    /** Cities that name a time zone and are words of some language, or too small to be meant. */
    private static final Set<String> NO_CITIES = Set.of(
            "Pacific/Easter",
            "Pacific/Midway",
            "Pacific/Wake",
            "Pacific/Enderbury",
            "Pacific/Kanton",
            "Indian/Maldives",
            "America/Nome",
            "America/Regina",
            "America/Creston",
            "America/Resolute",
            "America/Menominee",
            "America/Boise",
            "Pacific/Johnston",
            "Pacific/Chatham",
            "Pacific/Norfolk",
            "Pacific/Galapagos",
            "America/Noronha",
            "Indian/Christmas",
            "Indian/Cocos",
            "America/Bahia",
            "America/Belem",
            "America/Sitka",
            "America/Metlakatla",
            "America/Yakutat",
            "America/Eirunepe",
            "Australia/Eucla",
            "Asia/Chita",
            "Asia/Famagusta",
            "Europe/Busingen",
            "America/Cuiaba",
            "America/Moncton",
            "Pacific/Truk",
            "Pacific/Chuuk",
            "Pacific/Palau",
            "Pacific/Nauru",
            "Pacific/Niue",
            "Pacific/Wallis",
            "Pacific/Gambier",
            "Indian/Mahe",
            "Indian/Chagos",
            "America/Mazatlan",
            "America/Merida",
            "Asia/Hovd",
            "Asia/Oral",
            "America/Matamoros",
            "America/Hermosillo",
            "America/Ojinaga",
            "America/Cancun");

    private Names() {}

    /** All names in the language of {@code file}, for texts in the language of {@code forms}. */
    static Phrases<Named> of(LanguageFile file, Forms forms) {
        Phrases<Named> names = new Phrases<>(forms);
        ULocale locale = new ULocale(file.language());
        boolean small = SMALL_LETTERS.contains(file.language());
        countries(names, locale);
        cities(names, locale);
        file.section("countries")
                .forEach((code, words) -> words.forEach(
                        word -> names.addInflected(word, new Named(Kind.COUNTRY, code, Writing.of(word)))));
        file.section("cities")
                .forEach((code, words) ->
                        words.forEach(word -> names.addInflected(word, new Named(Kind.CITY, code, Writing.of(word)))));
        file.section("adjectives")
                .forEach((code, words) -> words.forEach(
                        word -> names.addInflected(word, new Named(Kind.ADJECTIVE, code, Writing.of(word)))));
        languages(names, file, locale, small);
        return names;
    }

    private static void countries(Phrases<Named> names, ULocale locale) {
        LocaleDisplayNames standard = LocaleDisplayNames.getInstance(locale);
        LocaleDisplayNames brief = LocaleDisplayNames.getInstance(locale, DisplayContext.LENGTH_SHORT);
        for (String code : Locale.getISOCountries()) {
            Set<String> all = new LinkedHashSet<>();
            all.add(outsideParentheses(standard.regionDisplayName(code)));
            all.add(outsideParentheses(brief.regionDisplayName(code)));
            all.remove(code); // no name in this language, or one that is easily another word
            all.forEach(name -> names.addInflected(name, new Named(Kind.COUNTRY, code, Writing.of(name))));
        }
    }

    /** The example cities of the time zones: the large ones of every country, in every language. */
    private static void cities(Phrases<Named> names, ULocale locale) {
        TimeZoneNames zones = TimeZoneNames.getInstance(locale);
        for (String zone : TimeZone.getAvailableIDs(TimeZone.SystemTimeZoneType.CANONICAL_LOCATION, null, null)) {
            String region = region(zone);
            String city = zones.getExemplarLocationName(zone);
            if (region != null && city != null && isCity(zone)) {
                names.addInflected(outsideParentheses(city), new Named(Kind.CITY, region, Writing.CAPITAL));
            }
        }
    }

    private static boolean isCity(String zone) {
        return zone.indexOf('/') == zone.lastIndexOf('/')
                && zone.indexOf('/') > 0
                && !zone.startsWith("Antarctica/")
                && !NO_CITIES.contains(zone);
    }

    private static @Nullable String region(String zone) {
        String region = TimeZone.getRegion(zone);
        return region == null || region.length() != 2 ? null : region;
    }

    private static void languages(Phrases<Named> names, LanguageFile file, ULocale locale, boolean small) {
        LocaleDisplayNames display = LocaleDisplayNames.getInstance(locale, DisplayContext.DIALECT_NAMES);
        Map<String, Set<String>> called = new LinkedHashMap<>();
        for (String code : LANGUAGES) {
            String name = display.localeDisplayName(ULocale.forLanguageTag(code));
            if (!name.equals(code)) {
                called.computeIfAbsent(code, c -> new LinkedHashSet<>()).add(outsideParentheses(name));
            }
        }
        List<String> forms = file.words("languages.forms");
        called.forEach((code, all) -> all.forEach(name -> {
            names.addInflected(name, new Named(Kind.LANGUAGE_OR_OTHER, code, small ? Writing.ANY : Writing.of(name)));
            forms.forEach(
                    form -> names.addInflected(form.replace("{}", name), new Named(Kind.LANGUAGE, code, Writing.ANY)));
        }));
        file.section("languages.shared")
                .forEach((code, words) -> words.forEach(
                        word -> names.addInflected(word, new Named(Kind.LANGUAGE_OR_OTHER, code, Writing.of(word)))));
        file.section("languages.names")
                .forEach((code, words) -> words.forEach(
                        word -> names.addInflected(word, new Named(Kind.LANGUAGE, code, Writing.of(word)))));
    }

    private static String outsideParentheses(String name) {
        int open = Math.max(name.indexOf('('), name.indexOf('（'));
        return open > 0 ? name.substring(0, open).strip() : name;
    }
}
