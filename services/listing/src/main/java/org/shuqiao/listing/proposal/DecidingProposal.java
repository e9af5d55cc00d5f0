package org.shuqiao.listing.proposal;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.thesaurus.ProposalStatus;
import org.shuqiao.contracts.thesaurus.ProposalView;
import org.shuqiao.listing.proposal.PublishingAddition.Publication;
import org.shuqiao.listing.thesaurus.PostgresAdditions;
import org.shuqiao.thesaurus.Flaw;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** An operator publishes or rejects a proposal. State and event are kept in one transaction. */
@Component
class DecidingProposal {
    /** What became of it. */
    sealed interface Result {
        record Decided(ProposalView proposal) implements Result {}

        record NotFound(UUID id) implements Result {}

        /** The operator saw version {@code expected}, the current one is {@code current}. */
        record Stale(long expected, long current) implements Result {}

        /** It was decided before. */
        record NotAllowed(ProposalStatus status) implements Result {}

        /** The thesaurus would not be sound with it any more. */
        record Unsound(List<Flaw> flaws) implements Result {}
    }

    private final PostgresProposals proposals;
    private final PostgresAdditions additions;
    private final PublishingAddition publishing;
    private final TransactionalOperator transaction;
    private final Clock clock;

    DecidingProposal(
            PostgresProposals proposals,
            PostgresAdditions additions,
            PublishingAddition publishing,
            TransactionalOperator transaction,
            Clock clock) {
        this.proposals = proposals;
        this.additions = additions;
        this.publishing = publishing;
        this.transaction = transaction;
        this.clock = clock;
    }

    Mono<Result> publish(UUID id, long version) {
        return inTransaction(additions
                .nextVersion()
                .flatMap(made -> decide(id, version, (proposal, now) -> publish(proposal, made))));
    }

    Mono<Result> reject(UUID id, long version, String reason) {
        return inTransaction(decide(
                id, version, (proposal, now) -> keep(decided(proposal, ProposalStatus.rejected, now, reason, null))));
    }

    private Mono<Result> decide(UUID id, long version, BiFunction<ProposalView, Instant, Mono<Result>> decision) {
        return proposals
                .find(id)
                .flatMap(proposal -> {
                    if (proposal.version() != version) {
                        return Mono.just(new Result.Stale(version, proposal.version()));
                    }
                    return proposal.status() == ProposalStatus.proposed
                            ? decision.apply(proposal, clock.instant().truncatedTo(ChronoUnit.MICROS))
                            : Mono.just(new Result.NotAllowed(proposal.status()));
                })
                .defaultIfEmpty(new Result.NotFound(id));
    }

    private Mono<Result> publish(ProposalView proposal, long made) {
        return publishing
                .publish(proposal, made)
                .<Result>map(publication -> switch (publication) {
                    case Publication.Published(ProposalView published) -> new Result.Decided(published);
                    case Publication.Unsound(List<Flaw> flaws) -> new Result.Unsound(flaws);
                })
                .defaultIfEmpty(new Result.Stale(proposal.version(), proposal.version() + 1));
    }

    private Mono<Result> keep(ProposalView decided) {
        return proposals
                .update(decided)
                .map(kept -> kept
                        ? new Result.Decided(decided)
                        : new Result.Stale(decided.version() - 1, decided.version()));
    }

    private Mono<Result> inTransaction(Mono<Result> decision) {
        return transaction
                .execute(status -> decision.doOnNext(result -> {
                    if (!(result instanceof Result.Decided)) {
                        status.setRollbackOnly();
                    }
                }))
                .single();
    }

    static ProposalView decided(
            ProposalView proposal,
            ProposalStatus status,
            Instant now,
            @Nullable String rejection,
            @Nullable Long made) {
        return new ProposalView(
                proposal.id(),
                proposal.version() + 1,
                status,
                proposal.createdAt(),
                now,
                proposal.reason(),
                rejection,
                made,
                proposal.addition());
    }
}
