package org.shuqiao.search.concept;

import java.util.List;

/**
 * What an offer has of the concepts a demand is about.
 *
 * @param coverage 0..1; 0 too when the demand is about no concept
 * @param asked how many concepts the demand is about
 * @param shared those the offer has something near of, what counts most first
 */
public record SharedConcepts(double coverage, int asked, List<Shared> shared) {
    /**
     * One of them.
     *
     * @param asked the demand's concept
     * @param found the offer's own concept nearest to it
     * @param nearness 0..1
     */
    public record Shared(String asked, String found, double nearness) {}
}
