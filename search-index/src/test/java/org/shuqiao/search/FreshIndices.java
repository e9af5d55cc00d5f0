package org.shuqiao.search;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.shuqiao.search.index.ElasticIndices;
import org.springframework.context.Lifecycle;

/** Empties the indices for one test; the guard, which would fill them again from the services, rests meanwhile. */
public final class FreshIndices implements AutoCloseable {
    private static final Duration BUILT = Duration.ofSeconds(90);

    private final Lifecycle guard;

    /** @param guard the bean {@code indexGuard} */
    public FreshIndices(ElasticIndices indices, Lifecycle guard) {
        this.guard = guard;
        await().atMost(BUILT).until(() -> Boolean.TRUE.equals(indices.whole().block()));
        guard.stop();
        indices.createFresh()
                .flatMap(fresh -> indices.switchTo(fresh)
                        .flatMap(left ->
                                indices.markWhole(fresh, indices.wholeMarker()).thenReturn(left)))
                .flatMap(indices::delete)
                .block();
    }

    @Override
    public void close() {
        guard.start();
    }
}
