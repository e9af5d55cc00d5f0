package org.shuqiao.search.match;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.listing.Area;
import org.shuqiao.contracts.listing.DeliveryModel;
import org.shuqiao.contracts.listing.Demand;
import org.shuqiao.contracts.listing.Partnership;
import org.shuqiao.contracts.listing.Requirement;
import org.shuqiao.contracts.profile.OrganizationView.Verification;
import org.shuqiao.contracts.value.PriceRange;
import org.shuqiao.search.exchange.ExchangeRates;
import org.shuqiao.search.fact.AskedInText;
import org.shuqiao.search.fact.DemandFacts;
import org.shuqiao.search.fact.Held;
import org.shuqiao.search.fact.OfferFacts;
import org.shuqiao.search.fact.Party;
import org.shuqiao.search.fact.SaidInText;
import org.shuqiao.search.fact.Works;
import org.shuqiao.search.place.KnownZones;
import org.shuqiao.search.vector.DenseVector;
import org.shuqiao.thesaurus.ConceptVector;
import tools.jackson.databind.json.JsonMapper;

/** Pairs that say nothing but what a test needs. */
final class Facts {
    static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final KnownZones ZONES = new KnownZones();

    @Nullable
    Area offerArea;

    @Nullable
    Area demandArea;

    List<String> offerClasses = List.of();
    List<String> demandClasses = List.of();

    @Nullable
    String price;

    @Nullable
    String budget;

    @Nullable
    DeliveryModel deliveryModel;

    List<Requirement> essentials = List.of();
    List<Requirement> niceToHaves = List.of();
    List<String> spoken = List.of();
    List<String> served = List.of();
    List<String> dataLocations = List.of();
    List<Held> standards = List.of();
    List<String> targetMarkets = List.of();
    List<String> excludedMarkets = List.of();
    List<Partnership> sought = List.of();

    @Nullable
    Integer leadTimeDays;

    @Nullable
    LocalDate start;

    @Nullable
    Integer durationMonths;

    @Nullable
    String place;

    @Nullable
    String placeCity;

    Demand.@Nullable DataInvolved data;

    @Nullable
    Instant published;

    @Nullable
    Instant responsesUntil;

    Party provider = Party.UNKNOWN;
    Party buyer = Party.UNKNOWN;
    ExchangeRates rates = ExchangeRates.NONE;
    double similarity;
    double nearness;
    SimilarWork work = SimilarWork.NONE;
    Works demandTitle = Works.NONE;
    ConceptVector demandAbout = ConceptVector.NONE;
    ConceptVector offerAbout = ConceptVector.NONE;
    AskedInText asked = AskedInText.NOTHING;
    SaidInText said = SaidInText.NOTHING;
    Coverage coverage = Coverage.NONE;

    @Nullable
    DenseVector demandVector;

    @Nullable
    DenseVector offerVector;

    List<String> demandReadIn = List.of();
    List<String> offerReadIn = List.of();
    String offerId = "00000000-0000-0000-0000-000000000001";
    String providerId = "00000000-0000-0000-0000-00000000000a";
    String demandId = "00000000-0000-0000-0000-00000000000d";

    static Pair pair(java.util.function.Consumer<Facts> say) {
        Facts facts = new Facts();
        say.accept(facts);
        return facts.pair();
    }

    static Party party(UnaryOperator<Known> say) {
        return say.apply(new Known()).party();
    }

    static Requirement requirement(Requirement.Kind kind, @Nullable String value) {
        return new Requirement(kind, value, null);
    }

    /** What is known of a party. */
    static final class Known {
        Verification verification = Verification.none;
        List<String> languages = List.of();
        List<Held> certificates = List.of();
        List<String> markets = List.of();
        int deals;
        List<String> names = List.of();
        List<Party.Customer> customers = List.of();

        @Nullable
        Instant joined;

        @Nullable
        String country;

        @Nullable
        String city;

        @Nullable
        String size;

        Works works = Works.NONE;

        Party party() {
            return new Party(
                    1,
                    country,
                    city,
                    null,
                    size,
                    verification,
                    languages,
                    certificates,
                    markets,
                    deals,
                    null,
                    names,
                    customers,
                    joined,
                    works);
        }
    }

    private Pair pair() {
        DemandFacts demand = new DemandFacts(
                demandId,
                "00000000-0000-0000-0000-00000000000b",
                Demand.Kind.purchase,
                demandArea,
                demandClasses,
                essentials,
                niceToHaves,
                money(budget),
                start,
                durationMonths,
                place,
                placeCity,
                spoken,
                data,
                published,
                responsesUntil,
                null,
                null,
                null,
                demandReadIn,
                demandAbout,
                asked,
                demandTitle,
                buyer,
                demandVector);
        OfferFacts offer = new OfferFacts(
                offerId,
                providerId,
                offerArea,
                deliveryModel,
                offerClasses,
                money(price),
                leadTimeDays,
                served,
                dataLocations,
                standards,
                targetMarkets,
                excludedMarkets,
                sought,
                null,
                null,
                null,
                offerReadIn,
                offerAbout,
                said,
                provider,
                offerVector);
        return new Pair(demand, offer, similarity, nearness, coverage, work, rates, ZONES, NOW);
    }

    private static @Nullable PriceRange money(@Nullable String json) {
        return json == null ? null : JsonMapper.shared().readValue(json, PriceRange.class);
    }
}
