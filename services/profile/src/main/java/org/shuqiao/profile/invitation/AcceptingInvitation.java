package org.shuqiao.profile.invitation;

import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shuqiao.access.Access;
import org.shuqiao.access.Caller;
import org.shuqiao.access.policy.Policy;
import org.shuqiao.access.policy.Rule;
import org.shuqiao.access.policy.Verb;
import org.shuqiao.contracts.profile.InvitationView;
import org.shuqiao.contracts.profile.MemberView;
import org.shuqiao.profile.invitation.PostgresInvitations.Waiting;
import org.shuqiao.profile.member.MemberRegister;
import org.shuqiao.profile.member.PostgresMembers;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** The account that has the secret joins, once, while who invited it may still invite. */
@Component
class AcceptingInvitation {
    /** What became of it. */
    sealed interface Result {
        record Joined(MemberView member) implements Result {}

        /** There is none, or none any more: which of them is not said. */
        record NoInvitation() implements Result {}

        record AlreadyMember(UUID account) implements Result {}

        /** Only accounts join. */
        record NotAllowed() implements Result {}
    }

    private final PostgresMembers members;
    private final MemberRegister register;
    private final PostgresInvitations invitations;
    private final Rule inviting;
    private final TransactionalOperator transaction;
    private final Clock clock;

    AcceptingInvitation(
            PostgresMembers members,
            MemberRegister register,
            PostgresInvitations invitations,
            Policy policy,
            TransactionalOperator transaction,
            Clock clock) {
        this.members = members;
        this.register = register;
        this.invitations = invitations;
        this.inviting = policy.rule("invitation", Verb.CREATE);
        this.transaction = transaction;
        this.clock = clock;
    }

    Mono<Result> accept(UUID organization, InvitationSecret secret, Access access) {
        UUID account = access.account();
        if (account == null) {
            return Mono.just(new Result.NotAllowed());
        }
        return members.lockIfReached(organization, access.reach())
                .flatMap(_ -> invitations.find(organization, secret, clock.instant()))
                .filterWhen(waiting -> holds(organization, waiting.inviter()))
                .map(Waiting::invitation)
                .flatMap(invitation -> join(invitation, account, access))
                .defaultIfEmpty(new Result.NoInvitation())
                .as(transaction::transactional);
    }

    private Mono<Boolean> holds(UUID organization, @Nullable UUID inviter) {
        return inviter == null
                ? Mono.just(true)
                : members.of(inviter)
                        .collectList()
                        .map(all -> inviting.reach(new Caller.Account(inviter, "", all, false)))
                        .flatMap(reach -> members.reached(organization, reach));
    }

    private Mono<Result> join(InvitationView invitation, UUID account, Access access) {
        return register.join(invitation.organization(), account, invitation.rights(), invitation.by(), access)
                .flatMap(member -> invitations
                        .delete(invitation.organization(), invitation.id())
                        .<Result>thenReturn(new Result.Joined(member)))
                .defaultIfEmpty(new Result.AlreadyMember(account));
    }
}
