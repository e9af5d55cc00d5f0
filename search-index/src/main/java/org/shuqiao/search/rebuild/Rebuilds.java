package org.shuqiao.search.rebuild;

import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/** The rebuild that runs in the background, at most one in this process and, as far as Redis tells, in all. */
@Component
class Rebuilds implements SmartLifecycle {
    private final Rebuilding rebuilding;
    private final RedisRebuildLock lock;
    private @Nullable RebuildProgress last;
    private @Nullable Disposable running;
    private boolean open;

    Rebuilds(Rebuilding rebuilding, RedisRebuildLock lock) {
        this.rebuilding = rebuilding;
        this.lock = lock;
    }

    /** Starts one; false when one is running already, here or in another process. */
    Mono<Boolean> begin() {
        return Mono.defer(() -> isRebuilding() ? Mono.just(false) : lock.take()).flatMap(taken -> {
            if (!taken) {
                return Mono.just(false);
            }
            return launched() ? Mono.just(true) : lock.release().thenReturn(false);
        });
    }

    synchronized boolean isRebuilding() {
        Disposable current = running;
        return current != null && !current.isDisposed();
    }

    synchronized RebuildView view() {
        return last == null ? RebuildView.NEVER : last.view();
    }

    private synchronized boolean launched() {
        if (!open || isRebuilding()) {
            return false;
        }
        RebuildProgress progress = rebuilding.progress();
        last = progress;
        running = lock.keptDuring(rebuilding.rebuild(progress)).subscribe();
        return true;
    }

    @Override
    public synchronized void start() {
        open = true;
    }

    @Override
    public synchronized void stop() {
        open = false;
        Disposable current = running;
        if (current != null) {
            current.dispose();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return open;
    }
}
