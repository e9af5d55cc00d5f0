package org.shuqiao.contracts.search;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.value.Text;

/**
 * A page of search results: the total number of hits (exact up to 10,000, then {@code totalIsLowerBound}), the hits,
 * counts per facet value, and the cursor of the next page. Where words were asked for, {@code understood} says how they
 * were read. Where there are few hits or none, {@code didYouMean} is a query that has more, and {@code without} says how
 * many hits there would be without some of the choices.
 */
public record SearchView(
        long total,
        boolean totalIsLowerBound,
        List<HitView> items,
        Map<String, List<FacetCount>> facets,
        @Nullable String next,
        @Nullable UnderstoodView understood,
        @Nullable CorrectionView didYouMean,
        @Nullable List<WithoutView> without) {

    /**
     * An offer or demand found, with fragments of its texts in which the found words stand between {@code <em>}; {@code
     * otherLanguage} is the primary tag of its original where that is not the language of the query.
     */
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
            Map<String, List<String>> highlights,
            @Nullable String otherLanguage,
            @Nullable FoundView found) {}

    /** How many hits have a value; of a concept also its label in the reader's language and the next broader concepts. */
    public record FacetCount(
            String value,
            long count,
            @Nullable String label,
            @Nullable List<String> broader) {
        public FacetCount(String value, long count) {
            this(value, count, null, null);
        }
    }

    /**
     * How the words were read: their language by primary tag ({@code und} where it cannot be told), the concepts they name,
     * and those they leave out.
     */
    public record UnderstoodView(String language, List<ConceptView> concepts, List<ConceptView> unwanted) {}

    /** A concept with its label in the reader's language. */
    public record ConceptView(String concept, String label) {}

    /** Whether a hit has the words asked for, and which of the concepts they name it is about. */
    public record FoundView(boolean byWords, List<FoundConceptView> byConcepts) {}

    /**
     * A concept asked for that a hit is about, with its label in the reader's language; {@code narrower} is the narrower
     * concept the hit is about, where it is one; {@code original} are the words of the hit's own text that say so.
     */
    public record FoundConceptView(
            String concept,
            String label,
            @Nullable ConceptView narrower,
            @Nullable String original) {}

    /** A query of words that exist, in the place of words that do not, and how many hits it has. */
    public record CorrectionView(String query, long hits) {}

    /** How many hits there would be without the choices made by these parameters. */
    public record WithoutView(List<String> parameters, long hits) {}
}
