package org.shuqiao.search.alert;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.listing.ListingStatus;
import org.shuqiao.contracts.search.AlertRaisedV1;
import org.shuqiao.contracts.search.AlertView.AlertedListing;
import org.shuqiao.messaging.Outage;
import org.shuqiao.messaging.Outbox;
import org.shuqiao.search.alert.PostgresAlerts.Meeting;
import org.shuqiao.search.alert.WaitingSearches.Met;
import org.shuqiao.search.fact.FactsCodec;
import org.shuqiao.search.fact.ListingFacts;
import org.shuqiao.search.index.ElasticReading;
import org.shuqiao.search.index.Kind;
import org.shuqiao.search.index.ListingDocument;
import org.shuqiao.search.index.Shown;
import org.shuqiao.search.saved.PostgresSavedSearches;
import org.shuqiao.search.saved.SavedSettings;
import org.shuqiao.web.Ids;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Matches the listings that are due with all saved searches and raises the alerts, in one transaction with their events.
 * What is matched is the document as the index has it, so that nobody is alerted of what no search finds. A listing whose
 * document is not there yet waits; one that becomes valid later is matched then.
 */
@Component
class RaisingAlerts {
    private static final Logger LOG = LoggerFactory.getLogger(RaisingAlerts.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final int MATCHED_AT_ONCE = 2;

    private final PostgresListings listings;
    private final PostgresAlerts alerts;
    private final PostgresSavedSearches searches;
    private final WaitingSearches waiting;
    private final ElasticReading reading;
    private final Outbox outbox;
    private final TransactionalOperator transaction;
    private final Clock clock;
    private final AlertSettings settings;
    private final Duration arrival;

    RaisingAlerts(
            PostgresListings listings,
            PostgresAlerts alerts,
            PostgresSavedSearches searches,
            WaitingSearches waiting,
            ElasticReading reading,
            Outbox outbox,
            TransactionalOperator transaction,
            Clock clock,
            AlertSettings settings,
            SavedSettings saved) {
        this.listings = listings;
        this.alerts = alerts;
        this.searches = searches;
        this.waiting = waiting;
        this.reading = reading;
        this.outbox = outbox;
        this.transaction = transaction;
        this.clock = clock;
        this.settings = settings;
        this.arrival = saved.arrival();
    }

    /** What is to be done with a listing that is due. */
    private sealed interface Step {
        Due due();

        record Match(Due due, ListingDocument document, ListingFacts facts, Shown shown) implements Step {}

        /** Its document is not there yet, or could not be matched. */
        record Wait(Due due) implements Step {}

        record Begins(Due due, Instant at) implements Step {}

        record Nothing(Due due) implements Step {}
    }

    /** A listing with the searches it meets. */
    private record Matched(Step.Match step, List<Met> met) {}

    /** Matches some that are due; gives how many were looked at. The searches are learnt even when none is. */
    Mono<Integer> raise() {
        Mono<Integer> raised = listings.claim(settings.batch())
                .collectList()
                .flatMap(due -> due.isEmpty() ? waiting.update().thenReturn(0) : raise(due));
        return transaction.transactional(raised).timeout(settings.timeout());
    }

    private Mono<Integer> raise(List<Due> due) {
        return steps(due).flatMap(steps -> {
            List<Step.Match> toMatch = new ArrayList<>();
            List<Due> nothing = new ArrayList<>();
            List<Mono<Void>> putOff = new ArrayList<>();
            for (Step step : steps) {
                switch (step) {
                    case Step.Match match -> toMatch.add(match);
                    case Step.Nothing(Due one) -> nothing.add(one);
                    case Step.Wait(Due one) -> putOff.add(waiting(one));
                    case Step.Begins(Due one, Instant at) -> putOff.add(listings.at(one, at));
                }
            }
            return Flux.concat(putOff)
                    .then(nothing.isEmpty() ? Mono.empty() : listings.done(nothing))
                    .then(toMatch.isEmpty() ? Mono.empty() : matched(toMatch))
                    .thenReturn(due.size());
        });
    }

    private Mono<List<Step>> steps(List<Due> due) {
        Instant now = clock.instant();
        return Flux.fromArray(new Kind[] {Kind.OFFERS, Kind.DEMANDS})
                .concatMap(kind -> {
                    List<Due> ofKind =
                            due.stream().filter(one -> one.kind() == kind).toList();
                    return reading.listings(kind, ofKind.stream().map(Due::id).toList())
                            .flatMapIterable(found -> ofKind.stream()
                                    .map(one -> step(one, found.get(one.id()), now))
                                    .toList());
                })
                .collectList();
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
        Instant from = facts.from();
        if (from != null && from.isAfter(now)) {
            return new Step.Begins(due, from);
        }
        return facts.validAt(now) ? new Step.Match(due, document, facts, shown) : new Step.Nothing(due);
    }

    private Mono<Void> waiting(Due due) {
        if (due.toldAt().isBefore(clock.instant().minus(settings.patience()))) {
            LOG.warn("{} of {} has not come to the index and is not matched", due.id(), due.kind());
            return listings.done(List.of(due));
        }
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(due.attempts(), 12));
        return listings.later(due, pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
    }

    /**
     * Matched first, and only then the searches are held: saving one does not wait for the matching of many listings. If one
     * was saved meanwhile all is matched again while none can be.
     */
    private Mono<Void> matched(List<Step.Match> steps) {
        return waiting.update()
                .then(Mono.defer(() -> met(steps)))
                .flatMap(met -> searches.holdRevision()
                        .flatMap(last -> last == waiting.revision()
                                ? Mono.just(met)
                                : waiting.update().then(Mono.defer(() -> met(steps)))))
                .flatMap(this::raiseThose);
    }

    private Mono<List<Matched>> met(List<Step.Match> steps) {
        return Flux.fromIterable(steps)
                .flatMapSequential(
                        step -> waiting.meeting(step.due().kind(), step.due().id(), step.document())
                                .map(met -> new Matched(step, met))
                                .onErrorResume(
                                        e -> !Outage.isOutage(e),
                                        e -> unmatched(step, e).then(Mono.empty())),
                        MATCHED_AT_ONCE,
                        1)
                .collectList();
    }

    /** One that cannot be matched must not keep the others from it. */
    private Mono<Void> unmatched(Step.Match step, Throwable error) {
        LOG.error("{} of {} is not matched now", step.due().id(), step.due().kind(), error);
        return waiting(step.due());
    }

    private Mono<Void> raiseThose(List<Matched> all) {
        List<Matched> some = someOf(all);
        List<Due> due = some.stream().map(one -> one.step().due()).toList();
        List<Meeting> meetings = new ArrayList<>();
        Map<UUID, AlertedListing> shown = new HashMap<>();
        for (Matched one : some) {
            UUID id = one.step().due().id();
            if (!one.met().isEmpty()) {
                shown.put(id, shown(one.step()));
            }
            one.met().forEach(met -> meetings.add(new Meeting(Ids.next(), met.search(), id, met.score())));
        }
        return listings.enter(due.stream().map(Due::id).toList())
                .then(meetings.isEmpty() ? Mono.empty() : raised(meetings, shown))
                .then(listings.done(due));
    }

    private Mono<Void> raised(List<Meeting> meetings, Map<UUID, AlertedListing> shown) {
        return alerts.raise(meetings, shown, arrival)
                .map(alert -> new AlertRaisedV1(Ids.next(), alert.raisedAt(), alert.id(), 1, alert))
                .collectList()
                .flatMap(outbox::append);
    }

    /** As many as raise not too many alerts at once, and one at least; the others stay due. */
    private List<Matched> someOf(List<Matched> all) {
        int count = 0;
        int alertsOfThose = 0;
        while (count < all.size()
                && (count == 0 || alertsOfThose + all.get(count).met().size() <= settings.most())) {
            alertsOfThose += all.get(count).met().size();
            count++;
        }
        return all.subList(0, count);
    }

    private static AlertedListing shown(Step.Match step) {
        return new AlertedListing(
                step.due().id(),
                step.due().kind() == Kind.OFFERS ? AlertedListing.Kind.offer : AlertedListing.Kind.demand,
                step.document().version(),
                UUID.fromString(Objects.requireNonNull(step.document().organization())),
                step.shown().name(),
                step.shown().title(),
                step.shown().summary());
    }
}
