package org.shuqiao.web;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.value.InvalidValue;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * Reads one kind of scalar in one form only: text that PostgreSQL and UTF-8 can hold, ISO 8601 instants and dates of the
 * years 0001 to 9999, decimals as number or string of at most {@value #DECIMAL_MAX} characters.
 */
final class StrictScalar<T> extends StdScalarDeserializer<T> {
    private static final int DECIMAL_MAX = 60;
    private static final Pattern INSTANT =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]{5,18}(Z|[+-][0-9]{2}:[0-9]{2})");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]{1,9})?");

    private final String expected;
    private final boolean numbersToo;
    private final transient Function<String, @Nullable T> read;

    private StrictScalar(Class<T> type, String expected, boolean numbersToo, Function<String, @Nullable T> read) {
        super(type);
        this.expected = expected;
        this.numbersToo = numbersToo;
        this.read = read;
    }

    static SimpleModule module() {
        return new SimpleModule("strict-scalars")
                .addDeserializer(
                        String.class,
                        new StrictScalar<>(String.class, "a string of Unicode characters", false, StrictScalar::text))
                .addDeserializer(
                        Instant.class,
                        new StrictScalar<>(
                                Instant.class,
                                "an instant such as 2029-03-01T08:00:00Z",
                                false,
                                text -> INSTANT.matcher(text).matches() ? Instant.parse(text) : null))
                .addDeserializer(
                        LocalDate.class,
                        new StrictScalar<>(
                                LocalDate.class,
                                "a date such as 2029-03-01",
                                false,
                                text -> DATE.matcher(text).matches() ? LocalDate.parse(text) : null))
                .addDeserializer(
                        BigDecimal.class,
                        new StrictScalar<>(
                                BigDecimal.class, "a decimal number such as 1200.00", true, StrictScalar::decimal));
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) {
        JsonToken token = parser.currentToken();
        boolean readable = token == JsonToken.VALUE_STRING || (numbersToo && token.isNumeric());
        if (!readable) {
            throw new InvalidValue("", expected, JsonProblems.shown(parser));
        }
        String text = parser.getString();
        try {
            T value = read.apply(text);
            if (value != null) {
                return value;
            }
        } catch (DateTimeException e) {
            throw new InvalidValue("", expected, text);
        }
        throw new InvalidValue("", expected, text);
    }

    private static @Nullable BigDecimal decimal(String text) {
        return text.length() <= DECIMAL_MAX && DECIMAL.matcher(text).matches() ? new BigDecimal(text) : null;
    }

    /** The text without NUL and without half of a surrogate pair, which JSON escapes can smuggle in. */
    private static String text(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (pair) {
                i++;
            } else if (c == '\0' || Character.isSurrogate(c)) {
                throw new InvalidValue(
                        "",
                        "text of Unicode characters other than NUL",
                        String.format("U+%04X at character %d", (int) c, i + 1));
            }
        }
        return text;
    }
}
