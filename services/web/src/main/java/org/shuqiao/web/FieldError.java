package org.shuqiao.web;

import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.value.InvalidValue;

/**
 * What is wrong with one field: its path ({@code essentials[2].value}, a parameter's or header's name, or {@code body}),
 * what was expected, and what came, shortened; null when nothing came or it cannot be shown.
 */
public record FieldError(
        String field, String expected, @Nullable String received) {

    /** The refusal of a value that stands at {@code path}; empty for the body itself. */
    public static FieldError of(String path, InvalidValue refusal) {
        return new FieldError(join(path, refusal.field()), refusal.expected(), refusal.received());
    }

    private static String join(String path, String field) {
        if (path.isEmpty() || field.isEmpty()) {
            return path.isEmpty() && field.isEmpty() ? "body" : path + field;
        }
        return field.startsWith("[") ? path + field : path + "." + field;
    }
}
