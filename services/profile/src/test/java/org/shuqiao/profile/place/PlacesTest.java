package org.shuqiao.profile.place;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.shuqiao.profile.Http;
import org.shuqiao.profile.ProfileTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@ProfileTest
class PlacesTest {
    @LocalServerPort
    private int port;

    @Test
    void tellsOfAListedCity() {
        new Http(port)
                .get("/cities/CNSHA")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.name.values.zh.value")
                .isEqualTo("上海")
                .jsonPath("$.timeZone")
                .isEqualTo("Asia/Shanghai")
                .jsonPath("$.statuses[0]")
                .isEqualTo("home");
    }

    @Test
    void saysThatACityIsNotListedOrNoCode() {
        new Http(port)
                .get("/cities/ISREY")
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:shuqiao:problem:city-not-listed");
        new Http(port)
                .get("/cities/Shanghai")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("unLocode");
    }

    @Test
    void listsTheCitiesOfAStatus() {
        Cities cities = new Cities();
        new Http(port)
                .get("/cities?status=sister-city")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items.length()")
                .value(
                        Integer.class,
                        n -> assertThat(n)
                                .isPositive()
                                .isLessThan(cities.withStatus(null).size()))
                .jsonPath("$.items[*].statuses[?(@ == 'sister-city')]")
                .isNotEmpty();
        new Http(port)
                .get("/cities?status=friend")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("status");
    }

    @Test
    void listsTheZones() {
        new Http(port)
                .get("/zones")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[*].id")
                .isEqualTo(java.util.List.of("hongqiao", "pudong", "changning", "jingan", "demonstration-base"));
    }

    @Test
    void readsTheWholeReferenceList() {
        assertThat(new Cities().withStatus(null)).allSatisfy(city -> {
            assertThat(city.country()).isEqualTo(city.unLocode().country());
            assertThat(city.statuses()).isNotEmpty();
            assertThat(city.source()).isNotBlank();
        });
    }
}
