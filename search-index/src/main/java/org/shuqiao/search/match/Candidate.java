package org.shuqiao.search.match;

import org.jspecify.annotations.Nullable;
import org.shuqiao.search.fact.ListingFacts;

/**
 * A possible counterpart.
 *
 * @param score BM25 of its words for the subject's, summed over the fields searched; 0 when they share none
 * @param coverage what it has of what is needed, where that is known already
 */
record Candidate(ListingFacts facts, double score, @Nullable Coverage coverage) {
    Candidate(ListingFacts facts, double score) {
        this(facts, score, null);
    }
}
