package org.shuqiao.bench;

import java.util.Arrays;
import java.util.Locale;

/** Latencies in milliseconds, sorted; percentiles by nearest rank. */
record Percentiles(double[] sorted) {
    static Percentiles of(double[] milliseconds) {
        double[] sorted = milliseconds.clone();
        Arrays.sort(sorted);
        return new Percentiles(sorted);
    }

    /** The smallest value that at least {@code percent} of all do not exceed. */
    double at(double percent) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        int rank = (int) Math.ceil(percent / 100 * sorted.length);
        return sorted[Math.max(0, rank - 1)];
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "p50 %.1f ms, p95 %.1f ms, p99 %.1f ms (n=%d)", at(50), at(95), at(99), sorted.length);
    }
}
