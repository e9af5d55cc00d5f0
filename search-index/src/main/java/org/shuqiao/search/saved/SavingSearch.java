package org.shuqiao.search.saved;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import org.shuqiao.contracts.search.SavedSearch;
import org.shuqiao.contracts.search.SavedSearchView;
import org.shuqiao.web.Ids;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Somebody wants to be alerted from now on. */
@Component
class SavingSearch {
    /** What became of it. */
    sealed interface Result {
        record Saved(SavedSearchView search) implements Result {}

        record Refused(CheckingSearch.Result why) implements Result {}

        record AlreadyForDemand(UUID demand) implements Result {}

        record TooMany(int most) implements Result {}
    }

    private final CheckingSearch checking;
    private final PostgresSavedSearches searches;
    private final NotingWhatIsThere noting;
    private final TransactionalOperator transaction;
    private final Clock clock;
    private final SavedSettings settings;

    SavingSearch(
            CheckingSearch checking,
            PostgresSavedSearches searches,
            NotingWhatIsThere noting,
            TransactionalOperator transaction,
            Clock clock,
            SavedSettings settings) {
        this.checking = checking;
        this.searches = searches;
        this.noting = noting;
        this.transaction = transaction;
        this.clock = clock;
        this.settings = settings;
    }

    Mono<Result> save(SavedSearch said) {
        return checking.check(said).flatMap(checked -> switch (checked) {
            case CheckingSearch.Result.Sound(UUID owner, SavedSearch search) -> keep(owner, search);
            case CheckingSearch.Result.UnknownOwner _, CheckingSearch.Result.NotItsDemand _ ->
                Mono.just(new Result.Refused(checked));
        });
    }

    private Mono<Result> keep(UUID owner, SavedSearch search) {
        Mono<Result> kept = searches.begin()
                .flatMap(revision -> searches.count(owner)
                        .flatMap(count -> count < settings.most()
                                ? keep(owner, search, revision)
                                : Mono.just(new Result.TooMany(settings.most()))));
        return transaction.transactional(kept);
    }

    private Mono<Result> keep(UUID owner, SavedSearch search, PostgresSavedSearches.Revision revision) {
        // PostgreSQL keeps microseconds; what is answered equals what is read later
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        SavedSearchView view = new SavedSearchView(Ids.next(), owner, 1, now, now, revision.since(), search);
        return searches.insert(view, revision.number())
                .flatMap(inserted -> inserted
                        ? noting.note(view.id(), search, revision).thenReturn(new Result.Saved(view))
                        : Mono.just(new Result.AlreadyForDemand(demand(search))));
    }

    static UUID demand(SavedSearch search) {
        return Objects.requireNonNull(search.demand(), "only a demand has one search at most");
    }
}
