package org.shuqiao.search.rebuild;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shuqiao.contracts.event.Event;
import org.shuqiao.contracts.listing.DemandEvent;
import org.shuqiao.contracts.listing.ListingView;
import org.shuqiao.contracts.listing.OfferEvent;
import org.shuqiao.contracts.profile.OrganizationEvent;
import org.shuqiao.contracts.profile.OrganizationView;
import org.shuqiao.messaging.EventCodec;
import org.shuqiao.search.index.Changes;
import org.shuqiao.search.index.ElasticIndices;
import org.shuqiao.search.index.IndexGeneration;
import org.shuqiao.search.index.Indexing;
import org.shuqiao.search.index.Indexing.Change;
import org.shuqiao.search.index.Kind;
import org.shuqiao.search.index.Names;
import org.shuqiao.search.index.Target;
import org.shuqiao.search.thesaurus.FollowingThesaurus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Builds all indices anew beside the living ones and switches over: copy the services' feeds, apply what was published
 * meanwhile, switch all aliases in one step, apply what the living writers still wrote to the old indices, delete those.
 * Every write is under its aggregate's version, so that the overlaps of feed, topics and living writers do no harm.
 */
@Component
class Rebuilding {
    private static final Logger LOG = LoggerFactory.getLogger(Rebuilding.class);
    private static final int MOST_ROUNDS = 100;

    private final ElasticIndices indices;
    private final Indexing indexing;
    private final IndexGeneration generation;
    private final Feeds feeds;
    private final FollowingThesaurus thesaurus;
    private final Names names;
    private final EventCodec codec;
    private final Map<String, Object> kafka;
    private final RebuildSettings settings;
    private final Clock clock;

    Rebuilding(
            ElasticIndices indices,
            Indexing indexing,
            IndexGeneration generation,
            Feeds feeds,
            FollowingThesaurus thesaurus,
            Names names,
            EventCodec codec,
            KafkaProperties kafka,
            RebuildSettings settings,
            Clock clock) {
        this.indices = indices;
        this.indexing = indexing;
        this.generation = generation;
        this.feeds = feeds;
        this.thesaurus = thesaurus;
        this.names = names;
        this.codec = codec;
        this.kafka = kafka.buildConsumerProperties();
        this.settings = settings;
        this.clock = clock;
    }

    RebuildProgress progress() {
        return new RebuildProgress(clock);
    }

    /** Rebuilds everything and reports to {@code progress}, failure included; the living indices stay as they are then. */
    Mono<Void> rebuild(RebuildProgress progress) {
        return Mono.using(
                        () -> new KafkaTail(kafka, codec, names.namespace()),
                        tail -> rebuild(tail, progress),
                        KafkaTail::close)
                .timeout(settings.patience())
                .doOnSuccess(done -> progress.completed())
                .doOnError(e -> LOG.warn(
                        "The rebuild failed at '{}': {}", progress.view().step(), e.toString()))
                .onErrorResume(e -> Mono.fromRunnable(() -> progress.failed(e)));
    }

    private Mono<Void> rebuild(KafkaTail tail, RebuildProgress progress) {
        progress.step("open the topics");
        return tail.open()
                .then(step(progress, "read what was added to the thesaurus", thesaurus.catchUp()))
                .then(step(progress, "remove leftovers", indices.leftovers().flatMap(indices::delete)))
                .then(Mono.defer(() -> {
                    // of the thesaurus as it is now: if it changes meanwhile, another rebuild is needed
                    String marker = indices.wholeMarker();
                    return indices.createFresh()
                            .flatMap(fresh -> copy(fresh, progress)
                                    .then(catchUp(fresh, tail, progress))
                                    .then(switchOver(fresh, marker, tail, progress)));
                }));
    }

    private Mono<Void> copy(Target fresh, RebuildProgress progress) {
        Mono<Void> organizations = feeds.organizations()
                .flatMap(
                        page -> indexing.organizationsFirst(fresh, page)
                                .doOnSuccess(v -> progress.organizations(page.size())),
                        settings.parallel(),
                        1)
                .then();
        Mono<Void> offers = feeds.offers()
                .flatMap(
                        page -> indexing.listings(fresh, Kind.OFFERS, states(page))
                                .doOnSuccess(v -> progress.offers(page.size())),
                        settings.parallel(),
                        1)
                .then();
        Mono<Void> demands = feeds.demands()
                .flatMap(
                        page -> indexing.listings(fresh, Kind.DEMANDS, states(page))
                                .doOnSuccess(v -> progress.demands(page.size())),
                        settings.parallel(),
                        1)
                .then();
        return step(progress, "copy organizations", organizations)
                .then(step(progress, "copy offers and demands", Mono.when(offers, demands)));
    }

    private Mono<Void> catchUp(Target fresh, KafkaTail tail, RebuildProgress progress) {
        Mono<Boolean> round =
                applied(fresh, tail, progress).then(tail.behind()).map(behind -> behind <= settings.nearEnough());
        Mono<Void> near = round.repeat(MOST_ROUNDS).takeUntil(isNear -> isNear).then();
        return step(progress, "catch up with the topics", near).then(indices.refresh(fresh, Kind.OFFERS, Kind.DEMANDS));
    }

    private Mono<Void> switchOver(Target fresh, String marker, KafkaTail tail, RebuildProgress progress) {
        return Mono.defer(() -> {
            progress.step("switch the aliases");
            return indices.switchTo(fresh).flatMap(left -> afterSwitch(left, fresh, marker, tail, progress));
        });
    }

    /**
     * What living writers wrote to the old indices up to the switch is in the topics up to their ends after it. Only when
     * that is applied are the new indices whole: a crash before makes the guard rebuild again.
     */
    private Mono<Void> afterSwitch(
            Set<String> left, Target fresh, String marker, KafkaTail tail, RebuildProgress progress) {
        return step(progress, "catch up with the last writes to the old indices", applied(fresh, tail, progress))
                .then(indices.markWhole(fresh, marker))
                .then(step(progress, "delete the old indices", indices.delete(left)))
                .then(indices.refresh(fresh, Kind.OFFERS, Kind.DEMANDS))
                .then(generation.next())
                .then(step(progress, "done", Mono.empty()));
    }

    private Mono<Void> applied(Target fresh, KafkaTail tail, RebuildProgress progress) {
        return tail.upToNow()
                .concatMap(events -> apply(fresh, events).doOnSuccess(v -> progress.events(events.size())), 0)
                .then();
    }

    private Mono<Void> apply(Target fresh, List<Event> events) {
        List<OrganizationView> organizations = new ArrayList<>();
        List<Change> offers = new ArrayList<>();
        List<Change> demands = new ArrayList<>();
        for (Event event : events) {
            switch (event) {
                case OrganizationEvent e -> organizations.add(e.organization());
                case OfferEvent e -> offers.add(Changes.of(e));
                case DemandEvent e -> demands.add(Changes.of(e));
                default -> throw new IllegalStateException("no index for " + event.getClass());
            }
        }
        Mono<Void> parties = organizations.isEmpty() ? Mono.empty() : indexing.organizations(fresh, organizations);
        return parties.then(indexing.listings(fresh, Kind.OFFERS, offers))
                .then(indexing.listings(fresh, Kind.DEMANDS, demands));
    }

    private static List<Change> states(List<? extends ListingView> page) {
        return page.stream().<Change>map(Change.State::new).toList();
    }

    private static Mono<Void> step(RebuildProgress progress, String name, Mono<Void> step) {
        return Mono.defer(() -> {
            progress.step(name);
            return step;
        });
    }
}
