package org.shuqiao.profile.invitation;

import java.util.UUID;
import org.shuqiao.access.Access;
import org.shuqiao.audit.Action;
import org.shuqiao.profile.member.MemberActs;
import org.shuqiao.profile.member.PostgresMembers;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** An invitation is taken back. */
@Component
class RevokingInvitation {
    /** What became of it. */
    sealed interface Result {
        record Revoked() implements Result {}

        record NoInvitation() implements Result {}

        record NoOrganization(UUID organization) implements Result {}

        record NotAllowed() implements Result {}
    }

    private final PostgresMembers members;
    private final PostgresInvitations invitations;
    private final MemberActs acts;
    private final TransactionalOperator transaction;

    RevokingInvitation(
            PostgresMembers members,
            PostgresInvitations invitations,
            MemberActs acts,
            TransactionalOperator transaction) {
        this.members = members;
        this.invitations = invitations;
        this.acts = acts;
        this.transaction = transaction;
    }

    Mono<Result> revoke(UUID organization, UUID invitation, Access access) {
        return members.lockIfReached(organization, access.reach())
                .flatMap(reached -> reached
                        ? invitations
                                .delete(organization, invitation)
                                .flatMap(there -> there
                                        ? acts.invitation(organization, invitation, Action.WITHDRAWN, access)
                                                .<Result>thenReturn(new Result.Revoked())
                                        : Mono.just(new Result.NoInvitation()))
                        : Mono.just(new Result.NotAllowed()))
                .switchIfEmpty(Mono.fromSupplier(() -> new Result.NoOrganization(organization)))
                .as(transaction::transactional);
    }
}
