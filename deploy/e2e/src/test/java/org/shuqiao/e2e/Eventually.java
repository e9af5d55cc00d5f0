package org.shuqiao.e2e;

import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Waits for what must come to be, within a deadline. */
final class Eventually {
    private static final long POLL_MILLIS = 25;

    private Eventually() {}

    /** Returns how long it took until {@code what} held; whatever the check throws counts as "not yet". */
    static Duration within(Duration deadline, String what, Callable<Boolean> holds) throws InterruptedException {
        long began = System.nanoTime();
        @Nullable Throwable last = null;
        do {
            try {
                if (holds.call()) {
                    return Duration.ofNanos(System.nanoTime() - began);
                }
                last = null;
            } catch (InterruptedException e) {
                throw e;
            } catch (Exception | AssertionError e) {
                last = e;
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        } while (System.nanoTime() - began < deadline.toNanos());
        return fail("not within " + deadline.toSeconds() + " s: " + what, last);
    }
}
