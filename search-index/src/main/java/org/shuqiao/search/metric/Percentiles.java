package org.shuqiao.search.metric;

import java.util.Arrays;

/** Percentiles of measured values by the nearest-rank method: always a value that was measured. */
public final class Percentiles {
    private final double[] sorted;

    public Percentiles(double[] values) {
        sorted = values.clone();
        Arrays.sort(sorted);
    }

    /** The smallest value that at least {@code percent} of all are not above; NaN when there are none. */
    public double at(double percent) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        int rank = (int) Math.ceil(percent / 100 * sorted.length);
        return sorted[Math.clamp(rank, 1, sorted.length) - 1];
    }
}
