package org.shuqiao.local.catalogue;

import java.time.Duration;

/**
 * How long and how wide an import may go.
 *
 * @param parallel organizations registered at the same time
 * @param request deadline of one ordinary request
 * @param stall an import that neither takes bytes nor counts lines for this long is broken off and asked for again
 * @param giveUp after this long without any advance the import ends with a failure
 * @param firstPause before the first repetition; doubled each time up to {@link #longestPause}
 * @param longestPause between two repetitions, unless the server asks for more by {@code Retry-After}
 * @param poll between two looks at the progress of an import or of the index
 * @param searchable how long the index may stand still before it is said not to have caught up
 */
record Limits(
        int parallel,
        Duration request,
        Duration stall,
        Duration giveUp,
        Duration firstPause,
        Duration longestPause,
        Duration poll,
        Duration searchable) {

    static Limits usual() {
        return new Limits(
                8,
                Duration.ofSeconds(30),
                Duration.ofSeconds(60),
                Duration.ofMinutes(3),
                Duration.ofMillis(500),
                Duration.ofSeconds(10),
                Duration.ofSeconds(1),
                Duration.ofSeconds(60));
    }
}
