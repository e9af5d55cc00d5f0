package org.shuqiao.search.match;

import java.util.Comparator;
import java.util.List;

/** A pair with its scores, its must-haves, and what orders it among equals. */
record Judged(Pair pair, Scoring.Scores scores, List<MustHaves.Judged> mustHaves, long tie) {
    static final Comparator<Judged> BEST_FIRST = Comparator.comparingDouble(
                    (Judged one) -> one.scores().both())
            .reversed()
            .thenComparingInt(Judged::open)
            .thenComparingLong(Judged::tie);

    /** How many must-haves nobody knows of whether they are met. */
    int open() {
        return MustHaves.open(mustHaves);
    }
}
