package org.shuqiao.search.rebuild;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.shuqiao.search.index.Indices;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Sees that there are indices: creates empty ones where an alias is missing, so that writers and readers can go on, and
 * rebuilds them from the services as soon as those answer. So a new installation begins by itself and the loss of
 * Elasticsearch's data heals by itself.
 */
@Component
class IndexGuard implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(IndexGuard.class);
    private static final Duration DEADLINE = Duration.ofSeconds(30);

    private final Indices indices;
    private final Rebuilds rebuilds;
    private final RebuildSettings settings;
    private volatile @Nullable Thread watching;

    IndexGuard(Indices indices, Rebuilds rebuilds, RebuildSettings settings) {
        this.indices = indices;
        this.rebuilds = rebuilds;
        this.settings = settings;
    }

    @Override
    public void start() {
        if (settings.onStart()) {
            watching = Thread.ofPlatform().name("index-guard").daemon().start(this::watch);
        }
    }

    @Override
    public void stop() {
        Thread current = watching;
        if (current != null) {
            current.interrupt();
        }
        watching = null;
    }

    @Override
    public boolean isRunning() {
        return watching != null;
    }

    private void watch() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                look();
                Thread.sleep(settings.check());
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.debug("Cannot see the indices now: {}", e.toString());
                pause();
            }
        }
    }

    private void look() {
        if (rebuilds.isRunning()) {
            return;
        }
        if (Boolean.FALSE.equals(indices.complete().block(DEADLINE))) {
            LOG.info("Creating the indices that are missing");
            indices.createFresh()
                    .flatMap(fresh -> indices.switchTo(fresh, false))
                    .flatMap(left -> indices.delete(left).thenReturn(true))
                    .block(DEADLINE);
        }
        if (Boolean.FALSE.equals(indices.whole().block(DEADLINE))) {
            rebuilds.start();
        }
    }

    private void pause() {
        try {
            Thread.sleep(settings.check());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
