package org.shuqiao.search.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.shuqiao.search.match.Facts.pair;
import static org.shuqiao.search.match.Facts.party;
import static org.shuqiao.search.match.Facts.requirement;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shuqiao.contracts.listing.Area;
import org.shuqiao.contracts.listing.DeliveryModel;
import org.shuqiao.contracts.listing.Demand;
import org.shuqiao.contracts.listing.Partnership;
import org.shuqiao.contracts.listing.Requirement;
import org.shuqiao.contracts.profile.OrganizationView.Verification;
import org.shuqiao.contracts.search.ReasonView.State;
import org.shuqiao.search.exchange.ExchangeRates;
import org.shuqiao.search.fact.Held;
import org.shuqiao.search.fact.Party;
import org.shuqiao.search.vector.DenseVector;
import org.shuqiao.thesaurus.ConceptVector;
import org.shuqiao.thesaurus.SemanticInterpreter;
import org.shuqiao.thesaurus.SemanticInterpreter.Passage;
import org.shuqiao.thesaurus.Thesaurus;

class MatchPolicyTest {
    @Test
    void thesePolicyRulesThereAre() {
        assertThat(MatchPolicy.RULES)
                .extracting(Rule::feature)
                .containsExactly(
                        "textSimilarity",
                        "termsShared",
                        "conceptsShared",
                        "vectorNearness",
                        "essentialsCovered",
                        "wishesCovered",
                        "nothingUnwanted",
                        "area",
                        "classification",
                        "budgetOverlap",
                        "languagesInCommon",
                        "workingHours",
                        "deliveryModel",
                        "standardsHeld",
                        "dataLocation",
                        "dataStays",
                        "dealSought",
                        "marketWanted",
                        "deadline",
                        "startDate",
                        "similarWork",
                        "sameBuyer",
                        "trackRecord",
                        "capacity",
                        "verification");
    }

    @Test
    void whatIsSilentIsUnknown() {
        Pair silent = pair(f -> {});

        assertThat(MatchPolicy.RULES)
                .filteredOn(rule -> rule != MatchPolicy.TEXT_SIMILARITY)
                .allSatisfy(rule -> {
                    assertThat(rule.buyer().apply(silent).state()).isEqualTo(State.unknown);
                    assertThat(rule.buyer().apply(silent).value()).isNull();
                    assertThat(rule.provider().apply(silent).value()).isNull();
                });
    }

    @Test
    void textSimilarityIsAsMeasured() {
        assertThat(value(MatchPolicy.TEXT_SIMILARITY, pair(f -> f.similarity = 0.4)))
                .isEqualTo(0.4);
        assertThat(found(MatchPolicy.TEXT_SIMILARITY, pair(f -> {})).state()).isEqualTo(State.unmet);
    }

    @Test
    void vectorsAreAsNearAsTheirDirections() {
        assertThat(value(MatchPolicy.VECTOR_NEARNESS, pair(f -> {
                    f.demandVector = DenseVector.of(new float[] {1, 1}, 0);
                    f.offerVector = DenseVector.of(new float[] {1, 0}, 0);
                })))
                .isEqualTo(Math.sqrt(0.5), within(1e-6));
        assertThat(found(MatchPolicy.VECTOR_NEARNESS, pair(f -> f.demandVector = DenseVector.of(new float[] {1, 1}, 0)))
                        .state())
                .isEqualTo(State.unknown);
    }

    @Test
    void areasAreTheSameOrNot() {
        assertThat(value(MatchPolicy.AREA, pair(f -> {
                    f.demandArea = Area.CLOUD_SERVICES;
                    f.offerArea = Area.CLOUD_SERVICES;
                })))
                .isEqualTo(1);
        assertThat(value(MatchPolicy.AREA, pair(f -> {
                    f.demandArea = Area.CLOUD_SERVICES;
                    f.offerArea = Area.DIGITAL_CONTENT;
                })))
                .isEqualTo(0);
    }

    @ParameterizedTest
    @CsvSource({
        "CPV:72000000, CPV:72000000, 1",
        "CPV:72000000, CPV:72212517, 0.25", // 72 of 72212517
        "CPV:72212517, CPV:72212500, 0.75", // 722125 of 72212517
        "CPV:72000000, CPV:48000000, 0",
        "CPV:72000000, CPV:79000000, 0", // one digit in common is nothing
        "EBOPS:SI2, EBOPS:SI1, 0.66666"
    })
    void classesAreNearInTheirHierarchy(String asked, String offered, double nearness) {
        assertThat(value(MatchPolicy.CLASSIFICATION, pair(f -> {
                    f.demandClasses = List.of(asked);
                    f.offerClasses = List.of(offered);
                })))
                .isCloseTo(nearness, within(1e-4));
    }

    @Test
    void classesOfDifferentSchemesAreNotCompared() {
        assertThat(found(MatchPolicy.CLASSIFICATION, pair(f -> {
                            f.demandClasses = List.of("CPV:72000000");
                            f.offerClasses = List.of("UNSPSC:72000000");
                        }))
                        .state())
                .isEqualTo(State.unknown);
    }

    @ParameterizedTest
    @CsvSource({
        "'100,900', '500,2000', 1", // all of it fits
        "'100,900', ',500', 0.5", // 400 of 800
        "'600,900', ',500', 0",
        "'500,900', ',500', 0.05", // the lowest fits exactly
        "'100,', ',500', 0.5", // open above
        "',300', ',500', 1"
    })
    void pricesFitBudgets(String price, String budget, double value) {
        assertThat(value(MatchPolicy.BUDGET_OVERLAP, pair(f -> {
                    f.price = money(price, "USD", "");
                    f.budget = money(budget, "USD", "");
                })))
                .isCloseTo(value, within(1e-9));
    }

    @Test
    void otherCurrenciesAreNotCompared() {
        Finding finding = found(MatchPolicy.BUDGET_OVERLAP, pair(f -> {
            f.price = money("100,900", "USD", "");
            f.budget = money("500,2000", "EUR", "");
        }));

        assertThat(finding.state()).isEqualTo(State.unknown);
        assertThat(finding.message().apply(Wording.english())).contains("currencies");
    }

    @ParameterizedTest
    @CsvSource({
        "'800,7200', '500,2000', 1", // 100 to 900
        "'800,', ',500', 0.5",
        "'4160,7200', ',500', 0.05", // 520: by the rates of another day it may fit
        "'4480,7200', ',500', 0" // 560
    })
    void byAReferenceRateTheyAre(String price, String budget, double value) {
        Finding finding = found(MatchPolicy.BUDGET_OVERLAP, pair(f -> {
            f.rates = new ExchangeRates("2026-11-26", Map.of("CNY", new BigDecimal("8"), "USD", BigDecimal.ONE));
            f.price = money(price, "CNY", "");
            f.budget = money(budget, "USD", "");
        }));

        assertThat(finding.value()).isCloseTo(value, within(1e-9));
        assertThat(finding.details().apply(Wording.english()).getLast())
                .startsWith("about ")
                .endsWith("USD at reference rates of 2026-11-26");
    }

    @Test
    void aPricePerUserIsNotComparedWithATotalUnlessItAloneIsTooMuch() {
        assertThat(found(MatchPolicy.BUDGET_OVERLAP, pair(f -> {
                            f.price = money("10,20", "USD", ",\"unit\":\"user\",\"interval\":\"month\"");
                            f.budget = money("500,2000", "USD", "");
                        }))
                        .state())
                .isEqualTo(State.unknown);
        assertThat(found(MatchPolicy.BUDGET_OVERLAP, pair(f -> {
                            f.price = money("5000,6000", "USD", ",\"unit\":\"user\"");
                            f.budget = money("500,2000", "USD", "");
                        }))
                        .state())
                .isEqualTo(State.unmet);
    }

    @Test
    void languagesInCommonAreThoseOfTheOfferElseOfItsProvider() {
        assertThat(value(MatchPolicy.LANGUAGES_IN_COMMON, pair(f -> {
                    f.spoken = List.of("ru", "en");
                    f.served = List.of("zh", "en");
                })))
                .isEqualTo(1);
        assertThat(value(MatchPolicy.LANGUAGES_IN_COMMON, pair(f -> {
                    f.spoken = List.of("ru");
                    f.provider = party(p -> {
                        p.languages = List.of("zh", "ru");
                        return p;
                    });
                })))
                .isEqualTo(1);
        assertThat(value(MatchPolicy.LANGUAGES_IN_COMMON, pair(f -> {
                    f.spoken = List.of("ru");
                    f.served = List.of("zh");
                })))
                .isEqualTo(0);
    }

    @Test
    void theDeliveryModelAskedForIsTheOneOffered() {
        assertThat(value(MatchPolicy.DELIVERY_MODEL, pair(f -> {
                    f.niceToHaves = List.of(requirement(Requirement.Kind.DELIVERY_MODEL, "managed-service"));
                    f.deliveryModel = DeliveryModel.MANAGED_SERVICE;
                })))
                .isEqualTo(1);
        assertThat(value(MatchPolicy.DELIVERY_MODEL, pair(f -> {
                    f.niceToHaves = List.of(requirement(Requirement.Kind.DELIVERY_MODEL, "SaaS"));
                    f.deliveryModel = DeliveryModel.project;
                })))
                .isEqualTo(0);
    }

    @Test
    void standardsAreHeldByTheOfferOrItsProviderWhileValid() {
        List<Requirement> asked = List.of(
                requirement(Requirement.Kind.STANDARD, "ISO/IEC 27001"),
                requirement(Requirement.Kind.STANDARD, "SOC 2"));
        assertThat(value(MatchPolicy.STANDARDS_HELD, pair(f -> {
                    f.niceToHaves = asked;
                    f.standards = List.of(new Held("iso 27001:2022", null, null));
                    f.provider = party(p -> {
                        p.certificates = List.of(new Held("SOC-2", LocalDate.of(2026, 11, 24), null));
                        return p;
                    });
                })))
                .isEqualTo(1);
        assertThat(value(MatchPolicy.STANDARDS_HELD, pair(f -> {
                    f.niceToHaves = asked;
                    f.standards = List.of(new Held("ISO 27001", null, null));
                    f.provider = party(p -> {
                        p.certificates = List.of(new Held("SOC-2", LocalDate.of(2026, 11, 23), null));
                        return p;
                    });
                })))
                .as("one has expired yesterday")
                .isEqualTo(0.5);
    }

    @Test
    void dataAreKeptWhereAsked() {
        assertThat(value(MatchPolicy.DATA_LOCATION, pair(f -> {
                    f.niceToHaves = List.of(
                            requirement(Requirement.Kind.DATA_LOCATION, "SG"),
                            requirement(Requirement.Kind.DATA_LOCATION, "KZ"));
                    f.dataLocations = List.of("CN", "SG");
                })))
                .isEqualTo(0.5);
    }

    @Test
    void personalDataCanStayInTheCountry() {
        assertThat(value(MatchPolicy.DATA_STAYS, pair(f -> {
                    f.data = new Demand.DataInvolved(true, null, null, null);
                    f.place = "SG";
                    f.dataLocations = List.of("CN", "SG");
                })))
                .isEqualTo(1);
        assertThat(value(MatchPolicy.DATA_STAYS, pair(f -> {
                    f.data = new Demand.DataInvolved(null, null, true, null);
                    f.place = "KZ";
                    f.dataLocations = List.of("CN");
                })))
                .isEqualTo(0);
        assertThat(found(MatchPolicy.DATA_STAYS, pair(f -> {
                            f.data = new Demand.DataInvolved(false, false, null, null);
                            f.place = "KZ";
                            f.dataLocations = List.of("CN");
                        }))
                        .state())
                .isEqualTo(State.unknown);
    }

    @Test
    void theProviderSeeksSuchAPartner() {
        assertThat(value(MatchPolicy.DEAL_SOUGHT, pair(f -> f.sought = List.of(Partnership.customer))))
                .isEqualTo(1);
        assertThat(value(MatchPolicy.DEAL_SOUGHT, pair(f -> f.sought = List.of(Partnership.investor))))
                .isEqualTo(0);
    }

    @Test
    void theProviderWantsTheMarket() {
        assertThat(value(MatchPolicy.MARKET_WANTED, pair(f -> {
                    f.place = "SA";
                    f.targetMarkets = List.of("SA");
                })))
                .isEqualTo(1);
        assertThat(value(MatchPolicy.MARKET_WANTED, pair(f -> {
                    f.place = "KZ";
                    f.provider = party(p -> {
                        p.markets = List.of("SA");
                        return p;
                    });
                })))
                .isEqualTo(0);
    }

    @Test
    void twoWeeksToAnswerAreEnough() {
        assertThat(deadlineIn(Duration.ofDays(30))).isEqualTo(1);
        assertThat(deadlineIn(Duration.ofDays(7))).isEqualTo(0.5);
        assertThat(deadlineIn(Duration.ofDays(-1))).isEqualTo(0);
    }

    @Test
    void havingATrackRecordNeverHurts() {
        assertThat(trackRecord(0)).isEqualTo(0);
        assertThat(trackRecord(1)).isEqualTo(Math.log(2) / Math.log(51));
        assertThat(trackRecord(50)).isEqualTo(1);
        assertThat(trackRecord(300)).isEqualTo(1);
    }

    @Test
    void whoDeliveredToThisBuyerIsPreferred() {
        assertThat(sameBuyer("city of almaty", 10)).isEqualTo(1);
        assertThat(sameBuyer("city of almaty", 1)).isEqualTo(Math.log(2) / Math.log(11));
        assertThat(sameBuyer("city of astana", 10)).isZero();
    }

    private static double sameBuyer(String customer, int deals) {
        return value(MatchPolicy.SAME_BUYER, pair(f -> {
            f.buyer = party(p -> {
                p.names = List.of("алматы", "city of almaty");
                return p;
            });
            f.provider = party(p -> {
                p.customers = List.of(new Party.Customer(customer, deals));
                return p;
            });
        }));
    }

    @Test
    void wordsCountAsTextInOneLanguageAndAsTermsAcrossLanguages() {
        Pair readTogether = pair(f -> {
            f.similarity = 0.4;
            f.demandReadIn = List.of("ru");
            f.offerReadIn = List.of("zh", "ru");
        });
        Pair across = pair(f -> {
            f.similarity = 0.4;
            f.demandReadIn = List.of("ru");
            f.offerReadIn = List.of("zh");
        });

        assertThat(value(MatchPolicy.TEXT_SIMILARITY, readTogether)).isEqualTo(0.4);
        assertThat(found(MatchPolicy.TERMS_SHARED, readTogether).state()).isEqualTo(State.unknown);
        assertThat(found(MatchPolicy.TEXT_SIMILARITY, across).state()).isEqualTo(State.unknown);
        assertThat(value(MatchPolicy.TERMS_SHARED, across)).isEqualTo(0.4);
    }

    @Test
    void whatBothAreAboutCountsByItsNearness() {
        ConceptVector about =
                new SemanticInterpreter(Thesaurus.builtIn()).interpret(List.of(new Passage("firewall", "en", 1)));
        Pair pair = pair(f -> {
            f.nearness = 0.6;
            f.demandAbout = about;
            f.offerAbout = about;
        });

        assertThat(value(MatchPolicy.CONCEPTS_SHARED, pair)).isEqualTo(0.6);
    }

    @Test
    void eachSideLooksAtTheOthersVerification() {
        Pair pair = pair(f -> {
            f.provider = party(p -> {
                p.verification = Verification.documents;
                return p;
            });
            f.buyer = party(p -> {
                p.verification = Verification.identifier;
                return p;
            });
        });

        assertThat(MatchPolicy.VERIFICATION.buyer().apply(pair).value()).isEqualTo(1.0);
        assertThat(MatchPolicy.VERIFICATION.provider().apply(pair).value()).isEqualTo(0.6);
    }

    private static double deadlineIn(Duration left) {
        return value(MatchPolicy.DEADLINE, pair(f -> f.responsesUntil = Facts.NOW.plus(left)));
    }

    private static double trackRecord(int deals) {
        return value(
                MatchPolicy.TRACK_RECORD,
                pair(f -> f.provider = party(p -> {
                    p.deals = deals;
                    return p;
                })));
    }

    private static String money(String range, String currency, String more) {
        String[] ends = range.split(",", -1);
        return "{\"min\":" + amount(ends[0]) + ",\"max\":" + amount(ends[1]) + ",\"currency\":\"" + currency + "\""
                + more + "}";
    }

    private static String amount(String amount) {
        return amount.isEmpty() ? "null" : "\"" + amount + "\"";
    }

    private static Finding found(Rule rule, Pair pair) {
        return rule.buyer().apply(pair);
    }

    private static double value(Rule rule, Pair pair) {
        @Nullable Double value = found(rule, pair).value();
        assertThat(value)
                .as(found(rule, pair).message().apply(Wording.english()))
                .isNotNull();
        return value == null ? Double.NaN : value;
    }
}
