package org.shuqiao.profile.member;

import java.util.UUID;
import org.shuqiao.contracts.profile.MemberView;

/** What became of a change to the members of an organization; nothing was written unless it is {@link Done}. */
sealed interface MemberResult {
    record Done(MemberView member) implements MemberResult {}

    record NoOrganization(UUID organization) implements MemberResult {}

    /** The caller has no right to it. */
    record NotAllowed() implements MemberResult {}

    record NoMember(UUID account) implements MemberResult {}

    record AlreadyMember(UUID account) implements MemberResult {}

    record Stale(long expected, long current) implements MemberResult {}

    /** The organization would be without an owner. */
    record LastOwner() implements MemberResult {}
}
