package org.shuqiao.contracts.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shuqiao.contracts.value.Country;
import org.shuqiao.contracts.value.InvalidValue;
import tools.jackson.databind.json.JsonMapper;

class OrganizationTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    private static String with(String members) {
        return "{\"legalName\":\"N\",\"roles\":[\"buyer\"]" + members + "}";
    }

    private static void assertRefuses(String field, String json) {
        assertThatThrownBy(() -> JSON.readValue(json, Organization.class))
                .rootCause()
                .isInstanceOfSatisfying(
                        InvalidValue.class, e -> assertThat(e.field()).isEqualTo(field));
    }

    @Test
    void needsANameAndARole() {
        assertThat(JSON.readValue(with(""), Organization.class).markets()).isEmpty();
        assertRefuses("legalName", "{\"roles\":[\"buyer\"]}");
        assertRefuses("roles", "{\"legalName\":\"N\"}");
        assertRefuses("roles", "{\"legalName\":\"N\",\"roles\":[]}");
    }

    @Test
    void liesInTheCountryOfItsCity() {
        Organization organization = JSON.readValue(with(",\"city\":\"KZALA\""), Organization.class);
        assertThat(organization.country()).isEqualTo(new Country("KZ"));
        assertRefuses("country", with(",\"city\":\"KZALA\",\"country\":\"DE\""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                ",\"size\":\"many\"                     | size",
                ",\"founded\":999                       | founded",
                ",\"founded\":2201                      | founded",
                ",\"website\":\"ftp://x\"               | website",
                ",\"website\":\"https://\"              | website",
                ",\"website\":\"https://a b\"           | website",
                ",\"zone\":\"Pudong\"                   | zone",
                ",\"memberships\":[\"a\",\" \"]         | memberships[1]",
                ",\"identifiers\":[null]                | identifiers[0]",
                ",\"certificates\":[{\"number\":\"7\"}] | name",
                ",\"trackRecord\":[{\"buyer\":\"B\"}]   | title"
            })
    void refusesWhatBreaksARule(String members, String field) {
        assertRefuses(field, with(members));
    }

    @Test
    void hasALongestNameAndTrackRecord() {
        assertRefuses("legalName.values.und", "{\"legalName\":\"" + "x".repeat(301) + "\",\"roles\":[\"buyer\"]}");
        String many = String.join(",", Collections.nCopies(1_001, "{\"title\":\"t\"}"));
        assertRefuses("trackRecord", with(",\"trackRecord\":[" + many + "]"));
    }

    @Test
    void refusesAnEmptyPlaceInItsTrackRecord() {
        assertRefuses("trackRecord[1]", with(",\"trackRecord\":[{\"title\":\"t\"},null]"));
    }
}
