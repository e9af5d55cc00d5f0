package org.shuqiao.listing.correction;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.thesaurus.ConceptAddition;
import org.shuqiao.contracts.thesaurus.CorrectionDecision;
import org.shuqiao.contracts.thesaurus.CorrectionGroupView;
import org.shuqiao.contracts.thesaurus.CorrectionGroupView.Status;
import org.shuqiao.contracts.value.InvalidValue;
import org.shuqiao.listing.proposal.PublishingAddition;
import org.shuqiao.listing.proposal.PublishingAddition.Publication;
import org.shuqiao.thesaurus.Flaw;
import org.shuqiao.thesaurus.Naming;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * An operator accepts or rejects a group of corrections. What is accepted is published with the thesaurus in the same
 * transaction, as a proposal that was the operator's own.
 */
@Component
class DecidingCorrections {
    /** What became of it. */
    sealed interface Result {
        record Decided(CorrectionGroupView group) implements Result {}

        record NotFound(UUID id) implements Result {}

        /** The operator saw version {@code expected}, the current one is {@code current}. */
        record Stale(long expected, long current) implements Result {}

        record NotAllowed(Status status, Set<Status> from) implements Result {}

        /** The thesaurus would not be sound with it. */
        record Unsound(List<Flaw> flaws) implements Result {}
    }

    private final PostgresCorrections corrections;
    private final PublishingAddition publishing;
    private final TransactionalOperator transaction;
    private final Clock clock;

    DecidingCorrections(
            PostgresCorrections corrections,
            PublishingAddition publishing,
            TransactionalOperator transaction,
            Clock clock) {
        this.corrections = corrections;
        this.publishing = publishing;
        this.transaction = transaction;
        this.clock = clock;
    }

    Mono<Result> accept(UUID id, long version, CorrectionDecision decision) {
        return decide(
                id,
                version,
                Set.of(Status.open, Status.rejected),
                group -> Mono.fromCallable(() -> addition(group, decision.label()))
                        .subscribeOn(Schedulers.boundedElastic())
                        .flatMap(addition -> publishing.publish(decision.reason(), addition))
                        .flatMap(publication -> switch (publication) {
                            case Publication.Published(var proposal) ->
                                keep(group, Status.accepted, decision.reason(), proposal.id());
                            case Publication.Unsound(List<Flaw> flaws) -> Mono.just(new Result.Unsound(flaws));
                        }));
    }

    Mono<Result> reject(UUID id, long version, CorrectionDecision decision) {
        if (decision.label() != null) {
            throw new InvalidValue("label", "nothing: nothing is published", decision.label());
        }
        return decide(id, version, Set.of(Status.open), group -> keep(group, Status.rejected, decision.reason(), null));
    }

    private static ConceptAddition addition(CorrectionGroupView group, @Nullable String label) {
        String words = label == null ? group.words() : label;
        return switch (group.kind()) {
            case added -> ConceptAddition.label(group.concept(), group.language(), words);
            case denied -> {
                String language = group.language().value();
                if (!Naming.form(language, words).equals(Naming.form(language, group.words()))) {
                    throw new InvalidValue("label", "the denied words, in whatever form", words);
                }
                yield ConceptAddition.denial(group.concept(), group.language(), words);
            }
        };
    }

    private Mono<Result> decide(
            UUID id, long version, Set<Status> from, Function<CorrectionGroupView, Mono<Result>> decision) {
        Mono<Result> decided = corrections
                .hold(id)
                .flatMap(group -> {
                    if (group.version() != version) {
                        return Mono.just(new Result.Stale(version, group.version()));
                    }
                    return from.contains(group.status())
                            ? decision.apply(group)
                            : Mono.just(new Result.NotAllowed(group.status(), from));
                })
                .defaultIfEmpty(new Result.NotFound(id));
        return transaction
                .execute(status -> decided.doOnNext(result -> {
                    if (!(result instanceof Result.Decided)) {
                        status.setRollbackOnly();
                    }
                }))
                .single();
    }

    private Mono<Result> keep(CorrectionGroupView group, Status status, String reason, @Nullable UUID proposal) {
        CorrectionGroupView decided = new CorrectionGroupView(
                group.id(),
                group.version() + 1,
                status,
                group.language(),
                group.concept(),
                group.kind(),
                group.words(),
                group.written(),
                group.organizations(),
                group.oldest(),
                group.newest(),
                group.contexts(),
                reason,
                proposal);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return corrections
                .update(decided, now)
                .map(kept -> kept ? new Result.Decided(decided) : new Result.Stale(group.version(), decided.version()));
    }
}
