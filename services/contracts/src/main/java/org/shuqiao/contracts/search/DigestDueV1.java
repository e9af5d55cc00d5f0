package org.shuqiao.contracts.search;

import java.time.Instant;
import java.util.UUID;

/** An organization is to be told of the alerts of a day: once for it, its local hour and the day, and never of none. */
public record DigestDueV1(UUID eventId, Instant occurredAt, UUID aggregateId, long version, DigestView digest)
        implements AlertEvent {}
