package org.shuqiao.profile.member;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shuqiao.access.Access;
import org.shuqiao.contracts.profile.MemberChangedV1;
import org.shuqiao.contracts.profile.MemberEvent;
import org.shuqiao.contracts.profile.MemberJoinedV1;
import org.shuqiao.contracts.profile.MemberLeftV1;
import org.shuqiao.contracts.profile.MemberView;
import org.shuqiao.contracts.profile.Right;
import org.shuqiao.messaging.Outbox;
import org.shuqiao.profile.member.PostgresMembers.Kept;
import org.shuqiao.web.Ids;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Writes down who is a member, notes who did so and tells of it, in the caller's transaction. Whether it may be is the caller's to check. */
@Component
public class MemberRegister {
    private final PostgresMembers members;
    private final Outbox outbox;
    private final MemberActs acts;
    private final Clock clock;

    MemberRegister(PostgresMembers members, Outbox outbox, MemberActs acts, Clock clock) {
        this.members = members;
        this.outbox = outbox;
        this.acts = acts;
        this.clock = clock;
    }

    /**
     * An account becomes a member, or one again; empty when it is one.
     *
     * @param by the id of who let it in
     */
    public Mono<MemberView> join(
            UUID organization, UUID account, List<Right> rights, @Nullable String by, Access access) {
        return Mono.defer(() -> members.join(organization, account, rights, now(), by))
                .flatMap(kept -> tell(new MemberJoinedV1(
                                Ids.next(), now(), kept.id(), kept.member().version(), kept.membership()))
                        .then(acts.joined(kept, access))
                        .thenReturn(kept.member()));
    }

    /** A member gets other rights. */
    Mono<MemberView> change(Kept current, List<Right> rights, Access access) {
        return members.change(current.id(), rights, access.subject())
                .flatMap(kept -> tell(changed(kept))
                        .then(acts.changed(kept, current.member().rights(), access))
                        .thenReturn(kept.member()));
    }

    /** A member is none any more. */
    Mono<MemberView> leave(Kept current, Access access) {
        return members.change(current.id(), List.of(), access.subject())
                .flatMap(kept -> tell(new MemberLeftV1(
                                Ids.next(), now(), kept.id(), kept.member().version(), kept.membership()))
                        .then(acts.left(kept, access))
                        .thenReturn(kept.member()));
    }

    /** The organization got other roles: its members are told of anew. */
    public Mono<Void> rolesChanged(UUID organization) {
        return members.renew(organization).map(this::changed).collectList().flatMap(outbox::append);
    }

    private MemberChangedV1 changed(Kept kept) {
        return new MemberChangedV1(Ids.next(), now(), kept.id(), kept.member().version(), kept.membership());
    }

    private Mono<Void> tell(MemberEvent event) {
        return outbox.append(List.of(event));
    }

    private Instant now() {
        // PostgreSQL keeps microseconds; what is answered equals what is read later
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
