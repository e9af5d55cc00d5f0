package org.shuqiao.search.match;

import org.shuqiao.search.text.TieBreak;

/**
 * The part of the order by tie breakers that lies around a subject, both ends included, in which {@value #WANTED} to twice
 * as many documents are to be expected.
 */
record Vicinity(long from, long to) {
    private static final int WANTED = 1_024;

    /** @param size of the whole index */
    static Vicinity of(String subject, long size) {
        int halvings = 63 - Long.numberOfLeadingZeros(Math.max(1, size / WANTED));
        if (halvings == 0) {
            return new Vicinity(Long.MIN_VALUE, Long.MAX_VALUE);
        }
        long half = Long.MIN_VALUE >>> halvings;
        long middle = Math.clamp(TieBreak.of(subject), Long.MIN_VALUE + half, Long.MAX_VALUE - half);
        return new Vicinity(middle - half, middle + half);
    }

    boolean isEverything() {
        return from == Long.MIN_VALUE && to == Long.MAX_VALUE;
    }

    boolean contains(long tie) {
        return from <= tie && tie <= to;
    }
}
