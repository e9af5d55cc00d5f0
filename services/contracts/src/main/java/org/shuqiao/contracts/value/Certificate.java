package org.shuqiao.contracts.value;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A certificate an organization holds: what, from which body, its number, its last day. */
public record Certificate(
        String name,
        @Nullable String body,
        @Nullable String number,
        @Nullable LocalDate validUntil) {
    public Certificate {
        name = Expect.line("name", name, 100);
        body = Expect.optionalLine("body", body, 200);
        number = Expect.optionalLine("number", number, 100);
    }
}
