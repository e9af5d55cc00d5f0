package org.shuqiao.contracts.listing;

import java.time.Instant;
import java.util.UUID;

/** A demand is shown again after a pause; carries its whole state after the event. */
public record DemandResumedV1(UUID eventId, Instant occurredAt, UUID aggregateId, long version, DemandView demand)
        implements DemandEvent {}
