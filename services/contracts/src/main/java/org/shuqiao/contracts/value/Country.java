package org.shuqiao.contracts.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Set;

/** A country or territory by ISO 3166-1 alpha-2, upper case: {@code KZ}. */
public record Country(@JsonValue String value) {
    private static final Set<String> CODES = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Country {
        if (value == null || !CODES.contains(value)) {
            throw new InvalidValue("", "a country by ISO 3166-1 alpha-2 such as KZ", value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
