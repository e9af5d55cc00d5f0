package org.shuqiao.contracts.listing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A demand as the listing service knows it: its standing, its buyer's organization id, and what the buyer says of it. */
public record DemandView(
        UUID id,
        UUID buyerId,
        long version,
        ListingStatus status,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant publishedAt,
        @Nullable Instant expiresAt,
        Demand demand)
        implements ListingView {}
