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
import org.shuqiao.contracts.search.AlertRaisedV1;
import org.shuqiao.contracts.search.AlertView.AlertedListing;
import org.shuqiao.messaging.Outage;
import org.shuqiao.messaging.Outbox;
import org.shuqiao.search.alert.LookingUp.Step;
import org.shuqiao.search.alert.PostgresAlerts.Meeting;
import org.shuqiao.search.alert.WaitingSearches.Met;
import org.shuqiao.search.index.Kind;
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
    private final LookingUp lookingUp;
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
            LookingUp lookingUp,
            Outbox outbox,
            TransactionalOperator transaction,
            Clock clock,
            AlertSettings settings,
            SavedSettings saved) {
        this.listings = listings;
        this.alerts = alerts;
        this.searches = searches;
        this.waiting = waiting;
        this.lookingUp = lookingUp;
        this.outbox = outbox;
        this.transaction = transaction;
        this.clock = clock;
        this.settings = settings;
        this.arrival = saved.arrival();
    }

    /**
     * What a look at the listings has found.
     *
     * @param due how many were due, of those that are looked at together
     * @param there how many of these need not be looked for again
     */
    record Looked(int due, int there) {}

    /** A listing with the searches it meets. */
    private record Matched(Step.Match step, List<Met> met) {}

    /** Matches some that are due. The searches are learnt even when none is. */
    Mono<Looked> raise() {
        Mono<Looked> raised = waiting.update()
                .flatMap(known -> listings.claim(most())
                        .collectList()
                        .flatMap(due -> due.isEmpty() ? Mono.just(new Looked(0, 0)) : raise(due, known)));
        return transaction.transactional(raised).timeout(settings.timeout());
    }

    private int most() {
        boolean awaited = waiting.isAwaited(Kind.OFFERS) || waiting.isAwaited(Kind.DEMANDS);
        return awaited ? settings.batch() : settings.unawaited();
    }

    private Mono<Looked> raise(List<Due> due, long known) {
        return lookingUp.steps(due, waiting::isAwaited).flatMap(steps -> {
            List<Step.Match> toMatch = new ArrayList<>();
            List<Due> toEnter = new ArrayList<>();
            List<Due> missing = new ArrayList<>();
            List<Due> nothing = new ArrayList<>();
            List<Due> later = new ArrayList<>();
            List<Instant> begins = new ArrayList<>();
            for (Step step : steps) {
                switch (step) {
                    case Step.Match match -> toMatch.add(match);
                    case Step.Enter(Due one) -> toEnter.add(one);
                    case Step.Wait(Due one) -> missing.add(one);
                    case Step.Nothing(Due one) -> nothing.add(one);
                    case Step.Begins(Due one, Instant at) -> {
                        later.add(one);
                        begins.add(at);
                    }
                }
            }
            return putOff(missing)
                    .then(listings.at(later, begins))
                    .then(listings.done(nothing))
                    .then(toMatch.isEmpty() && toEnter.isEmpty() ? Mono.empty() : matched(toMatch, toEnter, known))
                    .thenReturn(new Looked(due.size(), due.size() - missing.size()));
        });
    }

    private Mono<Void> putOff(List<Due> missing) {
        Instant patient = clock.instant().minus(settings.patience());
        List<Due> lost = new ArrayList<>();
        List<Due> later = new ArrayList<>();
        for (Due one : missing) {
            if (one.toldAt().isBefore(patient)) {
                LOG.warn("{} of {} has not come to the index and is not matched", one.id(), one.kind());
                lost.add(one);
            } else {
                later.add(one);
            }
        }
        return listings.later(later, later.stream().map(RaisingAlerts::pause).toList())
                .then(listings.done(lost));
    }

    private static Duration pause(Due due) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(due.attempts(), 12));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    /**
     * Matched first, and only then the searches are held: saving one does not wait for the matching of many listings. If one
     * was saved meanwhile all is matched again while none can be.
     */
    private Mono<Void> matched(List<Step.Match> steps, List<Due> unawaited, long known) {
        return met(steps)
                .flatMap(met -> searches.holdRevision()
                        .flatMap(last -> last == known
                                ? raiseThose(met, unawaited)
                                : waiting.update().then(Mono.defer(() -> matchedAgain(steps, unawaited)))));
    }

    /** Those that no search waited for are read now if one does, some at a time; the others stay due. */
    private Mono<Void> matchedAgain(List<Step.Match> steps, List<Due> unawaited) {
        List<Due> still =
                unawaited.stream().filter(one -> !waiting.isAwaited(one.kind())).toList();
        List<Due> awaited = unawaited.stream()
                .filter(one -> waiting.isAwaited(one.kind()))
                .limit(settings.batch())
                .toList();
        return lookingUp
                .steps(awaited, waiting::isAwaited)
                .flatMapIterable(read -> read)
                .ofType(Step.Match.class)
                .collectList()
                .flatMap(read -> {
                    List<Step.Match> all = new ArrayList<>(steps);
                    all.addAll(read);
                    return met(all);
                })
                .flatMap(met -> raiseThose(met, still));
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
        return putOff(List.of(step.due()));
    }

    private Mono<Void> raiseThose(List<Matched> all, List<Due> unawaited) {
        List<Matched> some = someOf(all);
        List<Due> entering = new ArrayList<>(unawaited);
        List<Meeting> meetings = new ArrayList<>();
        Map<UUID, AlertedListing> shown = new HashMap<>();
        for (Matched one : some) {
            entering.add(one.step().due());
            UUID id = one.step().due().id();
            if (!one.met().isEmpty()) {
                shown.put(id, shown(one.step()));
            }
            one.met().forEach(met -> meetings.add(new Meeting(Ids.next(), met.search(), id, met.score())));
        }
        return listings.enter(entering).then(meetings.isEmpty() ? Mono.empty() : raised(meetings, shown));
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
