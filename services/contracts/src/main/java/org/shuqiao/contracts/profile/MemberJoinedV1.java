package org.shuqiao.contracts.profile;

import java.time.Instant;
import java.util.UUID;

/** An account became a member of an organization, or became one again. */
public record MemberJoinedV1(UUID eventId, Instant occurredAt, UUID aggregateId, long version, Membership membership)
        implements MemberEvent {}
