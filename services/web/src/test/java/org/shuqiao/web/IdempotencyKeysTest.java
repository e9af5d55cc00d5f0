package org.shuqiao.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(classes = StandApplication.class, initializers = ServersForWeb.class)
class IdempotencyKeysTest {
    @LocalServerPort
    private int port;

    @Autowired
    private DatabaseClient database;

    private final String key = UUID.randomUUID().toString();

    @BeforeEach
    void emptyShelf() {
        database.sql("TRUNCATE ware").fetch().rowsUpdated().block();
        StandApplication.Stand.SOLD.clear();
    }

    private WebTestClient.ResponseSpec sell(String key, String ware) {
        return WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .responseTimeout(Duration.ofSeconds(20))
                .build()
                .post()
                .uri("/wares")
                .contentType(MediaType.APPLICATION_JSON)
                .header("Idempotency-Key", key)
                .bodyValue(ware)
                .exchange();
    }

    private long rows() {
        Long rows = database.sql("SELECT count(*) FROM ware")
                .map(row -> row.get(0, Long.class))
                .one()
                .block();
        return rows == null ? -1 : rows;
    }

    @Test
    void givesTheSameAnswerToTheSameRequest() {
        EntityExchangeResult<byte[]> first = sell(key, """
                        {"name":"tea","pieces":3,"price":{"amount":"1.50","currency":"CNY"}}""")
                .expectStatus()
                .isCreated()
                .expectHeader()
                .doesNotExist("Idempotency-Replayed")
                .expectBody()
                .returnResult();
        EntityExchangeResult<byte[]> second = sell(key, """
                        { "price": {"currency":"CNY", "amount":"1.50"}, "pieces": 3, "name": "tea" }""")
                .expectStatus()
                .isCreated()
                .expectHeader()
                .valueEquals("Idempotency-Replayed", "true")
                .expectHeader()
                .valueEquals("Location", "wares/3")
                .expectHeader()
                .valueEquals("ETag", "\"1\"")
                .expectBody()
                .returnResult();
        assertThat(second.getResponseBody()).isEqualTo(first.getResponseBody()).isNotEmpty();
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void takesAQuotedKeyForTheSame() {
        sell(key, "{\"name\":\"tea\",\"pieces\":1}").expectStatus().isCreated();
        sell("\"" + key + "\"", "{\"name\":\"tea\",\"pieces\":1}")
                .expectHeader()
                .valueEquals("Idempotency-Replayed", "true");
    }

    @Test
    void refusesTheKeyOfAnotherBody() {
        sell(key, "{\"name\":\"tea\",\"pieces\":1}").expectStatus().isCreated();
        sell(key, "{\"name\":\"tea\",\"pieces\":2}")
                .expectStatus()
                .isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:shuqiao:problem:idempotency-key-reused")
                .jsonPath("$.errors[0].field")
                .isEqualTo("Idempotency-Key");
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void refusesARequestWithoutKeyOrWithAWrongOne() {
        WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .build()
                .post()
                .uri("/wares")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"name\":\"tea\",\"pieces\":1}")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("Idempotency-Key");
        sell("a b", "{\"name\":\"tea\",\"pieces\":1}").expectStatus().isBadRequest();
        sell("k".repeat(256), "{\"name\":\"tea\",\"pieces\":1}").expectStatus().isBadRequest();
        assertThat(rows()).isZero();
    }

    @Test
    void keepsNoRefusalAndUndoesWhatItWrote() {
        sell(key, "{\"name\":\"sold out\",\"pieces\":1}").expectStatus().isEqualTo(HttpStatus.CONFLICT);
        sell(key, "{\"name\":\"forbidden\",\"pieces\":1}").expectStatus().isForbidden();
        assertThat(rows()).isZero();
        sell(key, "{\"name\":\"tea\",\"pieces\":1}").expectStatus().isCreated();
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void doesNotLetASecondRequestWaitForTheFirst() {
        WebClient client = WebClient.create("http://127.0.0.1:" + port);
        String body = "{\"name\":\"slow\",\"pieces\":1}";
        Mono<HttpStatusCode> request = client.post()
                .uri("/wares")
                .contentType(MediaType.APPLICATION_JSON)
                .header("Idempotency-Key", key)
                .bodyValue(body)
                .exchangeToMono(answer -> answer.releaseBody().thenReturn(answer.statusCode()));
        Mono<HttpStatusCode> first = request.cache();
        var running = first.subscribe();
        try {
            Mono.delay(Duration.ofMillis(500)).block();
            long begin = System.nanoTime();
            sell(key, body)
                    .expectStatus()
                    .isEqualTo(HttpStatus.CONFLICT)
                    .expectHeader()
                    .valueEquals("Retry-After", "1")
                    .expectBody()
                    .jsonPath("$.type")
                    .isEqualTo("urn:shuqiao:problem:idempotency-key-in-flight");
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(1));
            assertThat(first.block(Duration.ofSeconds(10))).isEqualTo(HttpStatus.CREATED);
        } finally {
            running.dispose();
        }
        sell(key, body).expectStatus().isCreated().expectHeader().valueEquals("Idempotency-Replayed", "true");
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void createsOnceHoweverManyAskAtOnce() {
        WebClient client = WebClient.create("http://127.0.0.1:" + port);
        List<HttpStatusCode> answers = Flux.fromStream(IntStream.range(0, 40).boxed())
                .flatMap(
                        n -> client.post()
                                .uri("/wares")
                                .contentType(MediaType.APPLICATION_JSON)
                                .header("Idempotency-Key", key)
                                .bodyValue(Map.of("name", "tea", "pieces", 1))
                                .exchangeToMono(answer -> answer.releaseBody().thenReturn(answer.statusCode())),
                        20)
                .collectList()
                .block(Duration.ofSeconds(20));
        assertThat(answers)
                .hasSize(40)
                .contains(HttpStatus.CREATED)
                .allMatch(s -> s.value() == 201 || s.value() == 409);
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void undoesARequestWhoseCallerWentAwayAndServesItsSecondAttempt() {
        WebClient client = WebClient.create("http://127.0.0.1:" + port);
        client.post()
                .uri("/wares")
                .contentType(MediaType.APPLICATION_JSON)
                .header("Idempotency-Key", key)
                .bodyValue("{\"name\":\"slow\",\"pieces\":1}")
                .retrieve()
                .toBodilessEntity()
                .timeout(Duration.ofMillis(500))
                .onErrorComplete()
                .block();
        Mono.delay(Duration.ofMillis(500)).block();
        sell(key, "{\"name\":\"slow\",\"pieces\":1}").expectStatus().isCreated();
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void forgetsAnAnswerAfterItsTimeAndPrunesIt() {
        sell(key, "{\"name\":\"tea\",\"pieces\":1}").expectStatus().isCreated();
        String other = UUID.randomUUID().toString();
        sell(other, "{\"name\":\"tea\",\"pieces\":1}").expectStatus().isCreated();
        database.sql("UPDATE idempotency_key SET created_at = now() - interval '47 hours'")
                .fetch()
                .rowsUpdated()
                .block();
        sell(key, "{\"name\":\"tea\",\"pieces\":1}").expectHeader().valueEquals("Idempotency-Replayed", "true");
        database.sql("UPDATE idempotency_key SET created_at = now() - interval '49 hours'")
                .fetch()
                .rowsUpdated()
                .block();
        sell(key, "{\"name\":\"tea\",\"pieces\":1}").expectHeader().doesNotExist("Idempotency-Replayed");
        Long kept = database.sql("SELECT count(*) FROM idempotency_key")
                .map(row -> row.get(0, Long.class))
                .one()
                .block();
        assertThat(kept).isEqualTo(1);
    }
}
