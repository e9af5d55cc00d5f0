package org.shuqiao.contracts.listing;

import java.time.Instant;
import java.util.UUID;

/** A demand is not shown until it is resumed. */
public record DemandPausedV1(UUID eventId, Instant occurredAt, UUID aggregateId, long version) implements DemandEvent {}
