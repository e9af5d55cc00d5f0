package org.shuqiao.search.vector;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** The vectors of texts by the embedding model that is configured, if one is. */
public sealed interface Vectors permits NoVectors, ModelVectors {
    /** What kind of vectors is kept; empty when none are. */
    Optional<Edition> edition();

    /** Why texts get no vectors now, though they should; empty when they do. */
    Optional<String> trouble();

    /**
     * The vectors of those texts that have one. A text has none while the model does not answer, or when it refuses the text;
     * never an error.
     */
    Mono<Map<String, DenseVector>> of(Collection<String> texts);

    /**
     * Vectors that can be compared with each other.
     *
     * @param name eight hexadecimal digits that change with the model and with all that changes its vectors
     * @param dimensions of each
     */
    record Edition(String name, int dimensions) {
        /** The object in the index that holds the vectors of each edition under its name. */
        public static final String FIELD = "vector";

        /** The path of the field in the index. */
        public String path() {
            return FIELD + "." + name;
        }
    }
}
