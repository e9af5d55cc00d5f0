package org.shuqiao.contracts.listing;

import java.time.Instant;
import java.util.UUID;

/** A demand changed while it was published; carries its whole state after the event. */
public record DemandRevisedV1(UUID eventId, Instant occurredAt, UUID aggregateId, long version, DemandView demand)
        implements DemandEvent {}
