package org.shuqiao.contracts.listing;

import java.time.Instant;
import java.util.UUID;

/** An offer is shown again after a pause; carries its whole state after the event. */
public record OfferResumedV1(UUID eventId, Instant occurredAt, UUID aggregateId, long version, OfferView offer)
        implements OfferEvent {}
