package org.shuqiao.contracts.listing;

import java.time.Instant;
import java.util.UUID;

/** A demand was withdrawn for good by its owner. */
public record DemandWithdrawnV1(UUID eventId, Instant occurredAt, UUID aggregateId, long version)
        implements DemandEvent {}
