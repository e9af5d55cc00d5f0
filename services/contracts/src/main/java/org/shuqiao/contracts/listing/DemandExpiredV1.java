package org.shuqiao.contracts.listing;

import java.time.Instant;
import java.util.UUID;

/** A demand reached the end of its validity. */
public record DemandExpiredV1(UUID eventId, Instant occurredAt, UUID aggregateId, long version)
        implements DemandEvent {}
