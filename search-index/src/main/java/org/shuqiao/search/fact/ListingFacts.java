package org.shuqiao.search.fact;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.listing.Area;
import org.shuqiao.search.vector.DenseVector;
import org.shuqiao.thesaurus.ConceptVector;

/** What the facts of offers and demands have in common. */
public sealed interface ListingFacts permits OfferFacts, DemandFacts {
    String id();

    /** The provider's or buyer's id. */
    String organization();

    @Nullable
    Area area();

    List<String> classification();

    @Nullable
    Instant from();

    @Nullable
    Instant until();

    /** Primary tag of the title's original. */
    @Nullable
    String writtenIn();

    /** Primary tags of all languages its texts are in. */
    List<String> readIn();

    /** What its texts are about. */
    ConceptVector about();

    Party party();

    /** The same with another state of the organization behind it. */
    ListingFacts withParty(Party newParty);

    /** The direction of its texts by a model, where one is configured. */
    @Nullable
    DenseVector vector();

    /** The same with another vector. */
    ListingFacts withVector(@Nullable DenseVector newVector);

    /** Whether it may be shown at {@code now}. */
    default boolean validAt(Instant now) {
        Instant from = from();
        Instant until = until();
        return (from == null || !from.isAfter(now)) && (until == null || until.isAfter(now));
    }
}
