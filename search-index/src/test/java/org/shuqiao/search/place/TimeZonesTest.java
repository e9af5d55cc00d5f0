package org.shuqiao.search.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shuqiao.testkit.TestServers;

class TimeZonesTest {
    @ParameterizedTest
    @CsvSource({
        "SA, , Asia/Riyadh",
        "IN, INBOM, Asia/Kolkata", // a country of one zone needs no city that is known
        "US, USNYC, America/New_York", // CLDR calls the zone after it
        "US, USSFO, America/Los_Angeles", // kept
        "RU, RUOVB, Asia/Novosibirsk",
        "IL, ILHFA, Asia/Jerusalem",
        "CN, , Asia/Shanghai", // one legal time
        "CN, CNURC, Asia/Shanghai"
    })
    void aPlaceHasOne(String country, String city, String zone) {
        assertThat(TimeZones.of(country, city)).containsExactly(ZoneId.of(zone));
    }

    @Test
    void whereNothingTellsItIsAnyOfTheCountrys() {
        assertThat(TimeZones.of("US", null))
                .contains(ZoneId.of("America/New_York"), ZoneId.of("Pacific/Honolulu"))
                .isEqualTo(TimeZones.of("US", "USQQQ"));
        assertThat(TimeZones.of("MN", null)).containsExactly(ZoneId.of("Asia/Hovd"), ZoneId.of("Asia/Ulaanbaatar"));
    }

    @Test
    void whatIsNoCountryHasNone() {
        assertThat(TimeZones.of(null, null)).isEmpty();
        assertThat(TimeZones.of("XK", null)).isEmpty();
    }

    /** The profile service shows the zones of the cities it knows; both say the same. */
    @Test
    void theCitiesOfTheProfileServiceHaveTheZoneItShows() throws IOException {
        List<String[]> cities = Files.readAllLines(
                        TestServers.root().resolve("services/profile/src/main/resources/reference/cities.tsv"))
                .stream()
                .filter(line -> !line.startsWith("#"))
                .skip(1)
                .map(line -> line.split("\t", -1))
                .toList();

        assertThat(cities)
                .hasSizeGreaterThan(70)
                .allSatisfy(cells -> assertThat(TimeZones.of(cells[3], cells[0]))
                        .as(cells[0])
                        .anySatisfy(zone -> assertThat(zone.getId()).isEqualTo(cells[4]))
                        .extracting(zone -> zone.getRules().getTransitionRules())
                        .containsOnly(ZoneId.of(cells[4]).getRules().getTransitionRules()));
    }
}
