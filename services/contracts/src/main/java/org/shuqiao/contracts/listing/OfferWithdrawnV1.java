package org.shuqiao.contracts.listing;

import java.time.Instant;
import java.util.UUID;

/** An offer was withdrawn for good by its owner. */
public record OfferWithdrawnV1(UUID eventId, Instant occurredAt, UUID aggregateId, long version)
        implements OfferEvent {}
