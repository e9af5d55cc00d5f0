package org.shuqiao.contracts.value;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The checks that records of this module share; each throws {@link InvalidValue} with the field's name. */
public final class Expect {
    /** The longest list a record carries. */
    public static final int MAX_LIST = 100;

    private Expect() {}

    /** {@code value} unless it is missing. */
    public static <T> T present(String field, @Nullable T value, String expected) {
        if (value == null) {
            throw new InvalidValue(field, expected, null);
        }
        return value;
    }

    /** A non-blank line of at most {@code max} characters, stripped. */
    public static String line(String field, @Nullable String value, int max) {
        String expected = "1 to " + max + " characters";
        String line = present(field, value, expected).strip();
        if (line.isEmpty() || line.length() > max) {
            throw new InvalidValue(field, expected, line.isEmpty() ? "" : line.length() + " characters");
        }
        if (line.indexOf('\0') >= 0) {
            throw new InvalidValue(field, "text without the NUL character", "U+0000");
        }
        return line;
    }

    /** Like {@link #line}, or null when nothing came. */
    public static @Nullable String optionalLine(String field, @Nullable String value, int max) {
        return value == null ? null : line(field, value, max);
    }

    /** An immutable copy, empty when nothing came; at most {@value #MAX_LIST} entries, none of them null. */
    public static <T> List<T> list(String field, @Nullable List<T> values) {
        return list(field, values, MAX_LIST);
    }

    /** Like {@link #list(String, List)} with at most {@code max} entries. */
    public static <T> List<T> list(String field, @Nullable List<T> values, int max) {
        if (values == null) {
            return List.of();
        }
        if (values.size() > max) {
            throw new InvalidValue(field, "at most " + max + " entries", values.size() + " entries");
        }
        for (int i = 0; i < values.size(); i++) {
            present(field + "[" + i + "]", values.get(i), "a value");
        }
        return List.copyOf(values);
    }

    /** {@code value} when it matches {@code pattern} entirely. */
    public static String matching(String field, @Nullable String value, Pattern pattern, String expected) {
        String text = present(field, value, expected);
        if (!pattern.matcher(text).matches()) {
            throw new InvalidValue(field, expected, text);
        }
        return text;
    }

    /** {@code value} when it lies in {@code min..max}; null passes. */
    public static @Nullable Integer range(String field, @Nullable Integer value, int min, int max) {
        if (value != null && (value < min || value > max)) {
            throw new InvalidValue(field, "a whole number from " + min + " to " + max, value);
        }
        return value;
    }

    /** The refusal of {@code texts} whose values are longer than {@code max} characters. */
    public static void length(String field, @Nullable Text text, int max) {
        if (text == null) {
            return;
        }
        text.values().forEach((language, translation) -> {
            int length = translation.value().length();
            if (length > max) {
                throw new InvalidValue(
                        field + ".values." + language, "at most " + max + " characters", length + " characters");
            }
        });
    }
}
