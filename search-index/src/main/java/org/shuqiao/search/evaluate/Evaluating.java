package org.shuqiao.search.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.shuqiao.contracts.search.MatchesView;
import org.shuqiao.search.evaluate.Run.Ranked;
import org.shuqiao.search.evaluate.ScratchIndices.Loaded;
import org.shuqiao.search.evaluate.TestSet.Entry;
import org.shuqiao.search.match.Ranking;
import org.shuqiao.search.match.Recommending;
import org.shuqiao.search.metric.Measures;
import org.shuqiao.search.metric.Percentiles;
import org.springframework.stereotype.Component;

/**
 * Evaluates one test set: each query takes the recommendation that a buyer's request takes, without cache, once for each
 * ranking; the set is indexed once.
 */
@Component
public class Evaluating {
    private static final int DEPTH = 100;
    private static final int WARM_UP = 20;

    private final ScratchIndices scratch;
    private final Recommending recommending;

    Evaluating(ScratchIndices scratch, Recommending recommending) {
        this.scratch = scratch;
        this.recommending = recommending;
    }

    /** What came out: the measures of each judged query by its id, and how long a query took, in milliseconds. */
    public record Outcome(String name, Map<String, Measures> measures, double p50, double p99, Run run) {
        public Measures mean() {
            return Measures.mean(measures.values());
        }

        /** One measure of all judged queries, in the order of the set. */
        public double[] each(ToDoubleFunction<Measures> measure) {
            return measures.values().stream().mapToDouble(measure).toArray();
        }
    }

    /** One outcome for each ranking. */
    List<Outcome> evaluate(TestSet set, List<Ranking> rankings) {
        return scratch.with(
                set,
                loaded -> rankings.stream()
                        .map(ranking -> evaluated(set, loaded, loaded.queries(), ranking))
                        .toList());
    }

    /** The outcome of some of the queries of a set that is loaded. */
    public Outcome evaluated(TestSet set, Loaded loaded, List<Entry> queries, Ranking ranking) {
        Recommending ranked = recommending.with(ranking);
        queries.stream().limit(WARM_UP).forEach(query -> recommended(ranked, loaded, query));
        Map<String, Map<String, Integer>> judgements = set.judgements();
        Map<String, Measures> measures = new LinkedHashMap<>();
        double[] millis = new double[queries.size()];
        Run run = new Run();
        for (int i = 0; i < queries.size(); i++) {
            Entry query = queries.get(i);
            long start = System.nanoTime();
            MatchesView matches = recommended(ranked, loaded, query);
            millis[i] = (System.nanoTime() - start) / 1e6;
            List<Ranked> list = new ArrayList<>();
            matches.matches().forEach(m -> list.add(new Ranked(loaded.document(m.offerId()), m.score())));
            run.add(query.id(), list);
            Map<String, Integer> grades = judgements.getOrDefault(query.id(), Map.of());
            if (grades.values().stream().anyMatch(grade -> grade > 0)) {
                measures.put(
                        query.id(),
                        Measures.of(list.stream().map(Ranked::document).toList(), grades));
            }
        }
        Percentiles percentiles = new Percentiles(millis);
        return new Outcome(set.name(), measures, percentiles.at(50), percentiles.at(99), run);
    }

    private static MatchesView recommended(Recommending recommending, Loaded loaded, Entry query) {
        return ScratchIndices.done(recommending.offersFor(loaded.demand(query.id()), DEPTH, "evaluation"));
    }
}
