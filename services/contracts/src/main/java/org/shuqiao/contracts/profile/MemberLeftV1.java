package org.shuqiao.contracts.profile;

import java.time.Instant;
import java.util.UUID;

/** A member left or was removed; it has no rights any more. */
public record MemberLeftV1(UUID eventId, Instant occurredAt, UUID aggregateId, long version, Membership membership)
        implements MemberEvent {}
