package org.shuqiao.local.catalogue;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds the ISO 3166-1 alpha-2 code in what public data gives as a country. */
final class CountryCode {

    private static final Set<String> CODES = Set.of(Locale.getISOCountries());

    /** Codes of the European institutions that differ from ISO 3166-1 (interinstitutional style guide, 7.1.1). */
    private static final Map<String, String> EUROPEAN = Map.of("UK", "GB", "EL", "GR");

    private static final Map<String, String> BY_ENGLISH_NAME = Arrays.stream(Locale.getISOCountries())
            .collect(Collectors.toUnmodifiableMap(
                    code -> Locale.of("", code)
                            .getDisplayCountry(Locale.ENGLISH)
                            .toLowerCase(Locale.ROOT),
                    Function.identity(),
                    (first, second) -> first));

    private CountryCode() {}

    /** A code of ISO or of the European institutions, or an English country name; empty where it is neither. */
    static Optional<String> of(String given) {
        String code = given.strip().toUpperCase(Locale.ROOT);
        String iso = EUROPEAN.getOrDefault(code, code);
        if (CODES.contains(iso)) {
            return Optional.of(iso);
        }
        return Optional.ofNullable(BY_ENGLISH_NAME.get(given.strip().toLowerCase(Locale.ROOT)));
    }

    static String englishName(String code) {
        return Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
    }
}
