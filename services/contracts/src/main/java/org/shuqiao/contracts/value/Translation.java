package org.shuqiao.contracts.value;

import com.fasterxml.jackson.annotation.JsonCreator;

/**
 * One language's version of a text: 1 to {@value #MAX} characters, who made it (a human where it does not say), and whether
 * a person read it over (no where it does not say).
 */
public record Translation(String value, Source source, Boolean reviewed) {
    static final int MAX = 20_000;

    /** Who wrote it. */
    public enum Source {
        human,
        machine
    }

    public Translation {
        value = Expect.line("value", value, MAX);
        source = source == null ? Source.human : source;
        reviewed = reviewed != null && reviewed;
    }

    /** A plain string counts as written by a person and not yet reviewed by another. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Translation of(String value) {
        return new Translation(value, Source.human, false);
    }
}
