package org.shuqiao.contracts.value;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A standard an offer meets: which, who attested it, when, and what is excluded from the attestation. */
public record Standard(
        String name,
        @Nullable String by,
        @Nullable LocalDate on,
        @Nullable String excluded) {
    public Standard {
        name = Expect.line("name", name, 100);
        by = Expect.optionalLine("by", by, 200);
        excluded = Expect.optionalLine("excluded", excluded, 1_000);
    }
}
