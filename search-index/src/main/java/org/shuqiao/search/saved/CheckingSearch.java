package org.shuqiao.search.saved;

import java.util.UUID;
import org.shuqiao.contracts.search.SavedSearch;
import org.shuqiao.contracts.value.InvalidValue;
import org.shuqiao.contracts.value.OrganizationReference;
import org.shuqiao.search.find.ElasticKeptSearches;
import org.shuqiao.search.index.Kind;
import org.shuqiao.search.match.FittingDemands;
import org.shuqiao.search.organization.Organizations;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Whether a search can be saved as it is said: by a known owner, with parameters a search has, for a demand of its own. */
@Component
class CheckingSearch {
    /** What was found. */
    sealed interface Result {
        /** It can; all that was left to the service is filled in. */
        record Sound(UUID owner, SavedSearch search) implements Result {}

        record UnknownOwner(OrganizationReference owner) implements Result {}

        /** No published demand, or not one of the owner's. */
        record NotItsDemand(UUID demand) implements Result {}
    }

    private final ElasticKeptSearches kept;
    private final Organizations owners;
    private final FittingDemands demands;
    private final SavedSettings settings;

    CheckingSearch(ElasticKeptSearches kept, Organizations owners, FittingDemands demands, SavedSettings settings) {
        this.kept = kept;
        this.owners = owners;
        this.demands = demands;
        this.settings = settings;
    }

    /** Signals {@link InvalidValue} naming the parameter that is unknown or wrong. */
    Mono<Result> check(SavedSearch said) {
        return Mono.fromSupplier(() -> withSoundParameters(said))
                .flatMap(search -> owners.of(search.owner())
                        .flatMap(owner -> ofItsOwn(owner, search))
                        .defaultIfEmpty(new Result.UnknownOwner(search.owner())));
    }

    private Mono<Result> ofItsOwn(UUID owner, SavedSearch search) {
        UUID demand = search.demand();
        Result sound = new Result.Sound(owner, filledIn(owner, search));
        return demand == null
                ? Mono.just(sound)
                : demands.buyerOf(demand)
                        .filter(owner::equals)
                        .map(buyer -> sound)
                        .defaultIfEmpty(new Result.NotItsDemand(demand));
    }

    private SavedSearch filledIn(UUID owner, SavedSearch search) {
        Double least = search.leastScore();
        return new SavedSearch(
                OrganizationReference.of(owner),
                search.name(),
                search.kind(),
                search.parameters(),
                search.demand(),
                search.demand() == null || least != null ? least : Double.valueOf(settings.leastScore()),
                search.language(),
                search.delivery());
    }

    private SavedSearch withSoundParameters(SavedSearch search) {
        try {
            switch (search.kind()) {
                case offers -> kept.check(Kind.OFFERS, search.parameters());
                case demands -> kept.check(Kind.DEMANDS, search.parameters());
                case matches -> {
                    // has no parameters
                }
            }
            return search;
        } catch (InvalidValue e) {
            throw new InvalidValue("parameters." + e.field(), e.expected(), e.received());
        }
    }
}
