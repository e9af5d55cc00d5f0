package org.shuqiao.contracts.listing;

import java.time.Instant;
import java.util.UUID;

/** A demand was published for the first time, or again after it had expired; carries its whole state after the event. */
public record DemandPublishedV1(UUID eventId, Instant occurredAt, UUID aggregateId, long version, DemandView demand)
        implements DemandEvent {}
