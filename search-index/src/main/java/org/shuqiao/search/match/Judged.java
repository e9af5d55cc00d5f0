package org.shuqiao.search.match;

import java.util.Comparator;
import java.util.List;
import org.shuqiao.search.text.TieBreak;

/** A pair with its scores and its must-haves. */
record Judged(Pair pair, Scoring.Scores scores, List<MustHaves.Judged> mustHaves) {
    static final Comparator<Judged> BEST_FIRST = Comparator.comparingDouble(
                    (Judged one) -> one.scores().both())
            .reversed()
            .thenComparingInt(Judged::open)
            .thenComparingLong(Judged::tie);

    /** What orders it among equals, of which there are few. */
    private long tie() {
        return TieBreak.of(pair.demand().id(), pair.offer().id());
    }

    /** How many must-haves nobody knows of whether they are met. */
    int open() {
        return MustHaves.open(mustHaves);
    }
}
