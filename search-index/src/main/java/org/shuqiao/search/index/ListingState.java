package org.shuqiao.search.index;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.listing.ListingStatus;

/**
 * How an offer or a demand stands in the index, read without its texts and facts; instants to the millisecond.
 *
 * @param validFrom null: at once; {@code expiresAt} null: never
 */
public record ListingState(
        long version,
        ListingStatus status,
        @Nullable Instant validFrom,
        @Nullable Instant expiresAt) {
    static final List<String> FIELDS = List.of("version", "status", "validFrom", "expiresAt");
}
