package org.shuqiao.contracts.listing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An offer or a demand with its standing, as the listing service knows it. */
public sealed interface ListingView permits OfferView, DemandView {
    UUID id();

    long version();

    ListingStatus status();

    Instant createdAt();

    Instant updatedAt();

    /** When it was last published; null before. */
    @Nullable
    Instant publishedAt();

    /** When it expires; null before publication. */
    @Nullable
    Instant expiresAt();
}
