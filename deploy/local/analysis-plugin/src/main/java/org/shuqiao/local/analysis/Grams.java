package org.shuqiao.local.analysis;

import org.elasticsearch.index.IndexSettings;

/** The limit the official image keeps on n-grams, so that an index it would refuse is refused here too. */
final class Grams {

    private Grams() {}

    /** Throws when {@code max - min} exceeds the index's {@code index.max_ngram_diff} (default 1). */
    static void check(IndexSettings index, int min, int max) {
        int allowed = index.getMaxNgramDiff();
        if (max - min > allowed) {
            throw new IllegalArgumentException("The difference between max_gram and min_gram must be less than or equal"
                    + " to [" + allowed + "] (index.max_ngram_diff) but was [" + (max - min) + "]");
        }
    }
}
