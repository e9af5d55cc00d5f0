package org.shuqiao.contracts.listing;

import java.time.Instant;
import java.util.UUID;

/**
 * A bulk import and how far it has come. {@code lines} counts the records read and settled, of which {@code created},
 * {@code revised}, {@code unchanged} and {@code refused} are the parts; {@code bytes} are those of the settled records.
 */
public record ImportView(
        UUID id,
        String key,
        Kind kind,
        Status status,
        long lines,
        long created,
        long revised,
        long unchanged,
        long refused,
        long bytes,
        Instant startedAt,
        Instant updatedAt) {

    /** What is imported. */
    public enum Kind {
        offers,
        demands
    }

    /** {@code running} until the whole body was read: an interrupted import stays so until it is sent again. */
    public enum Status {
        running,
        completed
    }
}
