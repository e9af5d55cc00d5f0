package org.shuqiao.contracts.profile;

import java.time.Instant;
import java.util.UUID;

/** A member got other rights, or its organization other roles. */
public record MemberChangedV1(UUID eventId, Instant occurredAt, UUID aggregateId, long version, Membership membership)
        implements MemberEvent {}
