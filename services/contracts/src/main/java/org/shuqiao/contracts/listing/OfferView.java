package org.shuqiao.contracts.listing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An offer as the listing service knows it: its standing, its provider's organization id, and what the provider says of it. */
public record OfferView(
        UUID id,
        UUID providerId,
        long version,
        ListingStatus status,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant publishedAt,
        @Nullable Instant expiresAt,
        Offer offer)
        implements ListingView {}
