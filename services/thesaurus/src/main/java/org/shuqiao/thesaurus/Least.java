package org.shuqiao.thesaurus;

/** Finds the least of many numbers without putting all in order (Hoare: "Algorithm 65: find", CACM 4(7), 1961). */
final class Least {
    private Least() {}

    /**
     * Puts the {@code most} least of the first {@code count} keys before the others, in no order.
     *
     * @param most at most {@code count}
     */
    static void first(long[] keys, int count, int most) {
        int from = 0;
        int to = count - 1;
        int at = most - 1;
        while (from < to && at >= from) {
            long pivot = median(keys[from], keys[from + to >>> 1], keys[to]);
            int low = from;
            int high = to;
            while (low <= high) {
                while (keys[low] < pivot) {
                    low++;
                }
                while (keys[high] > pivot) {
                    high--;
                }
                if (low <= high) {
                    long key = keys[low];
                    keys[low++] = keys[high];
                    keys[high--] = key;
                }
            }
            if (at <= high) {
                to = high;
            } else if (at >= low) {
                from = low;
            } else {
                return;
            }
        }
    }

    private static long median(long a, long b, long c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }
}
