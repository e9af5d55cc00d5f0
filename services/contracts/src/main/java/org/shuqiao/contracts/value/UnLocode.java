package org.shuqiao.contracts.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * A place by UN/LOCODE (UNECE Recommendation 16): the country's two letters and three letters or digits 2 to 9, without
 * the blank between them: {@code CNSHA}. Whether the place is listed is the profile service's to say.
 */
public record UnLocode(@JsonValue String value) {
    private static final Pattern FORM = Pattern.compile("[A-Z]{2}[A-Z2-9]{3}");
    private static final String EXPECTED = "a place by UN/LOCODE such as CNSHA";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public UnLocode {
        Expect.matching("", value, FORM, EXPECTED);
        try {
            new Country(value.substring(0, 2));
        } catch (InvalidValue e) {
            throw new InvalidValue("", EXPECTED, value);
        }
    }

    public Country country() {
        return new Country(value.substring(0, 2));
    }

    @Override
    public String toString() {
        return value;
    }
}
