package org.shuqiao.search.match;

import org.shuqiao.search.fact.ListingFacts;

/**
 * A possible counterpart.
 *
 * @param score BM25 of its words for the subject's, summed over the fields searched; 0 when they share none
 */
record Candidate(ListingFacts facts, double score) {}
