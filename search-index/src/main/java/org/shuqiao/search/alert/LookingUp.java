package org.shuqiao.search.alert;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.listing.ListingStatus;
import org.shuqiao.search.fact.FactsCodec;
import org.shuqiao.search.fact.ListingFacts;
import org.shuqiao.search.index.ElasticReading;
import org.shuqiao.search.index.Kind;
import org.shuqiao.search.index.ListingDocument;
import org.shuqiao.search.index.ListingState;
import org.shuqiao.search.index.Shown;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Looks up in the index how the listings stand that are due. The texts and facts are read of those that a search could find;
 * where none waits for their kind, it is enough that they are there.
 */
@Component
class LookingUp {
    private final ElasticReading reading;
    private final Clock clock;

    LookingUp(ElasticReading reading, Clock clock) {
        this.reading = reading;
        this.clock = clock;
    }

    /** What is to be done with a listing that is due. */
    sealed interface Step {
        Due due();

        /** It is to be matched. */
        record Match(Due due, ListingDocument document, Shown shown) implements Step {}

        /** It enters the market, and there is no search to match it with. */
        record Enter(Due due) implements Step {}

        /** Its document is not there yet. */
        record Wait(Due due) implements Step {}

        record Begins(Due due, Instant at) implements Step {}

        record Nothing(Due due) implements Step {}
    }

    /** A step for each, in no order. */
    Mono<List<Step>> steps(List<Due> due, Predicate<Kind> awaited) {
        return Flux.just(Kind.OFFERS, Kind.DEMANDS)
                .concatMap(kind -> {
                    List<Due> ofKind =
                            due.stream().filter(one -> one.kind() == kind).toList();
                    return awaited.test(kind) ? read(kind, ofKind) : glanced(kind, ofKind);
                })
                .collectList();
    }

    private Flux<Step> read(Kind kind, List<Due> due) {
        Instant now = clock.instant();
        return reading.listings(kind, due.stream().map(Due::id).toList())
                .flatMapIterable(found -> due.stream()
                        .map(one -> step(one, found.get(one.id()), now))
                        .toList());
    }

    private Flux<Step> glanced(Kind kind, List<Due> due) {
        Instant now = clock.instant();
        return reading.states(kind, due.stream().map(Due::id).toList())
                .flatMapIterable(found -> due.stream()
                        .map(one -> step(one, found.get(one.id()), now))
                        .toList());
    }

    private static Step step(Due due, @Nullable ListingDocument document, Instant now) {
        if (document == null || document.version() < due.version()) {
            return new Step.Wait(due);
        }
        String encoded = document.facts();
        Shown shown = document.shown();
        if (document.status() != ListingStatus.published || encoded == null || shown == null) {
            return new Step.Nothing(due);
        }
        ListingFacts facts = due.kind() == Kind.OFFERS ? FactsCodec.offer(encoded) : FactsCodec.demand(encoded);
        if (facts.party().version() < due.organizationVersion()) {
            return new Step.Wait(due);
        }
        return inTime(new Step.Match(due, document, shown), facts.from(), facts.until(), now);
    }

    /** Whether it knows the newest state of its organization tells only those apart who are matched. */
    private static Step step(Due due, @Nullable ListingState state, Instant now) {
        if (state == null || state.version() < due.version()) {
            return new Step.Wait(due);
        }
        return state.status() == ListingStatus.published
                ? inTime(new Step.Enter(due), state.validFrom(), state.expiresAt(), now)
                : new Step.Nothing(due);
    }

    private static Step inTime(Step step, @Nullable Instant from, @Nullable Instant until, Instant now) {
        if (from != null && from.isAfter(now)) {
            return new Step.Begins(step.due(), from);
        }
        return until == null || until.isAfter(now) ? step : new Step.Nothing(step.due());
    }
}
