package org.shuqiao.contracts.profile;

import org.shuqiao.contracts.event.Event;

/**
 * What is said about members of organizations on the topic {@code profile.member}. The aggregate is the membership: the
 * same when an account comes back. The topic is compacted, so that the last word on each stays.
 */
public sealed interface MemberEvent extends Event permits MemberJoinedV1, MemberChangedV1, MemberLeftV1 {
    /** The whole state after the event. */
    Membership membership();
}
