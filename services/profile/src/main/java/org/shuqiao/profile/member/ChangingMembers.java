package org.shuqiao.profile.member;

import java.util.UUID;
import java.util.function.Supplier;
import org.shuqiao.access.Access;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Lets one change to the members of an organization happen at a time, by who reaches the organization when it happens. */
@Component
class ChangingMembers {
    private final PostgresMembers members;
    private final TransactionalOperator transaction;

    ChangingMembers(PostgresMembers members, TransactionalOperator transaction) {
        this.members = members;
        this.transaction = transaction;
    }

    /** The outcome of {@code change}, in a transaction that holds the organization. */
    Mono<MemberResult> of(UUID organization, Access access, Supplier<Mono<MemberResult>> change) {
        return change(organization, access, false, change);
    }

    /** The same for a change that the account itself may ask for, whatever its rights. */
    Mono<MemberResult> of(UUID organization, UUID account, Access access, Supplier<Mono<MemberResult>> change) {
        boolean own = access.reach().self() && account.equals(access.reach().account());
        return change(organization, access, own, change);
    }

    private Mono<MemberResult> change(
            UUID organization, Access access, boolean own, Supplier<Mono<MemberResult>> change) {
        return members.lockIfReached(organization, access.reach())
                .flatMap(reached -> reached || own ? change.get() : Mono.just(new MemberResult.NotAllowed()))
                .switchIfEmpty(Mono.fromSupplier(() -> new MemberResult.NoOrganization(organization)))
                .as(transaction::transactional);
    }
}
