package org.shuqiao.contracts.search;

import java.time.Instant;
import java.util.UUID;

/**
 * A saved search has met a listing that is new to it: once for both, whatever happens again. Whose delivery is {@code
 * daily} is told of it by {@link DigestDueV1}.
 */
public record AlertRaisedV1(UUID eventId, Instant occurredAt, UUID aggregateId, long version, AlertView alert)
        implements AlertEvent {}
