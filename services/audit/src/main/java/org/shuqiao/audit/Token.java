package org.shuqiao.audit;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.value.InvalidValue;

/**
 * What the log says in words: ids and names of a programmer's, 1 to 128 ASCII letters, digits and {@code . _ : / -}. There
 * is no room in it for a person's name, an address or a telephone number with its signs.
 */
final class Token {
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/-]{0,127}");

    private Token() {}

    static boolean is(String value) {
        return TOKEN.matcher(value).matches();
    }

    static void check(String field, @Nullable String value) {
        if (value != null && !is(value)) {
            throw new InvalidValue(field, "1 to 128 ASCII letters, digits, or . _ : / -", shown(value));
        }
    }

    static void require(String field, @Nullable String value) {
        if (value == null) {
            throw new InvalidValue(field, "1 to 128 ASCII letters, digits, or . _ : / -", null);
        }
        check(field, value);
    }

    /** Refused values may be personal, and messages go to logs. */
    static String shown(String value) {
        return value.length() + " characters";
    }
}
