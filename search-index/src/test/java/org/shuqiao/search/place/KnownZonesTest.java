package org.shuqiao.search.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shuqiao.contracts.listing.Demand;
import org.shuqiao.search.DemoCatalogue;
import org.shuqiao.testkit.TestServers;

class KnownZonesTest {
    private final TimeZones known = new KnownZones();

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
        assertThat(known.of(new Place(country, city))).containsExactly(ZoneId.of(zone));
    }

    @Test
    void whereNothingTellsItIsAnyOfTheCountrys() {
        assertThat(known.of(new Place("US", null)))
                .contains(ZoneId.of("America/New_York"), ZoneId.of("Pacific/Honolulu"))
                .isEqualTo(known.of(new Place("US", "USQQQ")));
        assertThat(known.of(new Place("MN", null)))
                .containsExactly(ZoneId.of("Asia/Hovd"), ZoneId.of("Asia/Ulaanbaatar"));
    }

    @Test
    void whatIsNoCountryHasNone() {
        assertThat(known.of(new Place(null, null))).isEmpty();
        assertThat(known.of(new Place("XK", null))).isEmpty();
    }

    @Test
    void whatIsKeptOfThemIsKnownWithoutThem() {
        List<Place> places =
                List.of(new Place("SA", "SARUH"), new Place("KZ", null), new Place("XK", null), new Place(null, null));

        KeptZones kept = KeptZones.of(known, places);

        assertThat(kept.byPlace()).containsOnlyKeys("SARUH", "KZ");
        assertThat(places).allSatisfy(place -> assertThat(kept.of(place)).isEqualTo(known.of(place)));
        assertThat(kept.of(new Place("SA", null))).isEmpty();
    }

    @Test
    void theDemandsOfTheDemoAreWhereThereIsOneTime() {
        Instant now = Instant.parse("2029-03-01T09:00:00Z");

        assertThat(DemoCatalogue.demands()).allSatisfy(view -> {
            Demand.Place place = Objects.requireNonNull(view.demand().place());
            String city = place.city() == null ? null : place.city().value();
            assertThat(known.of(new Place(place.country().value(), city)))
                    .as(view.demand().title().originalValue())
                    .extracting(zone -> zone.getRules().getOffset(now))
                    .isNotEmpty()
                    .containsOnly(known.of(new Place(place.country().value(), city))
                            .getFirst()
                            .getRules()
                            .getOffset(now));
        });
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
                .allSatisfy(cells -> assertThat(known.of(new Place(cells[3], cells[0])))
                        .as(cells[0])
                        .anySatisfy(zone -> assertThat(zone.getId()).isEqualTo(cells[4]))
                        .extracting(zone -> zone.getRules().getTransitionRules())
                        .containsOnly(ZoneId.of(cells[4]).getRules().getTransitionRules()));
    }
}
