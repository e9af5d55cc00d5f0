package org.shuqiao.search.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.shuqiao.contracts.listing.Area;
import org.shuqiao.contracts.listing.DeliveryModel;
import org.shuqiao.contracts.listing.Demand;
import org.shuqiao.contracts.listing.Partnership;
import org.shuqiao.contracts.listing.Requirement;
import org.shuqiao.contracts.profile.OrganizationView.Verification;
import org.shuqiao.contracts.value.PriceRange;
import org.shuqiao.contracts.value.Text;
import org.shuqiao.search.place.Place;
import org.shuqiao.search.vector.DenseVector;
import org.shuqiao.thesaurus.ConceptVector;
import org.shuqiao.thesaurus.SemanticInterpreter;
import org.shuqiao.thesaurus.SemanticInterpreter.Passage;
import org.shuqiao.thesaurus.Thesaurus;
import org.shuqiao.understanding.need.Need;

class FactsTest {
    private static final ConceptVector ABOUT =
            new SemanticInterpreter(Thesaurus.builtIn()).interpret(List.of(new Passage("对象存储", "zh", 1)));
    private static final Works WORKS = new Works(List.of(
            new Works.Work(
                    LocalDate.of(2025, 4, 1),
                    0,
                    Works.Size.of(new BigDecimal("239351.60"), "SGD"),
                    List.of(Works.word("meter"), Works.word("水表")),
                    ABOUT),
            new Works.Work(null, -1, null, List.of(), ConceptVector.NONE)));
    private static final Party PARTY = new Party(
            3,
            "CN",
            "CNSHA",
            "hongqiao",
            "50-249",
            Verification.documents,
            List.of("zh", "en"),
            List.of(new Held("ISO/IEC 27001", LocalDate.of(2028, 5, 31), null)),
            List.of("SA"),
            2,
            LocalDate.of(2025, 4, 1),
            List.of("shuqiao cloud"),
            List.of(new Party.Customer("almaty su", 2)),
            Instant.parse("2026-05-31T08:00:00Z"),
            WORKS);

    @Test
    void anOfferReadsBackAsWritten() {
        OfferFacts facts = new OfferFacts(
                "o",
                "p",
                Area.CLOUD_SERVICES,
                DeliveryModel.MANAGED_SERVICE,
                List.of("CPV:72000000"),
                new PriceRange(
                        new BigDecimal("100.00"),
                        new BigDecimal("900"),
                        Currency.getInstance("USD"),
                        "user",
                        PriceRange.Interval.month),
                45,
                List.of("zh"),
                List.of("CN", "SG"),
                List.of(new Held("SOC 2", null, "the mobile client")),
                List.of("SA"),
                List.of("KP"),
                List.of(Partnership.JOINT_DEVELOPMENT),
                Instant.parse("2026-01-01T00:00:00Z"),
                Instant.parse("2027-01-01T00:00:00Z"),
                "zh",
                List.of("zh", "en"),
                ABOUT,
                new SaidInText(
                        new SemanticInterpreter(Thesaurus.builtIn()).vector(Map.of("blockchain", 2.0), 32),
                        List.of("ISO 27001"),
                        List.of("ru")),
                PARTY,
                null);

        assertThat(FactsCodec.offer(FactsCodec.encode(facts))).isEqualTo(facts);
        OfferFacts withVector = facts.withVector(DenseVector.of(new float[] {0, -1, 0.5f}, 0.25));
        assertThat(FactsCodec.offer(FactsCodec.encode(withVector))).isEqualTo(withVector);
        assertThat(FactsCodec.encode(withVector.withVector(null))).isEqualTo(FactsCodec.encode(facts));
    }

    @Test
    void aDemandReadsBackAsWritten() {
        DemandFacts facts = new DemandFacts(
                "d",
                "b",
                Demand.Kind.purchase,
                null,
                List.of(),
                List.of(new Requirement(Requirement.Kind.STANDARD, "ISO/IEC 27001", null)),
                List.of(new Requirement(Requirement.Kind.TEXT, null, Text.of("Быстро"))),
                null,
                LocalDate.of(2027, 2, 1),
                18,
                "KZ",
                "KZALA",
                List.of("ru"),
                new Demand.DataInvolved(true, null, false, null),
                null,
                Instant.parse("2026-12-01T00:00:00Z"),
                null,
                null,
                null,
                List.of(),
                ConceptVector.NONE,
                new AskedInText(
                        ConceptVector.NONE,
                        new SemanticInterpreter(Thesaurus.builtIn()).vector(Map.of("blockchain", 2.0), 16),
                        ConceptVector.NONE,
                        List.of(new AskedStandard("SOC 2", Need.NICE_TO_HAVE)),
                        new PriceRange(null, new BigDecimal("5000000"), Currency.getInstance("KZT"), null, null),
                        List.of(),
                        LocalDate.of(2027, 3, 1)),
                WORKS,
                Party.UNKNOWN,
                null);

        assertThat(FactsCodec.demand(FactsCodec.encode(facts))).isEqualTo(facts);
        DemandFacts withVector = facts.withVector(DenseVector.of(new float[] {0, -1, 0.5f}, 0.25));
        assertThat(FactsCodec.demand(FactsCodec.encode(withVector))).isEqualTo(withVector);
    }

    @Test
    void aDemandIsWhereItsPlaceIsElseWhereTheBuyerIs() {
        assertThat(where("KZ", "KZALA")).isEqualTo(new Place("KZ", "KZALA"));
        assertThat(where("KZ", null)).isEqualTo(new Place("KZ", null));
        assertThat(where("US", null)).isEqualTo(new Place("US", "USNYC"));
        assertThat(where(null, null)).isEqualTo(new Place("US", "USNYC"));
    }

    /** Where a demand is of a buyer in New York. */
    private static Place where(@Nullable String place, @Nullable String placeCity) {
        DemandFacts demand = new DemandFacts(
                "d",
                "b",
                Demand.Kind.purchase,
                null,
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                place,
                placeCity,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                ConceptVector.NONE,
                AskedInText.NOTHING,
                Works.NONE,
                new Party(
                        1,
                        "US",
                        "USNYC",
                        null,
                        null,
                        null,
                        List.of(),
                        List.of(),
                        List.of(),
                        0,
                        null,
                        List.of(),
                        List.of(),
                        null,
                        Works.NONE),
                null);
        return FactsCodec.demand(FactsCodec.encode(demand)).where();
    }

    @Test
    void aCustomerIsKnownByAnyOfItsNamesWhateverThePunctuation() {
        Party provider = new Party(
                1,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                3,
                null,
                List.of(),
                List.of(new Party.Customer(PartyName.compared("Government Technology Agency  (GovTech)"), 3)),
                null,
                Works.NONE);

        assertThat(provider.dealsWith(List.of("other", PartyName.compared("government technology agency, GovTech"))))
                .isEqualTo(3);
        assertThat(provider.dealsWith(List.of())).isZero();
    }
}
