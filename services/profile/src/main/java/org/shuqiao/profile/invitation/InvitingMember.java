package org.shuqiao.profile.invitation;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.shuqiao.access.Access;
import org.shuqiao.audit.Action;
import org.shuqiao.contracts.profile.InvitationView;
import org.shuqiao.contracts.profile.NewInvitation;
import org.shuqiao.profile.invitation.PostgresInvitations.Waiting;
import org.shuqiao.profile.member.MemberActs;
import org.shuqiao.profile.member.PostgresMembers;
import org.shuqiao.web.Ids;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** An organization asks somebody to join. The same address asked again has a new secret, and the earlier one is void. */
@Component
@EnableConfigurationProperties(InvitationSettings.class)
class InvitingMember {
    /** What became of it. */
    sealed interface Result {
        record Invited(InvitationView invitation) implements Result {}

        record NoOrganization(UUID organization) implements Result {}

        record NotAllowed() implements Result {}

        record TooMany(int most) implements Result {}
    }

    private final PostgresMembers members;
    private final PostgresInvitations invitations;
    private final MemberActs acts;
    private final InvitationSettings settings;
    private final TransactionalOperator transaction;
    private final Clock clock;

    InvitingMember(
            PostgresMembers members,
            PostgresInvitations invitations,
            MemberActs acts,
            InvitationSettings settings,
            TransactionalOperator transaction,
            Clock clock) {
        this.members = members;
        this.invitations = invitations;
        this.acts = acts;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    Mono<Result> invite(UUID organization, NewInvitation said, InvitationSecret secret, Access access) {
        return members.lockIfReached(organization, access.reach())
                .flatMap(reached -> reached
                        ? invite(waiting(organization, said, access), secret, access)
                        : Mono.just(new Result.NotAllowed()))
                .switchIfEmpty(Mono.fromSupplier(() -> new Result.NoOrganization(organization)))
                .as(transaction::transactional);
    }

    private Mono<Result> invite(Waiting waiting, InvitationSecret secret, Access access) {
        InvitationView invitation = waiting.invitation();
        return invitations
                .deleteOver(invitation.createdAt())
                .then(invitations.deleteOf(invitation.organization(), invitation.email()))
                .then(invitations.count(invitation.organization(), invitation.createdAt()))
                .flatMap(count -> count >= settings.most()
                        ? Mono.<Result>just(new Result.TooMany(settings.most()))
                        : invitations
                                .insert(waiting, secret)
                                .then(acts.invitation(
                                        invitation.organization(), invitation.id(), Action.INVITED, access))
                                .thenReturn(new Result.Invited(invitation)));
    }

    private Waiting waiting(UUID organization, NewInvitation said, Access access) {
        // PostgreSQL keeps microseconds; what is answered equals what is read later
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        InvitationView invitation = new InvitationView(
                Ids.next(),
                organization,
                said.email(),
                said.rights(),
                now,
                now.plus(settings.lifetime()),
                access.subject(),
                null);
        return new Waiting(invitation, access.reach().all() ? null : access.account());
    }
}
