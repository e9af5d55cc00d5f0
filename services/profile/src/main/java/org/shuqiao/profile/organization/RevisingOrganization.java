package org.shuqiao.profile.organization;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shuqiao.access.Access;
import org.shuqiao.contracts.profile.Organization;
import org.shuqiao.contracts.profile.Organization.Role;
import org.shuqiao.contracts.profile.OrganizationRevisedV1;
import org.shuqiao.contracts.profile.OrganizationView;
import org.shuqiao.contracts.value.InvalidValue;
import org.shuqiao.messaging.Outbox;
import org.shuqiao.profile.member.MemberActs;
import org.shuqiao.profile.member.MemberRegister;
import org.shuqiao.profile.member.PostgresMembers;
import org.shuqiao.web.Ids;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** An organization changes what it says of itself. */
@Component
class RevisingOrganization {
    /** What became of it. */
    sealed interface Result {
        record Revised(OrganizationView organization) implements Result {}

        /** It said the same as before: no new version, no event. */
        record Unchanged(OrganizationView organization) implements Result {}

        record NotFound(UUID id) implements Result {}

        record Stale(long expected, long current) implements Result {}

        /** Another organization has one of the identifiers; nothing was written. */
        record IdentifierTaken(IdentifierOwner taken) implements Result {}

        /** The caller has no right to it. */
        record NotAllowed() implements Result {}

        /** Only the operator gives this role; nothing was written. */
        record RoleReserved(Role role) implements Result {}
    }

    private final OrganizationPolicy policy;
    private final ReservedRoles reserved;
    private final PostgresOrganizations organizations;
    private final PostgresMembers members;
    private final MemberRegister register;
    private final MemberActs acts;
    private final Outbox outbox;
    private final TransactionalOperator transaction;
    private final Clock clock;

    RevisingOrganization(
            OrganizationPolicy policy,
            ReservedRoles reserved,
            PostgresOrganizations organizations,
            PostgresMembers members,
            MemberRegister register,
            MemberActs acts,
            Outbox outbox,
            TransactionalOperator transaction,
            Clock clock) {
        this.policy = policy;
        this.reserved = reserved;
        this.organizations = organizations;
        this.members = members;
        this.register = register;
        this.acts = acts;
        this.outbox = outbox;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Replaces what is said in version {@code expected}. Signals {@link InvalidValue} when {@code said} breaks a rule. */
    Mono<Result> revise(UUID id, long expected, Organization said, Access access) {
        return Mono.fromSupplier(() -> policy.admit(said))
                .flatMap(organization -> members.lockIfReached(id, access.reach())
                        .flatMap(reached -> reached
                                ? organizations
                                        .find(id)
                                        .flatMap(current -> change(current, expected, organization, access))
                                : Mono.just(new Result.NotAllowed()))
                        .defaultIfEmpty(new Result.NotFound(id))
                        .as(transaction::transactional));
    }

    private Mono<Result> change(OrganizationView current, long expected, Organization said, Access access) {
        if (current.version() != expected) {
            return Mono.just(new Result.Stale(expected, current.version()));
        }
        if (current.organization().equals(said)) {
            return Mono.just(new Result.Unchanged(current));
        }
        Optional<Role> refused = reserved.refused(current.organization().roles(), said.roles(), access.caller());
        if (refused.isPresent()) {
            return Mono.just(new Result.RoleReserved(refused.get()));
        }
        return organizations
                .claim(current.id(), said.identifiers())
                .<Result>map(Result.IdentifierTaken::new)
                .switchIfEmpty(Mono.defer(() -> keep(current, next(current, said), access)));
    }

    private Mono<Result> keep(OrganizationView current, OrganizationView revised, Access access) {
        boolean sameRoles = EnumSet.copyOf(current.organization().roles())
                .equals(EnumSet.copyOf(revised.organization().roles()));
        return organizations
                .update(revised)
                .then(organizations.release(revised.id(), revised.organization().identifiers()))
                .then(outbox.append(List.of(new OrganizationRevisedV1(
                        Ids.next(), revised.updatedAt(), revised.id(), revised.version(), revised))))
                .then(sameRoles ? Mono.empty() : register.rolesChanged(revised.id()))
                .then(acts.rolesChanged(
                        revised.id(),
                        revised.version(),
                        ReservedRoles.among(
                                revised.organization().roles(),
                                current.organization().roles()),
                        ReservedRoles.among(
                                current.organization().roles(),
                                revised.organization().roles()),
                        access))
                .thenReturn(new Result.Revised(revised));
    }

    private OrganizationView next(OrganizationView current, Organization said) {
        return new OrganizationView(
                current.id(),
                current.version() + 1,
                current.verification(),
                current.createdAt(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                said);
    }
}
