package org.shuqiao.local.catalogue;

import java.time.Duration;

/** Spaces repetitions and ends them: each pause is twice the last, and without advance there is an end. */
final class Patience {

    private final Limits limits;
    private Duration next;
    private long lastAdvance = System.nanoTime();

    Patience(Limits limits) {
        this.limits = limits;
        this.next = limits.firstPause();
    }

    /** Something came forward: the time without advance and the pauses begin anew. */
    void advanced() {
        lastAdvance = System.nanoTime();
        next = limits.firstPause();
    }

    /**
     * Waits before the next repetition.
     *
     * @param atLeast what the server asked for, zero where it did not
     * @return how long it waited; negative, at once, where the time without advance is used up
     */
    Duration pause(Duration atLeast) {
        Duration pause = atLeast.compareTo(next) > 0 ? atLeast : next;
        Duration still = Duration.ofNanos(System.nanoTime() - lastAdvance);
        if (still.plus(pause).compareTo(limits.giveUp()) > 0) {
            return Duration.ofSeconds(-1);
        }
        sleep(pause);
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(limits.longestPause()) > 0 ? limits.longestPause() : doubled;
        return pause;
    }

    static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CatalogueException("interrupted", e);
        }
    }
}
