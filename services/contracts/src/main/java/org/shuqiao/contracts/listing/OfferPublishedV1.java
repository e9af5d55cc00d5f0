package org.shuqiao.contracts.listing;

import java.time.Instant;
import java.util.UUID;

/** An offer was published for the first time, or again after it had expired; carries its whole state after the event. */
public record OfferPublishedV1(UUID eventId, Instant occurredAt, UUID aggregateId, long version, OfferView offer)
        implements OfferEvent {}
