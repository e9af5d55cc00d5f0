package org.shuqiao.search.evaluate;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.shuqiao.contracts.listing.ListingView;
import org.shuqiao.contracts.profile.OrganizationView;
import org.shuqiao.search.evaluate.TestSet.Entry;
import org.shuqiao.search.index.ElasticIndices;
import org.shuqiao.search.index.Indexing;
import org.shuqiao.search.index.Indexing.Change;
import org.shuqiao.search.index.Kind;
import org.shuqiao.search.index.Target;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Indices that hold one test set for as long as it is worked on: its documents go through the indexing of offers, its
 * queries through that of demands. Runs on the thread of a command, which waits for each step: a command has nothing else
 * to do.
 */
@Component
public class ScratchIndices {
    private static final int BATCH = 500;
    private static final Duration PATIENCE = Duration.ofHours(1);

    private final ElasticIndices indices;
    private final Indexing indexing;
    private final Clock clock;

    ScratchIndices(ElasticIndices indices, Indexing indexing, Clock clock) {
        this.indices = indices;
        this.indexing = indexing;
        this.clock = clock;
    }

    /** What was loaded, and under which ids. */
    public record Loaded(List<Entry> queries, Map<String, String> documents) {
        /** The demand that a query became. */
        public UUID demand(String query) {
            return Views.id("demand", query);
        }

        /** The offer that a document became. */
        public UUID offer(String document) {
            return Views.id("offer", document);
        }

        /** The document that became an offer. */
        public String document(UUID offer) {
            return documents.getOrDefault(offer.toString(), "?");
        }
    }

    /** Loads a set, lets {@code work} be done on it, and removes it. */
    public <T> T with(TestSet set, Function<Loaded, T> work) {
        return on(target -> work.apply(loaded(set, target)));
    }

    /** Lets {@code load} fill empty indices, {@code work} be done on what is in them, and removes them. */
    public <T> T with(Function<Target, Mono<Void>> load, Supplier<T> work) {
        return on(target -> {
            done(load.apply(target)
                    .then(indices.refresh(target, Kind.OFFERS, Kind.DEMANDS))
                    .thenReturn(true));
            return work.get();
        });
    }

    private <T> T on(Function<Target, T> work) {
        Target scratch = done(indices.createFresh());
        try {
            Set<String> left = done(indices.switchTo(scratch));
            done(indices.delete(left).thenReturn(true));
            return work.apply(scratch);
        } finally {
            Set<String> names = new TreeSet<>();
            for (Kind kind : Kind.values()) {
                names.add(scratch.name(kind));
            }
            done(indices.delete(names).thenReturn(true));
        }
    }

    /** Waits for what is to come. */
    public static <T> T done(Mono<T> mono) {
        return mono.timeout(PATIENCE)
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("nothing came")))
                .toFuture()
                .join();
    }

    private Loaded loaded(TestSet set, Target scratch) {
        Views views = new Views(clock.instant());
        Map<String, String> documents = new HashMap<>();
        set.corpus(BATCH, entries -> {
            entries.forEach(entry -> documents.put(Views.id("offer", entry.id()).toString(), entry.id()));
            index(
                    scratch,
                    Kind.OFFERS,
                    entries.stream().map(views::provider).toList(),
                    entries.stream().map(views::offer).toList());
        });
        List<Entry> queries = set.queries();
        for (int from = 0; from < queries.size(); from += BATCH) {
            List<Entry> entries = queries.subList(from, Math.min(queries.size(), from + BATCH));
            index(
                    scratch,
                    Kind.DEMANDS,
                    entries.stream().map(views::buyer).toList(),
                    entries.stream().map(views::demand).toList());
        }
        done(indices.refresh(scratch, Kind.OFFERS, Kind.DEMANDS).thenReturn(true));
        return new Loaded(queries, documents);
    }

    private void index(
            Target scratch, Kind kind, List<OrganizationView> organizations, List<? extends ListingView> listings) {
        List<Change.State> states = listings.stream().map(Change.State::new).toList();
        done(indexing.organizationsFirst(scratch, organizations)
                .then(indexing.listings(scratch, kind, states))
                .thenReturn(true));
    }
}
