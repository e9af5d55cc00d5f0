package org.shuqiao.audit;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.shuqiao.contracts.value.InvalidValue;

/**
 * What else the log says of an act: at most {@value #MOST} members, each a token, a whole number, a boolean, or a list of
 * up to {@value #LONGEST} tokens. Of personal data it names the fields and never the values, for which there is no form
 * here: a token has neither spaces nor letters outside ASCII nor {@code @}.
 */
public final class Details {
    /** Whole numbers beyond are not the same to every reader of JSON (RFC 7493, 2.2). */
    static final long GREATEST = (1L << 53) - 1;

    private static final int MOST = 16;
    private static final int LONGEST = 64;

    /** Nothing else. */
    public static final Details NONE = new Details(Map.of());

    private final Map<String, Object> members;

    private Details(Map<String, Object> members) {
        this.members = members;
    }

    /** @throws InvalidValue for what has no form here */
    @JsonCreator
    public static Details of(Map<String, Object> members) {
        if (members.size() > MOST) {
            throw new InvalidValue("details", "at most " + MOST + " members", members.size());
        }
        Map<String, Object> checked = new TreeMap<>();
        members.forEach((name, value) -> {
            Token.require("details", name);
            checked.put(name, checked("details." + name, value));
        });
        return new Details(Map.copyOf(checked));
    }

    /** The fields that were changed or shown, by name. */
    public static Details fields(List<String> names) {
        return of(Map.of("fields", names));
    }

    /** The same with one more member, or another value of it. */
    public Details with(String name, Object value) {
        Map<String, Object> more = new TreeMap<>(members);
        more.put(name, value);
        return of(more);
    }

    @JsonValue
    public Map<String, Object> members() {
        return members;
    }

    private static Object checked(String field, Object value) {
        return switch (value) {
            case String token -> token(field, token);
            case Integer number -> number.longValue();
            case Long number when number >= -GREATEST && number <= GREATEST -> number;
            case Boolean truth -> truth;
            case List<?> tokens
            when tokens.size() <= LONGEST ->
                tokens.stream().map(each -> token(field, each)).toList();
            default ->
                throw new InvalidValue(
                        field,
                        "a token, a whole number to 2^53 - 1, a boolean, or up to " + LONGEST + " tokens",
                        value.getClass().getSimpleName());
        };
    }

    private static String token(String field, Object value) {
        if (value instanceof String token) {
            Token.check(field, token);
            return token;
        }
        throw new InvalidValue(field, "a token", value.getClass().getSimpleName());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Details details && details.members.equals(members);
    }

    @Override
    public int hashCode() {
        return members.hashCode();
    }

    @Override
    public String toString() {
        return members.toString();
    }
}
