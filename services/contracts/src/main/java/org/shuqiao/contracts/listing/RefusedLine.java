package org.shuqiao.contracts.listing;

import org.jspecify.annotations.Nullable;

/** A record that an import refused: its number from 1, the owner's own id if it could be read, and why. */
public record RefusedLine(
        long line,
        @Nullable String reference,
        String field,
        String expected,
        @Nullable String received) {}
