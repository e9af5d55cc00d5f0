package org.shuqiao.contracts.search;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.value.Text;

/**
 * A page of search results: the total number of hits (exact up to 10,000, then {@code totalIsLowerBound}), the hits,
 * counts per facet value, and the cursor of the next page.
 */
public record SearchView(
        long total,
        boolean totalIsLowerBound,
        List<HitView> items,
        Map<String, List<FacetCount>> facets,
        @Nullable String next) {

    /** An offer or demand found, with fragments of its texts in which the found words stand between {@code <em>}. */
    public record HitView(
            UUID id,
            UUID organizationId,
            @Nullable Text organizationName,
            Text title,
            Text summary,
            @Nullable String area,
            @Nullable String deliveryModel,
            @Nullable String country,
            @Nullable String city,
            @Nullable String zone,
            List<String> languages,
            @Nullable Instant publishedAt,
            double score,
            Map<String, List<String>> highlights) {}

    /** How many hits have a value. */
    public record FacetCount(String value, long count) {}
}
