package org.shuqiao.search.vector;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** No model is configured. */
final class NoVectors implements Vectors {
    @Override
    public Optional<Edition> edition() {
        return Optional.empty();
    }

    @Override
    public Optional<String> trouble() {
        return Optional.empty();
    }

    @Override
    public Mono<Map<String, DenseVector>> of(Collection<String> texts) {
        return Mono.just(Map.of());
    }
}
