package org.shuqiao.access;

import java.util.UUID;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** A stand on the market: some endpoints of the search, each of which says who asked and what it reaches. */
@SpringBootApplication
public class StandApplication {
    @RestController
    static class Stand {
        @GetMapping("/suggestions")
        Mono<String> forAll(Caller caller) {
            return Mono.just(caller.getClass().getSimpleName());
        }

        @GetMapping("/offers")
        Mono<Access> published(Access access) {
            return Mono.just(access);
        }

        @GetMapping("/saved-searches")
        Mono<Access> ofMembers(Access access) {
            return Mono.just(access);
        }

        @GetMapping("/demands/{id}/matches")
        Mono<Access> ofBuyers(@PathVariable UUID id, Access access) {
            return Mono.just(access);
        }
    }
}
