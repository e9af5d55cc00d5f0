package org.shuqiao.contracts.profile;

import java.time.Instant;
import java.util.UUID;

/** An organization was registered; carries its whole state after the event. */
public record OrganizationRegisteredV1(
        UUID eventId, Instant occurredAt, UUID aggregateId, long version, OrganizationView organization)
        implements OrganizationEvent {}
