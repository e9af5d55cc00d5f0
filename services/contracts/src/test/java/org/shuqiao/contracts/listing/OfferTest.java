package org.shuqiao.contracts.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shuqiao.contracts.value.InvalidValue;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class OfferTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String LEAST = "{\"provider\":\"TEST:p\",\"title\":\"t\",\"summary\":\"s\"}";

    private static void assertRefuses(String field, String json) {
        assertThatThrownBy(() -> JSON.readValue(json, Offer.class))
                .rootCause()
                .isInstanceOfSatisfying(
                        InvalidValue.class, e -> assertThat(e.field()).isEqualTo(field));
    }

    private static String with(String field, String value) {
        ObjectNode offer = (ObjectNode) JSON.readTree(LEAST);
        offer.set(field, JSON.readTree(value));
        return JSON.writeValueAsString(offer);
    }

    @Test
    void needsNoMoreThanProviderTitleAndSummary() {
        Offer offer = JSON.readValue(LEAST, Offer.class);
        assertThat(offer.features()).isEmpty();
        assertThat(offer.price()).isNull();
        assertThat(offer.owner()).isEqualTo(offer.provider());
        assertThat(JSON.writeValueAsString(offer)).doesNotContain("owner");
        assertThat(JSON.readValue(JSON.writeValueAsString(offer), Offer.class)).isEqualTo(offer);
    }

    @ParameterizedTest
    @CsvSource({"provider", "title", "summary"})
    void needs(String field) {
        ObjectNode offer = (ObjectNode) JSON.readTree(LEAST);
        offer.remove(field);
        assertRefuses(field, JSON.writeValueAsString(offer));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "reference       | \" \"                                                      | reference",
                "features        | [null]                                                     | features[0]",
                "exportFormats   | [\"CSV\",\"\"]                                             | exportFormats[1]",
                "languages       | [\"zh\",\"??\"]                                            | itself",
                "dataLocations   | [\"ZZ\"]                                                   | itself",
                "standards       | [{\"by\":\"CQC\"}]                                         | name",
                "classification  | [{\"scheme\":\"CPV\"}]                                     | id"
            })
    void refusesAMemberThatBreaksARule(String field, String value, String refused) {
        assertRefuses(refused.equals("itself") ? "" : refused, with(field, value));
    }

    @Test
    void hasALongestTitleAndFeature() {
        assertRefuses("title.values.und", with("title", "\"" + "x".repeat(301) + "\""));
        assertRefuses("features[1].values.und", with("features", "[\"a\",\"" + "x".repeat(1_001) + "\"]"));
        assertRefuses("references[0].values.und", with("references", "[\"" + "x".repeat(1_001) + "\"]"));
    }

    @Test
    void hasALongestList() {
        String many = String.join(",", Collections.nCopies(101, "\"a\""));
        assertRefuses("benefits", with("benefits", "[" + many + "]"));
        assertRefuses("exportFormats", with("exportFormats", "[" + many + "]"));
    }

    @ParameterizedTest
    @CsvSource({"-1, false", "0, true", "730, true", "731, false"})
    void beginsWithinTwoYearsOfTheOrder(int days, boolean accepted) {
        if (accepted) {
            assertThat(JSON.readValue(with("leadTimeDays", String.valueOf(days)), Offer.class)
                            .leadTimeDays())
                    .isEqualTo(days);
        } else {
            assertRefuses("leadTimeDays", with("leadTimeDays", String.valueOf(days)));
        }
    }

    @Test
    void doesNotWantAndExcludeTheSameMarket() {
        assertRefuses("excludedMarkets", """
                {"provider":"TEST:p","title":"t","summary":"s","targetMarkets":["SA","KZ"],"excludedMarkets":["KZ"]}""");
    }

    @Test
    void endsAfterItBegins() {
        assertRefuses("validUntil", """
                {"provider":"TEST:p","title":"t","summary":"s",
                 "validFrom":"2027-01-01T00:00:00Z","validUntil":"2027-01-01T00:00:00Z"}""");
    }
}
