package org.shuqiao.search.rebuild;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Counts one rebuild as it goes on; read by other threads. */
final class RebuildProgress {
    private final Clock clock;
    private final Instant startedAt;
    private final AtomicLong organizations = new AtomicLong();
    private final AtomicLong offers = new AtomicLong();
    private final AtomicLong demands = new AtomicLong();
    private final AtomicLong events = new AtomicLong();
    private volatile RebuildView.State state = RebuildView.State.running;
    private volatile String step = "starting";
    private volatile @Nullable Instant finishedAt;
    private volatile @Nullable String error;

    RebuildProgress(Clock clock) {
        this.clock = clock;
        this.startedAt = clock.instant();
    }

    void step(String name) {
        step = name;
    }

    void organizations(int more) {
        organizations.addAndGet(more);
    }

    void offers(int more) {
        offers.addAndGet(more);
    }

    void demands(int more) {
        demands.addAndGet(more);
    }

    void events(int more) {
        events.addAndGet(more);
    }

    void completed() {
        finishedAt = clock.instant();
        state = RebuildView.State.completed;
    }

    void failed(Throwable cause) {
        error = cause.toString();
        finishedAt = clock.instant();
        state = RebuildView.State.failed;
    }

    RebuildView view() {
        return new RebuildView(
                state,
                step,
                organizations.get(),
                offers.get(),
                demands.get(),
                events.get(),
                startedAt,
                finishedAt,
                error);
    }
}
