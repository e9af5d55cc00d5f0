package org.shuqiao.contracts.listing;

import java.time.Instant;
import java.util.UUID;

/** An offer reached the end of its validity. */
public record OfferExpiredV1(UUID eventId, Instant occurredAt, UUID aggregateId, long version) implements OfferEvent {}
