package org.shuqiao.search.rebuild;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the last rebuild has come.
 *
 * @param step what it is doing, or was doing when it ended
 * @param organizations read from the feed so far; so are offers and demands
 * @param events applied from the topics so far
 * @param error why it failed; null unless it did
 */
record RebuildView(
        State state,
        String step,
        long organizations,
        long offers,
        long demands,
        long events,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String error) {
    static final RebuildView NEVER = new RebuildView(State.idle, "none", 0, 0, 0, 0, null, null, null);

    enum State {
        idle,
        running,
        completed,
        failed
    }
}
