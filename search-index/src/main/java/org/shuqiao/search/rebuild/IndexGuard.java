package org.shuqiao.search.rebuild;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.shuqiao.search.concept.LivingThesaurus;
import org.shuqiao.search.index.ElasticIndices;
import org.shuqiao.search.thesaurus.FollowingThesaurus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Sees that there are indices: creates empty ones where an alias is missing, so that writers and readers can go on, and
 * rebuilds them from the services as soon as those answer. So a new installation begins by itself, the loss of
 * Elasticsearch's data heals by itself, and a changed thesaurus comes to all that was indexed before.
 */
@Component
class IndexGuard implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(IndexGuard.class);
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private final ElasticIndices indices;
    private final Rebuilds rebuilds;
    private final LivingThesaurus living;
    private final FollowingThesaurus following;
    private final RebuildSettings settings;
    private volatile @Nullable Disposable watching;

    IndexGuard(
            ElasticIndices indices,
            Rebuilds rebuilds,
            LivingThesaurus living,
            FollowingThesaurus following,
            RebuildSettings settings) {
        this.indices = indices;
        this.rebuilds = rebuilds;
        this.living = living;
        this.following = following;
        this.settings = settings;
    }

    @Override
    public void start() {
        if (settings.onStart()) {
            watching = Flux.interval(Duration.ZERO, settings.check())
                    .onBackpressureDrop()
                    .concatMap(tick -> look(), 0)
                    .subscribe();
        }
    }

    @Override
    public void stop() {
        Disposable current = watching;
        if (current != null) {
            current.dispose();
        }
        watching = null;
    }

    @Override
    public boolean isRunning() {
        return watching != null;
    }

    private Mono<Void> look() {
        return Mono.defer(() -> rebuilds.isRebuilding() ? Mono.empty() : repaired())
                .timeout(DEADLINE)
                .onErrorResume(e -> {
                    LOG.debug("Cannot see the indices now: {}", e.toString());
                    return Mono.empty();
                });
    }

    private Mono<Void> repaired() {
        return indices.complete()
                .flatMap(complete -> complete ? Mono.<Void>empty() : empty())
                .then(Mono.defer(() -> living.isComplete() ? whole() : Mono.just(true)))
                .flatMap(whole -> whole ? Mono.just(false) : rebuilds.begin())
                .then();
    }

    /** Whether all is there; not taken for missing because this process has not heard yet what another has. */
    private Mono<Boolean> whole() {
        return indices.whole()
                .flatMap(whole -> whole ? Mono.just(true) : following.catchUp().then(indices.whole()));
    }

    private Mono<Void> empty() {
        LOG.info("Creating the indices that are missing");
        return indices.createFresh().flatMap(fresh -> indices.switchTo(fresh)).flatMap(indices::delete);
    }
}
