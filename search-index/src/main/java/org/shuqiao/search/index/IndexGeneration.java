package org.shuqiao.search.index;

import reactor.core.publisher.Mono;

/** Counts the states of the index: what was computed on one generation may be reused while it lasts. */
public interface IndexGeneration {
    /** What stands for the generation while it cannot be known: nothing computed on it may be reused. */
    String UNKNOWN = "unknown";

    /** The current one, or {@value #UNKNOWN}; never an error. */
    Mono<String> current();

    /** Begins the next; never an error. */
    Mono<Void> next();
}
