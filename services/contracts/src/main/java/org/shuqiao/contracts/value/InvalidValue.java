package org.shuqiao.contracts.value;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A value that breaks a rule of the field. Names the field (relative to the record that refused it, empty when the
 * value itself is the field), what was expected, and what came, shortened to {@value #RECEIVED_MAX} characters.
 */
public final class InvalidValue extends IllegalArgumentException {
    private static final int RECEIVED_MAX = 80;

    private final String field;
    private final String expected;
    private final @Nullable String received;

    public InvalidValue(String field, String expected, @Nullable Object received) {
        super(message(field, expected, received));
        this.field = field;
        this.expected = expected;
        this.received = received == null ? null : shorten(received.toString());
    }

    /** The field's name, with a path such as {@code price.currency} where it is nested; empty for the value itself. */
    public String field() {
        return field;
    }

    /** What would have been right, in plain English. */
    public String expected() {
        return expected;
    }

    /** What came, shortened; null when nothing came. */
    public @Nullable String received() {
        return received;
    }

    private static String message(String field, String expected, @Nullable Object received) {
        String what = received == null ? "nothing" : "'" + shorten(received.toString()) + "'";
        String where = field.isEmpty() ? "" : field + ": ";
        return where + "expected " + expected + ", got " + what;
    }

    private static String shorten(String text) {
        Objects.requireNonNull(text);
        if (text.length() <= RECEIVED_MAX) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(RECEIVED_MAX - 1)) ? RECEIVED_MAX - 1 : RECEIVED_MAX;
        return text.substring(0, end) + "…";
    }
}
