package org.shuqiao.search.index;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shuqiao.search.vector.VectorSettings;
import org.shuqiao.search.vector.Vectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Looks from time to time for what was indexed while the model gave no vectors, and gives it some. */
@Component
class FillingVectors implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(FillingVectors.class);
    private static final Set<String> PROBE = Set.of("service");

    private final Indexing indexing;
    private final ElasticIndices indices;
    private final Refreshing refreshing;
    private final Vectors vectors;
    private final Target living;
    private final Duration every;
    private final boolean listen;
    private volatile @Nullable Disposable running;

    FillingVectors(
            Indexing indexing,
            ElasticIndices indices,
            Refreshing refreshing,
            Vectors vectors,
            Names names,
            VectorSettings settings,
            @Value("${shuqiao.search.listen:true}") boolean listen) {
        this.indexing = indexing;
        this.indices = indices;
        this.refreshing = refreshing;
        this.vectors = vectors;
        this.living = names.living();
        this.every = settings.fill();
        this.listen = listen;
    }

    @Override
    public void start() {
        if (listen && vectors.edition().isPresent()) {
            running = Flux.interval(every)
                    .onBackpressureDrop()
                    .concatMap(tick -> vectors.trouble().isEmpty() ? filled() : recovered(), 0)
                    .subscribe();
        }
    }

    /** Sees that a model that failed is asked again, even when nothing is written. */
    private Mono<Void> recovered() {
        return vectors.of(PROBE).filter(found -> !found.isEmpty()).flatMap(found -> filled());
    }

    /** Only in indices that were built for these vectors; others are about to be rebuilt. */
    private Mono<Void> filled() {
        return Mono.defer(indices::whole)
                .filter(whole -> whole)
                .flatMap(whole -> indexing.fillVectors(living, Kind.OFFERS)
                        .zipWhen(offers -> indexing.fillVectors(living, Kind.DEMANDS), Long::sum))
                .doOnNext(count -> {
                    if (count > 0) {
                        LOG.info("{} offers and demands got the vectors they lacked", count);
                        refreshing.soon();
                    }
                })
                .then()
                .onErrorResume(e -> {
                    LOG.debug("Cannot look for missing vectors now: {}", e.toString());
                    return Mono.empty();
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
