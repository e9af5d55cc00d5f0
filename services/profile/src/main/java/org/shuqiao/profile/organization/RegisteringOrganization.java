package org.shuqiao.profile.organization;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.shuqiao.access.Access;
import org.shuqiao.contracts.profile.Organization;
import org.shuqiao.contracts.profile.Organization.Role;
import org.shuqiao.contracts.profile.OrganizationRegisteredV1;
import org.shuqiao.contracts.profile.OrganizationView;
import org.shuqiao.contracts.profile.OrganizationView.Verification;
import org.shuqiao.contracts.profile.Right;
import org.shuqiao.contracts.value.InvalidValue;
import org.shuqiao.messaging.Outbox;
import org.shuqiao.profile.member.MemberActs;
import org.shuqiao.profile.member.MemberRegister;
import org.shuqiao.web.Ids;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** An organization enters the market. */
@Component
class RegisteringOrganization {
    /** What became of it. */
    sealed interface Result {
        record Registered(OrganizationView organization) implements Result {}

        /** Another organization has one of the identifiers; nothing was written. */
        record IdentifierTaken(IdentifierOwner taken) implements Result {}

        /** Only the operator gives this role; nothing was written. */
        record RoleReserved(Role role) implements Result {}
    }

    private final OrganizationPolicy policy;
    private final ReservedRoles reserved;
    private final PostgresOrganizations organizations;
    private final MemberRegister members;
    private final MemberActs acts;
    private final Outbox outbox;
    private final TransactionalOperator transaction;
    private final Clock clock;

    RegisteringOrganization(
            OrganizationPolicy policy,
            ReservedRoles reserved,
            PostgresOrganizations organizations,
            MemberRegister members,
            MemberActs acts,
            Outbox outbox,
            TransactionalOperator transaction,
            Clock clock) {
        this.policy = policy;
        this.reserved = reserved;
        this.organizations = organizations;
        this.members = members;
        this.acts = acts;
        this.outbox = outbox;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Whoever registers is its first owner, except that operators and clients register for others. Signals {@link
     * InvalidValue} when {@code said} breaks a rule.
     */
    Mono<Result> register(Organization said, Access access) {
        return Mono.fromSupplier(() -> first(policy.admit(said)))
                .flatMap(first -> reserved.refused(
                                List.of(), first.organization().roles(), access.caller())
                        .<Mono<Result>>map(role -> Mono.just(new Result.RoleReserved(role)))
                        .orElseGet(() -> keep(first, access)));
    }

    private Mono<Result> keep(OrganizationView organization, Access access) {
        Mono<Result> kept = organizations
                .insert(organization)
                .then(outbox.append(List.of(registered(organization))))
                .then(firstOwner(organization, access))
                .then(acts.rolesChanged(
                        organization.id(),
                        organization.version(),
                        ReservedRoles.among(organization.organization().roles(), List.of()),
                        List.of(),
                        access))
                .thenReturn(new Result.Registered(organization));
        return organizations
                .claim(organization.id(), organization.organization().identifiers())
                .<Result>map(Result.IdentifierTaken::new)
                .switchIfEmpty(kept)
                .as(transaction::transactional);
    }

    private Mono<Void> firstOwner(OrganizationView organization, Access access) {
        UUID account = access.account();
        if (account == null || access.caller().operates()) {
            return Mono.empty();
        }
        return members.join(organization.id(), account, List.of(Right.owner), access.subject(), access)
                .then();
    }

    private OrganizationView first(Organization organization) {
        // PostgreSQL keeps microseconds; what is answered equals what is read later
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        UUID id = Ids.next();
        return new OrganizationView(id, 1, Verification.none, now, now, organization);
    }

    private static OrganizationRegisteredV1 registered(OrganizationView organization) {
        return new OrganizationRegisteredV1(
                Ids.next(), organization.updatedAt(), organization.id(), organization.version(), organization);
    }
}
