package org.shuqiao.web;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.listing.Demand;
import org.shuqiao.contracts.value.Money;
import org.shuqiao.contracts.value.UnLocode;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** A market stand: the smallest service that uses everything of this module. */
@SpringBootApplication
public class StandApplication {
    public static void main(String... arguments) {
        SpringApplication.run(StandApplication.class, arguments);
    }

    /** What is sold; {@code pieces} counts them. */
    public record Ware(String name, int pieces, @Nullable Money price) {}

    @RestController
    static class Stand {
        static final Map<String, Integer> SOLD = new ConcurrentHashMap<>();

        private final IdempotencyKeys keys;
        private final DatabaseClient database;

        Stand(IdempotencyKeys keys, DatabaseClient database) {
            this.keys = keys;
            this.database = database;
        }

        @PostMapping(path = "/wares", consumes = MediaType.APPLICATION_JSON_VALUE)
        Mono<ResponseEntity<Ware>> sell(@RequestBody Ware ware, ServerWebExchange exchange) {
            return keys.once(exchange, ware, Ware.class, effect(ware));
        }

        private Mono<ResponseEntity<Ware>> effect(Ware ware) {
            Mono<Long> row = database.sql("INSERT INTO ware (name) VALUES ($1)")
                    .bind(0, ware.name())
                    .fetch()
                    .rowsUpdated();
            return switch (ware.name()) {
                case "sold out" ->
                    row.then(
                            Mono.just(ResponseEntity.status(HttpStatus.CONFLICT).body(ware)));
                case "forbidden" ->
                    row.then(Mono.error(new Problem(HttpStatus.FORBIDDEN, "no-such-trade", "Not here.")));
                case "slow" -> row.delayElement(Duration.ofSeconds(2)).map(n -> created(ware));
                default -> row.map(n -> created(ware));
            };
        }

        private static ResponseEntity<Ware> created(Ware ware) {
            SOLD.merge(ware.name(), 1, Integer::sum);
            return ResponseEntity.status(HttpStatus.CREATED)
                    .header("Location", "wares/" + ware.name().length())
                    .eTag(Versions.etag(1))
                    .body(ware);
        }

        @PostMapping(path = "/demands", consumes = MediaType.APPLICATION_JSON_VALUE)
        Mono<Demand> demand(@RequestBody Demand demand) {
            return Mono.just(demand);
        }

        @PutMapping(path = "/wares/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
        Mono<ResponseEntity<Ware>> revise(@PathVariable UUID id, @RequestBody Ware ware, ServerWebExchange exchange) {
            long version = Versions.required(exchange.getRequest());
            if (version != 7) {
                return Mono.error(Versions.stale(version, 7));
            }
            return Mono.just(ResponseEntity.ok().eTag(Versions.etag(8)).body(ware));
        }

        @GetMapping("/wares")
        Mono<ResponseEntity<List<String>>> wares(
                @RequestParam(required = false) @Nullable Integer limit,
                @RequestParam(required = false) @Nullable String after,
                @RequestParam(required = false) @Nullable UnLocode city,
                ServerWebExchange exchange) {
            int size = PageSize.of(limit, 2, 10);
            UUID from = Cursor.id(after);
            String next = Cursor.of(from == null ? new UUID(0, size) : from);
            return Mono.just(ResponseEntity.ok()
                    .header("Link", Cursor.link(exchange.getRequest(), next))
                    .body(List.of(next)));
        }

        @GetMapping("/wares/{id}")
        Mono<Ware> ware(@PathVariable UUID id) {
            return Mono.error(new IllegalStateException("secret of the machine room"));
        }

        @GetMapping("/search")
        Mono<String> search(@RequestParam String q) {
            return Mono.just(q);
        }
    }
}
