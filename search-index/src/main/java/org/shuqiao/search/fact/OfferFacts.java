package org.shuqiao.search.fact;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.listing.Area;
import org.shuqiao.contracts.listing.DeliveryModel;
import org.shuqiao.contracts.listing.Partnership;
import org.shuqiao.contracts.value.PriceRange;
import org.shuqiao.search.vector.DenseVector;
import org.shuqiao.thesaurus.ConceptVector;

/**
 * An offer as matching sees it. Lists are empty where the offer says nothing.
 *
 * @param classification {@code SCHEME:ID}
 * @param leadTimeDays calendar days between order and begin
 * @param languages primary tags of the languages customers are served in
 * @param dataLocations countries; so are the markets
 * @param writtenIn primary tag of the title's original
 * @param readIn primary tags of all languages its texts are in
 * @param about what its texts are about
 * @param said what its texts say of it
 * @param vector null where it has none; {@link FactsCodec} writes it apart
 * @param from from when it is shown; {@code until} when it expires; null: no limit
 */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
public record OfferFacts(
        String id,
        String provider,
        @Nullable Area area,
        @Nullable DeliveryModel deliveryModel,
        List<String> classification,
        @Nullable PriceRange price,
        @Nullable Integer leadTimeDays,
        List<String> languages,
        List<String> dataLocations,
        List<Held> standards,
        List<String> targetMarkets,
        List<String> excludedMarkets,
        List<Partnership> partnershipSought,
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable String writtenIn,
        List<String> readIn,
        ConceptVector about,
        SaidInText said,
        Party party,
        @JsonIgnore @Nullable DenseVector vector)
        implements ListingFacts {
    public OfferFacts {
        classification = Lists.orEmpty(classification);
        languages = Lists.orEmpty(languages);
        dataLocations = Lists.orEmpty(dataLocations);
        standards = Lists.orEmpty(standards);
        targetMarkets = Lists.orEmpty(targetMarkets);
        excludedMarkets = Lists.orEmpty(excludedMarkets);
        readIn = Lists.orEmpty(readIn);
        about = Objects.requireNonNullElse(about, ConceptVector.NONE);
        said = Objects.requireNonNullElse(said, SaidInText.NOTHING);
        partnershipSought = Lists.orEmpty(partnershipSought);
    }

    @Override
    public String organization() {
        return provider;
    }

    @Override
    public OfferFacts withParty(Party newParty) {
        return new OfferFacts(
                id,
                provider,
                area,
                deliveryModel,
                classification,
                price,
                leadTimeDays,
                languages,
                dataLocations,
                standards,
                targetMarkets,
                excludedMarkets,
                partnershipSought,
                from,
                until,
                writtenIn,
                readIn,
                about,
                said,
                newParty,
                vector);
    }

    @Override
    public OfferFacts withVector(@Nullable DenseVector newVector) {
        return new OfferFacts(
                id,
                provider,
                area,
                deliveryModel,
                classification,
                price,
                leadTimeDays,
                languages,
                dataLocations,
                standards,
                targetMarkets,
                excludedMarkets,
                partnershipSought,
                from,
                until,
                writtenIn,
                readIn,
                about,
                said,
                party,
                newVector);
    }
}
