package org.shuqiao.search.index;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/**
 * Makes what was written searchable soon after: one refresh for all writes of the last {@code refreshAfter}, then the
 * next generation. While writes go on, refreshes follow one another with at least the same pause and nine times the
 * duration of the last between them, so that refreshing takes at most a tenth of the time.
 */
@Component
public class Refreshing implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Refreshing.class);

    /** The pause between two refreshes as a multiple of what the first took. */
    private static final int PAUSES = 9;

    private final ElasticIndices indices;
    private final IndexGeneration generation;
    private final Names names;
    private final Duration after;
    private final Sinks.Many<Boolean> written = Sinks.many().multicast().directBestEffort();
    private volatile @Nullable Disposable running;
    private volatile long lastNanos;

    Refreshing(ElasticIndices indices, IndexGeneration generation, Names names, IndexSettings settings) {
        this.indices = indices;
        this.generation = generation;
        this.names = names;
        this.after = settings.refreshAfter();
    }

    /** Says that something was written to the living indices. */
    public void soon() {
        synchronized (written) {
            written.tryEmitNext(true);
        }
    }

    @Override
    public void start() {
        running = written.asFlux()
                .onBackpressureLatest()
                .publishOn(Schedulers.parallel(), 1)
                .concatMap(write -> pause().then(refresh()), 0)
                .subscribe();
    }

    private Mono<Void> pause() {
        Duration busy = Duration.ofNanos(PAUSES * lastNanos);
        return Mono.delay(after.compareTo(busy) > 0 ? after : busy).then();
    }

    private Mono<Void> refresh() {
        return Mono.defer(() -> {
            long start = System.nanoTime();
            return indices.refresh(names.living(), Kind.OFFERS, Kind.DEMANDS)
                    .doOnSuccess(done -> lastNanos = System.nanoTime() - start)
                    .then(generation.next())
                    .onErrorResume(e -> {
                        LOG.warn("Not refreshed now, Elasticsearch will do it itself: {}", e.toString());
                        return Mono.empty();
                    });
        });
    }

    @Override
    public void stop() {
        Disposable current = running;
        if (current != null) {
            current.dispose();
        }
        running = null;
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }
}
