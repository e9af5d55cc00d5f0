package org.shuqiao.contracts.profile;

import java.time.Instant;
import java.util.UUID;

/** An organization changed what it says of itself; carries its whole state after the event. */
public record OrganizationRevisedV1(
        UUID eventId, Instant occurredAt, UUID aggregateId, long version, OrganizationView organization)
        implements OrganizationEvent {}
