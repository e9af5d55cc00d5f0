package org.shuqiao.search.evaluate;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.shuqiao.contracts.search.MatchesView;
import org.shuqiao.search.evaluate.Run.Ranked;
import org.shuqiao.search.evaluate.TestSet.Entry;
import org.shuqiao.search.index.ElasticIndices;
import org.shuqiao.search.index.Indexing;
import org.shuqiao.search.index.Indexing.Change;
import org.shuqiao.search.index.Kind;
import org.shuqiao.search.index.Target;
import org.shuqiao.search.match.Recommending;
import org.shuqiao.search.metric.Measures;
import org.shuqiao.search.metric.Percentiles;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Evaluates one test set: its documents go through the indexing of offers, its queries through that of demands, and each
 * query through the recommendation that a buyer's request takes, without cache. Runs on the thread of a command,
 * which waits for each step: a command has nothing else to do.
 */
@Component
class Evaluating {
    private static final int BATCH = 500;
    private static final int DEPTH = 100;
    private static final int WARM_UP = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final ElasticIndices indices;
    private final Indexing indexing;
    private final Recommending recommending;
    private final Clock clock;

    Evaluating(ElasticIndices indices, Indexing indexing, Recommending recommending, Clock clock) {
        this.indices = indices;
        this.indexing = indexing;
        this.recommending = recommending;
        this.clock = clock;
    }

    /** What came out: the measures over all judged queries, and how long a query took, in milliseconds. */
    record Outcome(String name, int queries, Measures mean, double p50, double p99, Run run) {}

    Outcome evaluate(TestSet set) {
        Target scratch = done(indices.createFresh());
        try {
            Set<String> left = done(indices.switchTo(scratch));
            done(indices.delete(left).thenReturn(true));
            return measured(set, scratch);
        } finally {
            Set<String> names = new TreeSet<>();
            for (Kind kind : Kind.values()) {
                names.add(scratch.name(kind));
            }
            done(indices.delete(names).thenReturn(true));
        }
    }

    private Outcome measured(TestSet set, Target scratch) {
        Views views = new Views(clock.instant());
        Map<String, String> documents = new HashMap<>();
        set.corpus(BATCH, entries -> {
            entries.forEach(entry -> documents.put(Views.id("offer", entry.id()).toString(), entry.id()));
            index(
                    scratch,
                    Kind.OFFERS,
                    entries.stream().map(views::provider).toList(),
                    entries.stream().map(views::offer).map(Change.State::new).toList());
        });
        List<Entry> queries = set.queries();
        for (int from = 0; from < queries.size(); from += BATCH) {
            List<Entry> entries = queries.subList(from, Math.min(queries.size(), from + BATCH));
            index(
                    scratch,
                    Kind.DEMANDS,
                    entries.stream().map(views::buyer).toList(),
                    entries.stream().map(views::demand).map(Change.State::new).toList());
        }
        done(indices.refresh(scratch, Kind.OFFERS, Kind.DEMANDS).thenReturn(true));
        queries.stream().limit(WARM_UP).forEach(this::recommended);
        return ranked(set, queries, documents);
    }

    private void index(
            Target scratch,
            Kind kind,
            List<org.shuqiao.contracts.profile.OrganizationView> organizations,
            List<Change.State> states) {
        done(indexing.organizationsFirst(scratch, organizations)
                .then(indexing.listings(scratch, kind, states))
                .thenReturn(true));
    }

    private Outcome ranked(TestSet set, List<Entry> queries, Map<String, String> documents) {
        Map<String, Map<String, Integer>> judgements = set.judgements();
        List<Measures> measures = new ArrayList<>();
        double[] millis = new double[queries.size()];
        Run run = new Run();
        for (int i = 0; i < queries.size(); i++) {
            Entry query = queries.get(i);
            long start = System.nanoTime();
            MatchesView matches = recommended(query);
            millis[i] = (System.nanoTime() - start) / 1e6;
            List<Ranked> ranking = matches.matches().stream()
                    .map(match ->
                            new Ranked(documents.getOrDefault(match.offerId().toString(), "?"), match.score()))
                    .toList();
            run.add(query.id(), ranking);
            Map<String, Integer> grades = judgements.getOrDefault(query.id(), Map.of());
            if (grades.values().stream().anyMatch(grade -> grade > 0)) {
                measures.add(Measures.of(ranking.stream().map(Ranked::document).toList(), grades));
            }
        }
        Percentiles percentiles = new Percentiles(millis);
        return new Outcome(
                set.name(), measures.size(), Measures.mean(measures), percentiles.at(50), percentiles.at(99), run);
    }

    private MatchesView recommended(Entry query) {
        return done(recommending.offersFor(Views.id("demand", query.id()), DEPTH, "evaluation"));
    }

    private static <T> T done(Mono<T> mono) {
        return mono.timeout(PATIENCE)
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("nothing came")))
                .toFuture()
                .join();
    }
}
