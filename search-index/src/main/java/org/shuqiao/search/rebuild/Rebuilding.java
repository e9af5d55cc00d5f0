package org.shuqiao.search.rebuild;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.event.Event;
import org.shuqiao.contracts.listing.DemandEvent;
import org.shuqiao.contracts.listing.OfferEvent;
import org.shuqiao.contracts.profile.OrganizationEvent;
import org.shuqiao.contracts.profile.OrganizationView;
import org.shuqiao.messaging.EventCodec;
import org.shuqiao.search.index.Changes;
import org.shuqiao.search.index.IndexGeneration;
import org.shuqiao.search.index.Indexing;
import org.shuqiao.search.index.Indexing.Change;
import org.shuqiao.search.index.Indices;
import org.shuqiao.search.index.Kind;
import org.shuqiao.search.index.Names;
import org.shuqiao.search.index.Target;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Builds all indices anew beside the living ones and switches over: copy the services' feeds, apply what was published
 * meanwhile, switch all aliases in one step, apply what the living writers still wrote to the old indices, delete those.
 * Every write is under its aggregate's version, so that the overlaps of feed, topics and living writers do no harm. Runs
 * on the caller's thread, which it blocks as a consumer of events does.
 */
@Component
class Rebuilding {
    private static final Logger LOG = LoggerFactory.getLogger(Rebuilding.class);
    private static final int MOST_ROUNDS = 100;

    private final Indices indices;
    private final Indexing indexing;
    private final IndexGeneration generation;
    private final Feeds feeds;
    private final Names names;
    private final EventCodec codec;
    private final Map<String, Object> kafka;
    private final RebuildSettings settings;
    private final Clock clock;

    Rebuilding(
            Indices indices,
            Indexing indexing,
            IndexGeneration generation,
            Feeds feeds,
            Names names,
            EventCodec codec,
            KafkaProperties kafka,
            RebuildSettings settings,
            Clock clock) {
        this.indices = indices;
        this.indexing = indexing;
        this.generation = generation;
        this.feeds = feeds;
        this.names = names;
        this.codec = codec;
        this.kafka = kafka.buildConsumerProperties();
        this.settings = settings;
        this.clock = clock;
    }

    /** Rebuilds everything and reports to {@code progress}; the living indices stay as they are if it fails. */
    void rebuild(RebuildProgress progress) {
        Instant until = clock.instant().plus(settings.patience());
        @Nullable Target fresh = null;
        boolean switched = false;
        progress.step("open the topics");
        try (KafkaTail tail = new KafkaTail(kafka, codec, names.namespace())) {
            progress.step("remove leftovers");
            done(indices.leftovers().flatMap(left -> indices.delete(left).thenReturn(left)), until);
            fresh = done(indices.createFresh(), until);
            copy(fresh, progress, until);
            catchUp(fresh, tail, progress, until);
            progress.step("switch the aliases");
            Set<String> left = done(indices.switchTo(fresh, true), until);
            switched = true;
            progress.step("catch up with the last writes to the old indices");
            Target built = fresh;
            tail.readOn(events -> apply(built, events, progress, until), until);
            progress.step("delete the old indices");
            done(indices.delete(left)
                    .then(indices.refresh(fresh, Kind.OFFERS, Kind.DEMANDS))
                    .then(generation.next())
                    .thenReturn(true), until);
            progress.step("done");
            progress.completed();
        } catch (RuntimeException e) {
            LOG.warn("The rebuild failed while it should {}: {}", progress.view().step(), e.toString());
            if (fresh != null && !switched) {
                discard(fresh);
            }
            progress.failed(e);
        }
    }

    private void copy(Target fresh, RebuildProgress progress, Instant until) {
        progress.step("copy organizations");
        done(feeds.organizations()
                .flatMap(page -> indexing.organizationsFirst(fresh, page)
                        .doOnSuccess(v -> progress.organizations(page.size())), settings.parallel(), 1)
                .then(Mono.just(true)), until);
        progress.step("copy offers and demands");
        Flux<Void> offers = feeds.offers().flatMap(page -> indexing.listings(
                        fresh, Kind.OFFERS, page.stream().map(Change.State::new).toList())
                .doOnSuccess(v -> progress.offers(page.size())), settings.parallel(), 1);
        Flux<Void> demands = feeds.demands().flatMap(page -> indexing.listings(
                        fresh, Kind.DEMANDS, page.stream().map(Change.State::new).toList())
                .doOnSuccess(v -> progress.demands(page.size())), settings.parallel(), 1);
        done(Flux.merge(offers, demands).then(Mono.just(true)), until);
    }

    private void catchUp(Target fresh, KafkaTail tail, RebuildProgress progress, Instant until) {
        progress.step("catch up with the topics");
        for (int round = 0; round < MOST_ROUNDS; round++) {
            tail.readOn(events -> apply(fresh, events, progress, until), until);
            if (tail.behind() <= settings.nearEnough()) {
                break;
            }
        }
        done(indices.refresh(fresh, Kind.OFFERS, Kind.DEMANDS).thenReturn(true), until);
    }

    private void apply(Target fresh, List<Event> events, RebuildProgress progress, Instant until) {
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
        Mono<Void> applied = organizations.isEmpty() ? Mono.empty() : indexing.organizations(fresh, organizations);
        done(applied.then(indexing.listings(fresh, Kind.OFFERS, offers))
                .then(indexing.listings(fresh, Kind.DEMANDS, demands))
                .thenReturn(true), until);
        progress.events(events.size());
    }

    private void discard(Target fresh) {
        Set<String> left = new TreeSet<>();
        for (Kind kind : Kind.values()) {
            left.add(fresh.name(kind));
        }
        try {
            done(indices.delete(left).thenReturn(true), clock.instant().plusSeconds(10));
        } catch (RuntimeException e) {
            LOG.info("Left for the next rebuild to remove: {}", left);
        }
    }

    private <T> T done(Mono<T> mono, Instant until) {
        Duration left = Duration.between(clock.instant(), until);
        T value = mono.block(left.isNegative() ? Duration.ZERO : left);
        if (value == null) {
            throw new IllegalStateException("nothing came");
        }
        return value;
    }
}
