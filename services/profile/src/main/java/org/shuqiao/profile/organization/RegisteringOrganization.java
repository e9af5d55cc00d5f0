package org.shuqiao.profile.organization;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.shuqiao.contracts.profile.Organization;
import org.shuqiao.contracts.profile.OrganizationRegisteredV1;
import org.shuqiao.contracts.profile.OrganizationView;
import org.shuqiao.contracts.profile.OrganizationView.Verification;
import org.shuqiao.contracts.value.InvalidValue;
import org.shuqiao.messaging.Outbox;
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
    }

    private final OrganizationPolicy policy;
    private final PostgresOrganizations organizations;
    private final Outbox outbox;
    private final TransactionalOperator transaction;
    private final Clock clock;

    RegisteringOrganization(
            OrganizationPolicy policy,
            PostgresOrganizations organizations,
            Outbox outbox,
            TransactionalOperator transaction,
            Clock clock) {
        this.policy = policy;
        this.organizations = organizations;
        this.outbox = outbox;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Signals {@link InvalidValue} when {@code said} breaks a rule. */
    Mono<Result> register(Organization said) {
        return Mono.fromSupplier(() -> first(policy.admit(said))).flatMap(this::keep);
    }

    private Mono<Result> keep(OrganizationView organization) {
        Mono<Result> kept = organizations
                .insert(organization)
                .then(outbox.append(List.of(registered(organization))))
                .thenReturn(new Result.Registered(organization));
        return organizations
                .claim(organization.id(), organization.organization().identifiers())
                .<Result>map(Result.IdentifierTaken::new)
                .switchIfEmpty(kept)
                .as(transaction::transactional);
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
