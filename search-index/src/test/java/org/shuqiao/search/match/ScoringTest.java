package org.shuqiao.search.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.shuqiao.search.match.Facts.pair;
import static org.shuqiao.search.match.Facts.party;
import static org.shuqiao.search.match.Facts.requirement;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shuqiao.contracts.listing.Area;
import org.shuqiao.contracts.listing.DeliveryModel;
import org.shuqiao.contracts.listing.Partnership;
import org.shuqiao.contracts.listing.Requirement;
import org.shuqiao.contracts.search.MatchView.Side;
import org.shuqiao.contracts.search.ReasonView;
import org.shuqiao.contracts.search.ReasonView.State;
import org.shuqiao.contracts.value.Text;
import org.shuqiao.search.fact.Held;

class ScoringTest {
    private final Scoring scoring = new Scoring(Ranking.builtIn());

    @Test
    void theWeightsInUse() {
        Ranking ranking = Ranking.builtIn();

        assertThat(ranking.version()).isEqualTo("v5");
        assertThat(ranking.buyer())
                .containsOnly(
                        Map.entry("textSimilarity", 8.0),
                        Map.entry("termsShared", 2.5),
                        Map.entry("conceptsShared", 8.0),
                        Map.entry("vectorNearness", 8.0),
                        Map.entry("essentialsCovered", 3.0),
                        Map.entry("wishesCovered", 1.0),
                        Map.entry("nothingUnwanted", 3.0),
                        Map.entry("classification", 2.0),
                        Map.entry("area", 1.0),
                        Map.entry("budgetOverlap", 1.0),
                        Map.entry("languagesInCommon", 1.0),
                        Map.entry("workingHours", 0.5),
                        Map.entry("deliveryModel", 1.0),
                        Map.entry("standardsHeld", 1.0),
                        Map.entry("dataLocation", 1.0),
                        Map.entry("dataStays", 0.5),
                        Map.entry("similarWork", 6.0),
                        Map.entry("sameBuyer", 4.0),
                        Map.entry("trackRecord", 4.0),
                        Map.entry("startDate", 0.5),
                        Map.entry("capacity", 0.5),
                        Map.entry("verification", 0.5));
        assertThat(ranking.provider())
                .containsOnly(
                        Map.entry("textSimilarity", 8.0),
                        Map.entry("termsShared", 2.5),
                        Map.entry("conceptsShared", 8.0),
                        Map.entry("vectorNearness", 8.0),
                        Map.entry("essentialsCovered", 3.0),
                        Map.entry("wishesCovered", 1.0),
                        Map.entry("nothingUnwanted", 3.0),
                        Map.entry("classification", 2.0),
                        Map.entry("area", 1.0),
                        Map.entry("budgetOverlap", 1.0),
                        Map.entry("languagesInCommon", 1.0),
                        Map.entry("workingHours", 0.5),
                        Map.entry("marketWanted", 1.0),
                        Map.entry("dealSought", 0.5),
                        Map.entry("deadline", 0.5),
                        Map.entry("startDate", 0.5),
                        Map.entry("capacity", 0.25),
                        Map.entry("similarWork", 6.0),
                        Map.entry("sameBuyer", 4.0),
                        Map.entry("verification", 0.5));
    }

    @Test
    void withWordsAloneTheScoreIsTheirSimilarity() {
        Scoring.Scores scores = scoring.scores(pair(f -> f.similarity = 0.37));

        assertThat(scores.buyer()).isEqualTo(0.37, within(1e-12));
        assertThat(scores.provider()).isEqualTo(0.37, within(1e-12));
        assertThat(scores.both()).isEqualTo(0.37, within(1e-12));
    }

    @Test
    void moreSimilarWordsNeverScoreLess() {
        double last = -1;
        for (int i = 0; i <= 100; i++) {
            double similarity = i / 100.0;
            double score = scoring.scores(pair(f -> {
                        f.similarity = similarity;
                        f.demandArea = Area.CLOUD_SERVICES;
                        f.offerArea = Area.DIGITAL_CONTENT;
                        f.provider = party(p -> p);
                    }))
                    .both();
            assertThat(score).isGreaterThan(last);
            last = score;
        }
    }

    @Test
    void eachSideIsTheWeightedMeanOfWhatIsKnown() {
        Pair pair = pair(f -> {
            f.similarity = 0.5;
            f.demandArea = Area.CLOUD_SERVICES;
            f.offerArea = Area.CLOUD_SERVICES;
            f.place = "SA";
            f.targetMarkets = List.of("KZ");
        });

        Scoring.Scores scores = scoring.scores(pair);

        assertThat(scores.buyer()).isEqualTo((8 * 0.5 + 1) / 9, within(1e-12));
        assertThat(scores.provider()).isEqualTo((8 * 0.5 + 1 + 0) / 10, within(1e-12));
        double b = scores.buyer();
        double p = scores.provider();
        assertThat(scores.both()).isEqualTo(2 * b * p / (b + p), within(1e-12));
    }

    @Test
    void bothTogetherAreGoodOnlyWhereEachIs() {
        assertThat(Scoring.harmonic(1, 0)).isZero();
        assertThat(Scoring.harmonic(0, 0)).isZero();
        assertThat(Scoring.harmonic(0.9, 0.1)).isLessThan(Scoring.harmonic(0.5, 0.5));
    }

    @Test
    void everyFeatureThatCountsForASideIsListedKnownOrNot() {
        Scoring.Reasons reasons = scoring.reasons(scoring.findings(pair(f -> f.similarity = 0.5)), Wording.english());

        assertThat(reasons.buyer())
                .extracting(ReasonView::feature)
                .containsExactly(
                        "textSimilarity",
                        "termsShared",
                        "conceptsShared",
                        "area",
                        "classification",
                        "budgetOverlap",
                        "languagesInCommon",
                        "workingHours",
                        "deliveryModel",
                        "standardsHeld",
                        "dataLocation",
                        "dataStays",
                        "startDate",
                        "similarWork",
                        "sameBuyer",
                        "trackRecord",
                        "capacity",
                        "verification");
        assertThat(reasons.provider())
                .extracting(ReasonView::feature)
                .containsExactly(
                        "textSimilarity",
                        "termsShared",
                        "conceptsShared",
                        "area",
                        "classification",
                        "budgetOverlap",
                        "languagesInCommon",
                        "workingHours",
                        "dealSought",
                        "marketWanted",
                        "deadline",
                        "startDate",
                        "similarWork",
                        "sameBuyer",
                        "capacity",
                        "verification");
    }

    @Test
    void aMustHaveThatIsNotMetExcludes() {
        assertExcluded(pair(f -> {
            f.essentials = List.of(requirement(Requirement.Kind.STANDARD, "SOC 2"));
            f.standards = List.of(new Held("ISO 27001", null, null));
        }));
        assertExcluded(pair(f -> {
            f.essentials = List.of(requirement(Requirement.Kind.STANDARD, "SOC 2"));
            f.standards = List.of(new Held("SOC 2", LocalDate.of(2025, 1, 1), null));
        }));
        assertExcluded(pair(f -> {
            f.essentials = List.of(requirement(Requirement.Kind.LANGUAGE, "ru"));
            f.served = List.of("zh", "en");
        }));
        assertExcluded(pair(f -> {
            f.essentials = List.of(requirement(Requirement.Kind.DATA_LOCATION, "KZ"));
            f.dataLocations = List.of("CN");
        }));
        assertExcluded(pair(f -> {
            f.essentials = List.of(requirement(Requirement.Kind.DELIVERY_MODEL, "SaaS"));
            f.deliveryModel = DeliveryModel.licence;
        }));
        assertExcluded(pair(f -> {
            f.essentials = List.of(requirement(Requirement.Kind.WITHIN_BUDGET, null));
            f.price = "{\"min\":\"1000\",\"currency\":\"USD\"}";
            f.budget = "{\"max\":\"999\",\"currency\":\"USD\"}";
        }));
        assertExcluded(pair(f -> {
            f.essentials = List.of(requirement(Requirement.Kind.MARKET, "KP"));
            f.excludedMarkets = List.of("KP");
        }));
    }

    @Test
    void aMarketTheProviderExcludesExcludes() {
        assertExcluded(pair(f -> {
            f.place = "US";
            f.excludedMarkets = List.of("US");
        }));
    }

    @Test
    void aMustHaveTheOfferIsSilentAboutStaysOpen() {
        Pair silent = pair(f -> {
            f.essentials = List.of(
                    requirement(Requirement.Kind.STANDARD, "SOC 2"),
                    requirement(Requirement.Kind.LANGUAGE, "ru"),
                    requirement(Requirement.Kind.DATA_LOCATION, "KZ"),
                    requirement(Requirement.Kind.DELIVERY_MODEL, "SaaS"),
                    requirement(Requirement.Kind.WITHIN_BUDGET, null),
                    requirement(Requirement.Kind.MARKET, "KZ"),
                    new Requirement(Requirement.Kind.TEXT, null, Text.of("On-site training")));
            f.budget = "{\"max\":\"999\",\"currency\":\"USD\"}";
        });

        List<MustHaves.Judged> reasons = MustHaves.of(silent);

        assertThat(reasons).hasSize(7).allMatch(reason -> reason.state() == State.unknown);
        assertThat(MustHaves.excludes(reasons)).isFalse();
        assertThat(MustHaves.open(reasons)).isEqualTo(7);
        assertThat(reasons.getLast().reason(Wording.english()).message()).contains("On-site training");
    }

    @Test
    void whatIsLeftOutOfAnAttestationIsSaid() {
        Pair pair = pair(f -> {
            f.essentials = List.of(requirement(Requirement.Kind.STANDARD, "SOC 2"));
            f.standards = List.of(new Held("SOC 2", null, "the mobile client"));
        });

        assertThat(MustHaves.of(pair).getFirst().reason(Wording.english()).details())
                .containsExactly("SOC 2", "without the mobile client");
    }

    @Test
    void eachNeedIsJudgedAndSaysWhichItIs() {
        Requirement mustHave = requirement(Requirement.Kind.LANGUAGE, "ru");
        Requirement held = requirement(Requirement.Kind.STANDARD, "SOC 2");
        Requirement notHeld = requirement(Requirement.Kind.STANDARD, "ISO 27001");
        Pair pair = pair(f -> {
            f.essentials = List.of(mustHave);
            f.niceToHaves = List.of(held, notHeld);
            f.standards = List.of(new Held("SOC 2", null, null));
        });

        assertThat(MustHaves.of(pair).getFirst().reason(Wording.english()).need())
                .isEqualTo(mustHave);
        assertThat(MustHaves.wishes(pair))
                .extracting(wish -> wish.reason(Wording.english()))
                .extracting(ReasonView::feature, ReasonView::state, ReasonView::need)
                .containsExactly(tuple("niceToHave", State.met, held), tuple("niceToHave", State.unmet, notHeld));
        assertThat(MustHaves.excludes(MustHaves.of(pair))).isFalse();
    }

    @Test
    void theMissingFactIsTheOneThatWouldRaiseTheScoreMost() {
        Pair pair = pair(f -> {
            f.similarity = 0.4;
            f.budget = "{\"max\":\"999\",\"currency\":\"USD\"}";
            f.demandClasses = List.of("CPV:72000000");
            f.provider = party(p -> {
                p.deals = 3;
                return p;
            });
            f.buyer = party(p -> p);
        });

        Scoring.MissingFacts missing = scoring.missing(scoring.findings(pair));

        // a class (2) counts more than a price (1)
        assertThat(missing.buyer()).isNotNull();
        assertThat(missing.buyer().rule()).isEqualTo(MatchPolicy.CLASSIFICATION);
        assertThat(missing.buyer().by()).isEqualTo(Side.provider);
        Pair supplied = pair(f -> {
            f.similarity = 0.4;
            f.budget = "{\"max\":\"999\",\"currency\":\"USD\"}";
            f.demandClasses = List.of("CPV:72000000");
            f.offerClasses = List.of("CPV:72000000");
            f.provider = party(p -> {
                p.deals = 3;
                return p;
            });
            f.buyer = party(p -> p);
        });
        assertThat(missing.buyer().gain())
                .isEqualTo(
                        scoring.scores(supplied).both() - scoring.scores(pair).both(), within(1e-12))
                .isPositive();
    }

    @Test
    void eachSideHasAMissingFactOfItsOwn() {
        Pair pair = pair(f -> {
            f.similarity = 0.4;
            f.targetMarkets = List.of("KZ");
            f.essentials = List.of(requirement(Requirement.Kind.STANDARD, "SOC 2"));
        });

        Scoring.MissingFacts missing = scoring.missing(scoring.findings(pair));

        assertThat(missing.provider()).isNotNull();
        assertThat(missing.provider().rule()).isEqualTo(MatchPolicy.MARKET_WANTED);
        assertThat(missing.provider().by()).isEqualTo(Side.buyer);
        assertThat(missing.buyer()).isNotNull();
        assertThat(missing.buyer().by()).isEqualTo(Side.provider);
    }

    @Test
    void whatNobodyAsksForOrBothKeepSilentAboutIsNotMissing() {
        Scoring.MissingFacts missing = scoring.missing(scoring.findings(pair(f -> {
            f.similarity = 0.4;
            f.sought = List.of(Partnership.customer);
            f.responsesUntil = Facts.NOW.plus(Duration.ofDays(20));
            f.provider = party(p -> p);
            f.buyer = party(p -> p);
        })));

        assertThat(missing.buyer()).isNull();
        assertThat(missing.provider()).isNull();
    }

    private static void assertExcluded(Pair pair) {
        List<MustHaves.Judged> reasons = MustHaves.of(pair);
        assertThat(MustHaves.excludes(reasons)).as(reasons.toString()).isTrue();
    }
}
