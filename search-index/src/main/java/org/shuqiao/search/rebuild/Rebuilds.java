package org.shuqiao.search.rebuild;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The rebuild that runs, at most one in this process and, as far as Redis tells, in all. */
@Component
class Rebuilds {
    private final Rebuilding rebuilding;
    private final RedisRebuildLock lock;
    private final Clock clock;
    private @Nullable RebuildProgress last;
    private @Nullable Thread running;

    Rebuilds(Rebuilding rebuilding, RedisRebuildLock lock, Clock clock) {
        this.rebuilding = rebuilding;
        this.lock = lock;
        this.clock = clock;
    }

    /** Starts one in the background; false when one is running already, here or in another process. */
    synchronized boolean start() {
        Thread current = running;
        if (current != null && current.isAlive()) {
            return false;
        }
        if (!lock.take()) {
            return false;
        }
        RebuildProgress progress = new RebuildProgress(clock);
        last = progress;
        running = Thread.ofPlatform().name("rebuild").daemon().start(() -> {
            try {
                rebuilding.rebuild(progress);
            } finally {
                lock.release();
            }
        });
        return true;
    }

    synchronized boolean isRunning() {
        Thread current = running;
        return current != null && current.isAlive();
    }

    synchronized RebuildView view() {
        return last == null ? RebuildView.NEVER : last.view();
    }
}
