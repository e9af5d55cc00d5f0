package org.shuqiao.search.saved;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import org.shuqiao.contracts.search.SavedSearch;
import org.shuqiao.contracts.search.SavedSearchView;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * An owner says a saved search anew, or removes it. One that asks for something else begins anew, too: what is in the
 * market then was there before it. What it has alerted of once it never alerts of again.
 */
@Component
class ChangingSearch {
    /** What became of it. */
    sealed interface Result {
        record Changed(SavedSearchView search) implements Result {}

        record Removed() implements Result {}

        record NotFound(UUID id) implements Result {}

        record Stale(long expected, long current) implements Result {}

        record OtherOwner() implements Result {}

        record Refused(CheckingSearch.Result why) implements Result {}

        record AlreadyForDemand(UUID demand) implements Result {}
    }

    private final CheckingSearch checking;
    private final PostgresSavedSearches searches;
    private final NotingWhatIsThere noting;
    private final TransactionalOperator transaction;
    private final Clock clock;

    ChangingSearch(
            CheckingSearch checking,
            PostgresSavedSearches searches,
            NotingWhatIsThere noting,
            TransactionalOperator transaction,
            Clock clock) {
        this.checking = checking;
        this.searches = searches;
        this.noting = noting;
        this.transaction = transaction;
        this.clock = clock;
    }

    Mono<Result> revise(UUID id, long version, SavedSearch said) {
        return checking.check(said).flatMap(checked -> switch (checked) {
            case CheckingSearch.Result.Sound(UUID owner, SavedSearch search) ->
                locked(id, version, (known, revision) -> revise(known, revision, owner, search));
            case CheckingSearch.Result.UnknownOwner _, CheckingSearch.Result.NotItsDemand _ ->
                Mono.just(new Result.Refused(checked));
        });
    }

    Mono<Result> remove(UUID id, long version) {
        return locked(
                id,
                version,
                (known, revision) -> searches.remove(id, revision.number()).thenReturn(new Result.Removed()));
    }

    private interface Change {
        Mono<Result> of(SavedSearchView known, PostgresSavedSearches.Revision revision);
    }

    /** The revision before the row, as everywhere: two that want both never wait for each other. */
    private Mono<Result> locked(UUID id, long version, Change change) {
        Mono<Result> changed = searches.begin()
                .flatMap(revision -> searches.lock(id)
                        .flatMap(known -> known.version() == version
                                ? change.of(known, revision)
                                : Mono.just(new Result.Stale(version, known.version())))
                        .defaultIfEmpty(new Result.NotFound(id)));
        return transaction.transactional(changed);
    }

    private Mono<Result> revise(
            SavedSearchView known, PostgresSavedSearches.Revision revision, UUID owner, SavedSearch search) {
        if (!known.ownerId().equals(owner)) {
            return Mono.just(new Result.OtherOwner());
        }
        if (known.search().equals(search)) {
            return Mono.just(new Result.Changed(known));
        }
        boolean begins = !asksTheSame(known.search(), search);
        SavedSearchView view = new SavedSearchView(
                known.id(),
                owner,
                known.version() + 1,
                known.createdAt(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                begins ? revision.since() : known.since(),
                search);
        return searches.update(view, revision.number()).flatMap(updated -> {
            if (!updated) {
                return Mono.just(new Result.AlreadyForDemand(SavingSearch.demand(search)));
            }
            Mono<Void> noted = begins ? noting.note(view.id(), search, revision) : Mono.empty();
            return noted.thenReturn(new Result.Changed(view));
        });
    }

    private static boolean asksTheSame(SavedSearch one, SavedSearch other) {
        return one.kind() == other.kind()
                && one.parameters().equals(other.parameters())
                && Objects.equals(one.demand(), other.demand())
                && Objects.equals(one.leastScore(), other.leastScore());
    }
}
