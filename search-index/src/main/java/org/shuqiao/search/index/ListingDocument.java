package org.shuqiao.search.index;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.listing.ListingStatus;

/**
 * An offer or a demand in the index. One that is not published has only {@code version}, {@code status}, {@code tie} and
 * {@code organization}: a tombstone that keeps its version, since Elasticsearch forgets the version of what is deleted.
 *
 * @param tie orders equals: a keyed hash of the id
 * @param title titles by field suffix; {@code text} titles and all other texts; {@code any} all texts of all languages
 * @param concepts what it is about, by the thesaurus; {@code broaderConcepts} all that are broader than these
 * @param name the organization's names
 * @param writtenIn primary tag of the title's original
 * @param languages primary tags; standards in their compared form; locations and markets as countries
 * @param vector by {@link org.shuqiao.search.vector.Vectors.Edition}, in hexadecimal digits; written from the facts, and not read back
 * @param facts see {@link org.shuqiao.search.fact.FactsCodec}
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ListingDocument(
        long version,
        ListingStatus status,
        @Nullable String organization,
        long tie,
        @Nullable String kind,
        @Nullable Map<String, List<String>> title,
        @Nullable Map<String, List<String>> text,
        @Nullable List<String> any,
        @Nullable List<String> name,
        @Nullable String area,
        @Nullable List<String> deliveryModel,
        @Nullable List<String> classification,
        @Nullable List<String> concepts,
        @Nullable List<String> broaderConcepts,
        @Nullable List<String> aspects,
        @Nullable List<String> languages,
        @Nullable String writtenIn,
        @Nullable List<String> standards,
        @Nullable List<String> dataLocations,
        @Nullable List<String> targetMarkets,
        @Nullable List<String> excludedMarkets,
        @Nullable String country,
        @Nullable String city,
        @Nullable String zone,
        @Nullable String verification,
        @Nullable List<String> customers,
        @Nullable String currency,
        @Nullable BigDecimal priceFrom,
        @Nullable BigDecimal priceTo,
        @Nullable Instant publishedAt,
        @Nullable Instant validFrom,
        @Nullable Instant expiresAt,
        @Nullable String facts,
        @Nullable Shown shown,
        @Nullable Map<String, String> vector) {}
