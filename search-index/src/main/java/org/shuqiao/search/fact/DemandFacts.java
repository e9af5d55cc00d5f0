package org.shuqiao.search.fact;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.listing.Area;
import org.shuqiao.contracts.listing.Demand.DataInvolved;
import org.shuqiao.contracts.listing.Demand.Kind;
import org.shuqiao.contracts.listing.Requirement;
import org.shuqiao.contracts.value.PriceRange;
import org.shuqiao.search.place.Place;
import org.shuqiao.search.vector.DenseVector;
import org.shuqiao.thesaurus.ConceptVector;

/**
 * A demand as matching sees it. Lists are empty where the demand says nothing.
 *
 * @param start when the work is to begin
 * @param durationMonths how long it is to take
 * @param place the country the work is wanted in
 * @param placeCity its city by UN/LOCODE
 * @param languages primary tags of the languages the buyer can work in
 * @param writtenIn primary tag of the title's original
 * @param readIn primary tags of all languages its texts are in
 * @param about what its texts are about
 * @param asked what its texts ask for
 * @param title its title, once for each language, by its words alone
 * @param vector null where it has none; {@link FactsCodec} writes it apart
 * @param published when it was published
 */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
public record DemandFacts(
        String id,
        String buyer,
        Kind kind,
        @Nullable Area area,
        List<String> classification,
        List<Requirement> essentials,
        List<Requirement> niceToHaves,
        @Nullable PriceRange budget,
        @Nullable LocalDate start,
        @Nullable Integer durationMonths,
        @Nullable String place,
        @Nullable String placeCity,
        List<String> languages,
        @Nullable DataInvolved dataInvolved,
        @Nullable Instant published,
        @Nullable Instant responsesUntil,
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable String writtenIn,
        List<String> readIn,
        ConceptVector about,
        AskedInText asked,
        Works title,
        Party party,
        @JsonIgnore @Nullable DenseVector vector)
        implements ListingFacts {
    public DemandFacts {
        classification = Lists.orEmpty(classification);
        essentials = Lists.orEmpty(essentials);
        niceToHaves = Lists.orEmpty(niceToHaves);
        readIn = Lists.orEmpty(readIn);
        about = Objects.requireNonNullElse(about, ConceptVector.NONE);
        asked = Objects.requireNonNullElse(asked, AskedInText.NOTHING);
        title = Objects.requireNonNullElse(title, Works.NONE);
        languages = Lists.orEmpty(languages);
    }

    @Override
    public String organization() {
        return buyer;
    }

    /** Where the work is wanted: the demand's place, else the buyer's country. */
    public @Nullable String country() {
        return place == null ? party.country() : place;
    }

    /** The same with its city, where it is told: the demand's, else the buyer's if it is in that country. */
    public Place where() {
        String country = country();
        boolean buyers = placeCity == null && Objects.equals(country, party.country());
        return new Place(country, buyers ? party.city() : placeCity);
    }

    @Override
    public DemandFacts withParty(Party newParty) {
        return new DemandFacts(
                id,
                buyer,
                kind,
                area,
                classification,
                essentials,
                niceToHaves,
                budget,
                start,
                durationMonths,
                place,
                placeCity,
                languages,
                dataInvolved,
                published,
                responsesUntil,
                from,
                until,
                writtenIn,
                readIn,
                about,
                asked,
                title,
                newParty,
                vector);
    }

    @Override
    public DemandFacts withVector(@Nullable DenseVector newVector) {
        return new DemandFacts(
                id,
                buyer,
                kind,
                area,
                classification,
                essentials,
                niceToHaves,
                budget,
                start,
                durationMonths,
                place,
                placeCity,
                languages,
                dataInvolved,
                published,
                responsesUntil,
                from,
                until,
                writtenIn,
                readIn,
                about,
                asked,
                title,
                party,
                newVector);
    }
}
