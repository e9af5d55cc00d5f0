package org.shuqiao.contracts.listing;

import java.time.Instant;
import java.util.UUID;

/** An offer changed while it was published; carries its whole state after the event. */
public record OfferRevisedV1(UUID eventId, Instant occurredAt, UUID aggregateId, long version, OfferView offer)
        implements OfferEvent {}
