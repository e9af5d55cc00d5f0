package org.shuqiao.profile.place;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.page.Page;
import org.shuqiao.contracts.profile.CityView;
import org.shuqiao.contracts.profile.ZoneView;
import org.shuqiao.contracts.value.UnLocode;
import org.shuqiao.web.FieldError;
import org.shuqiao.web.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Cities and zones by HTTP; both lists are short and come whole. */
@RestController
class PlacesEndpoint {
    private final Cities cities;
    private final Zones zones;

    PlacesEndpoint(Cities cities, Zones zones) {
        this.cities = cities;
        this.zones = zones;
    }

    @GetMapping("/cities")
    Mono<Page<CityView>> cities(@RequestParam(required = false) @Nullable String status) {
        return Mono.just(new Page<>(cities.withStatus(status == null ? null : CityMapper.status(status)), null));
    }

    @GetMapping("/cities/{unLocode}")
    Mono<CityView> city(@PathVariable UnLocode unLocode) {
        return Mono.justOrEmpty(cities.find(unLocode)).switchIfEmpty(Mono.error(() -> notListed(unLocode)));
    }

    @GetMapping("/zones")
    Mono<Page<ZoneView>> zones() {
        return Mono.just(new Page<>(zones.all(), null));
    }

    private static Problem notListed(UnLocode unLocode) {
        return new Problem(
                        HttpStatus.NOT_FOUND,
                        "city-not-listed",
                        "The reference list has no city " + unLocode + ".",
                        List.of(new FieldError("unLocode", "a city of GET /cities", unLocode.value())))
                .arguments(unLocode.value());
    }
}
