package org.shuqiao.contracts.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shuqiao.contracts.listing.Requirement.Kind;
import org.shuqiao.contracts.value.InvalidValue;
import org.shuqiao.contracts.value.Refusals;
import org.shuqiao.contracts.value.Text;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class DemandTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String LEAST =
            "{\"buyer\":\"TEST:b\",\"kind\":\"purchase\",\"title\":\"t\",\"problem\":\"p\"}";

    private static void assertRefuses(String field, String json) {
        assertThatThrownBy(() -> JSON.readValue(json, Demand.class))
                .rootCause()
                .isInstanceOfSatisfying(
                        InvalidValue.class, e -> assertThat(e.field()).isEqualTo(field));
    }

    private static String with(String members) {
        return LEAST.substring(0, LEAST.length() - 1) + "," + members + "}";
    }

    @Test
    void needsNoMoreThanBuyerKindTitleAndProblem() {
        Demand demand = JSON.readValue(LEAST, Demand.class);
        assertThat(demand.essentials()).isEmpty();
        assertThat(demand.owner()).isEqualTo(demand.buyer());
        assertThat(JSON.readValue(JSON.writeValueAsString(demand), Demand.class))
                .isEqualTo(demand);
    }

    @ParameterizedTest
    @CsvSource({"buyer", "kind", "title", "problem"})
    void needs(String field) {
        ObjectNode demand = (ObjectNode) JSON.readTree(LEAST);
        demand.remove(field);
        assertRefuses(field, JSON.writeValueAsString(demand));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "\"durationMonths\":0                                                 | durationMonths",
                "\"durationMonths\":601                                               | durationMonths",
                "\"mostResponses\":0                                                  | mostResponses",
                "\"mostResponses\":501                                                | mostResponses",
                "\"place\":{\"city\":\"KZALA\"}                                       | country",
                "\"place\":{\"country\":\"DE\",\"city\":\"KZALA\"}                    | city",
                "\"weights\":{\"price\":50,\"technical\":50,\"fit\":1}                | itself",
                "\"weights\":{\"price\":150,\"technical\":-50,\"fit\":0}              | itself",
                "\"weights\":{\"price\":2147483647,\"technical\":2147483647,\"fit\":102} | itself",
                "\"budget\":{\"currency\":\"EUR\"}                                    | min",
                "\"essentials\":[{\"kind\":\"within-budget\"}]                        | essentials[0]",
                "\"dataInvolved\":{\"volume\":\"\"}                                   | volume",
                "\"questionsUntil\":\"2029-01-02T00:00:00Z\",\"responsesUntil\":\"2029-01-01T00:00:00Z\" | questionsUntil",
                "\"validFrom\":\"2029-01-02T00:00:00Z\",\"validUntil\":\"2029-01-01T00:00:00Z\" | validUntil"
            })
    void refusesWhatBreaksARule(String members, String field) {
        assertRefuses(field.equals("itself") ? "" : field, with(members));
    }

    @Test
    void keepsABudgetThatMustBeKept() {
        Demand demand = JSON.readValue(
                with("\"essentials\":[{\"kind\":\"within-budget\"}],\"budget\":{\"max\":\"5\",\"currency\":\"EUR\"}"),
                Demand.class);
        assertThat(demand.essentials().getFirst().kind()).isEqualTo(Kind.WITHIN_BUDGET);
    }

    @ParameterizedTest
    @CsvSource({
        "STANDARD,ISO/IEC 27001,ISO/IEC 27001",
        "LANGUAGE,ZH-hant,zh-Hant",
        "DATA_LOCATION,KZ,KZ",
        "MARKET,SA,SA",
        "DELIVERY_MODEL,managed-service,managed-service",
        "DELIVERY_MODEL,SaaS,SaaS"
    })
    void readsTheValueOfARequirement(Kind kind, String value, String kept) {
        assertThat(new Requirement(kind, value, null).value()).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource({
        "STANDARD,",
        "LANGUAGE,??",
        "LANGUAGE,",
        "DATA_LOCATION,Kazakhstan",
        "MARKET,ZZ",
        "DELIVERY_MODEL,MANAGED_SERVICE",
        "DELIVERY_MODEL,saas",
        "DELIVERY_MODEL,",
        "WITHIN_BUDGET,5",
        "TEXT,5"
    })
    void refusesAValueThatIsNotOfItsKind(Kind kind, String value) {
        Refusals.assertRefuses("value", () -> new Requirement(kind, value, Text.of("x")));
    }

    @Test
    void asksForTheTextOfARequirementThatPeopleJudge() {
        Refusals.assertRefuses("text", () -> new Requirement(Kind.TEXT, null, null));
        Refusals.assertRefuses("text.values.und", () -> new Requirement(Kind.TEXT, null, Text.of("x".repeat(2_001))));
    }
}
