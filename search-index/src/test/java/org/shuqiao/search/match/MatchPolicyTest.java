package org.shuqiao.search.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shuqiao.search.match.Facts.pair;

import org.junit.jupiter.api.Test;
import org.shuqiao.contracts.search.ReasonView.State;

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
}
