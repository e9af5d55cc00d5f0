package org.shuqiao.contracts.listing;

import java.time.Instant;
import java.util.UUID;

/** An offer is not shown until it is resumed. */
public record OfferPausedV1(UUID eventId, Instant occurredAt, UUID aggregateId, long version) implements OfferEvent {}
