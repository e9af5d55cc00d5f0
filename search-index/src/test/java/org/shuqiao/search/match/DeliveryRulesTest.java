package org.shuqiao.search.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shuqiao.search.match.Facts.pair;
import static org.shuqiao.search.match.Facts.party;
import static org.shuqiao.search.match.Facts.requirement;
import static org.shuqiao.search.match.Findings.found;
import static org.shuqiao.search.match.Findings.value;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shuqiao.contracts.listing.DeliveryModel;
import org.shuqiao.contracts.listing.Demand;
import org.shuqiao.contracts.listing.Requirement;
import org.shuqiao.contracts.search.ReasonView.State;
import org.shuqiao.search.fact.Held;

/** How the service comes: languages, form, standards, where data are. */
class DeliveryRulesTest {
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
    void whatIsHeldIsToldOnce() {
        Pair pair = pair(f -> {
            f.niceToHaves = List.of(
                    requirement(Requirement.Kind.STANDARD, "ISO 27001"),
                    requirement(Requirement.Kind.STANDARD, "SOC 2"));
            f.standards = List.of(new Held("ISO 27001", null, null), new Held("PCI DSS", null, null));
            f.provider = party(p -> {
                p.certificates = List.of(new Held("ISO 27001", null, null));
                return p;
            });
        });

        assertThat(MustHaves.standard("SOC 2", pair).details().apply(Wording.english()))
                .containsExactly("ISO 27001", "PCI DSS");
        assertThat(DeliveryRules.standardsHeld(pair).details().apply(Wording.english()))
                .containsExactly("ISO 27001", "PCI DSS");
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
}
