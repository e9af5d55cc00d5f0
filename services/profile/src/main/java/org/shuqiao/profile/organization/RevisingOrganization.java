package org.shuqiao.profile.organization;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.shuqiao.contracts.profile.Organization;
import org.shuqiao.contracts.profile.OrganizationRevisedV1;
import org.shuqiao.contracts.profile.OrganizationView;
import org.shuqiao.contracts.value.InvalidValue;
import org.shuqiao.messaging.Outbox;
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
    }

    private final OrganizationPolicy policy;
    private final PostgresOrganizations organizations;
    private final Outbox outbox;
    private final TransactionalOperator transaction;
    private final Clock clock;

    RevisingOrganization(
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

    /** Replaces what is said in version {@code expected}. Signals {@link InvalidValue} when {@code said} breaks a rule. */
    Mono<Result> revise(UUID id, long expected, Organization said) {
        return Mono.fromSupplier(() -> policy.admit(said))
                .flatMap(organization -> organizations
                        .lock(id)
                        .flatMap(current -> change(current, expected, organization))
                        .defaultIfEmpty(new Result.NotFound(id))
                        .as(transaction::transactional));
    }

    private Mono<Result> change(OrganizationView current, long expected, Organization said) {
        if (current.version() != expected) {
            return Mono.just(new Result.Stale(expected, current.version()));
        }
        if (current.organization().equals(said)) {
            return Mono.just(new Result.Unchanged(current));
        }
        return organizations
                .claim(current.id(), said.identifiers())
                .<Result>map(Result.IdentifierTaken::new)
                .switchIfEmpty(Mono.defer(() -> keep(next(current, said))));
    }

    private Mono<Result> keep(OrganizationView revised) {
        return organizations
                .update(revised)
                .then(organizations.release(revised.id(), revised.organization().identifiers()))
                .then(outbox.append(List.of(new OrganizationRevisedV1(
                        Ids.next(), revised.updatedAt(), revised.id(), revised.version(), revised))))
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
