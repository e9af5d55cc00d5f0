package org.shuqiao.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.server.HttpServerResponse;

/** What a caller sees when a service is slow, gone, broken or busy. */
class ServiceFailuresTest {

    RunningGateway gateway;

    @BeforeEach
    void start() {
        gateway = RunningGateway.start(
                "shuqiao.gateway.deadlines.read=2s",
                "shuqiao.gateway.deadlines.write=3s",
                "shuqiao.gateway.deadlines.imports=5s",
                "shuqiao.gateway.deadlines.answer-idle=2s",
                "shuqiao.gateway.breaker.minimum-calls=4",
                "shuqiao.gateway.breaker.window=20s",
                "shuqiao.gateway.breaker.open=2s");
        // The very first request loads classes; on a busy machine that alone can take a deadline.
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> gateway.get("/api/zones").statusCode() == 200);
        gateway.forget();
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void endsAReadThatTakesTooLong() {
        gateway.search.answers((request, response) -> Mono.never());
        Instant before = Instant.now();

        HttpResponse<String> answer = gateway.get("/api/offers?q=x");

        assertThat(answer.statusCode()).isEqualTo(504);
        assertThat(answer.body()).contains("urn:shuqiao:problem:service-too-slow", "search");
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void endsAnAnswerThatFallsSilentHalfwayWithoutMakingItLookComplete() {
        gateway.search.answers((request, response) -> response.header("Content-Type", "application/json")
                .sendString(
                        Flux.concat(Mono.just("{\"items\":["), Mono.never()), java.nio.charset.StandardCharsets.UTF_8)
                .then());

        org.assertj.core.api.Assertions.assertThatThrownBy(() -> gateway.get("/api/offers"))
                .isInstanceOf(java.io.UncheckedIOException.class);
    }

    @Test
    void saysWhenAServiceIsGone() {
        gateway.search.close();

        HttpResponse<String> answer = gateway.get("/api/offers");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("2");
        assertThat(answer.body()).contains("urn:shuqiao:problem:service-unavailable", "search");
    }

    @Test
    void leavesAFailingServiceAloneAndTriesItAgainLater() throws InterruptedException {
        gateway.search.answers((request, response) -> Mono.never());
        for (int i = 0; i < 4; i++) {
            assertThat(gateway.get("/api/offers").statusCode()).isEqualTo(504);
        }
        int askedSoFar = gateway.search.asked().size();
        Instant before = Instant.now();

        HttpResponse<String> answer = gateway.get("/api/demands/1/matches");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("2");
        assertThat(answer.body()).contains("urn:shuqiao:problem:service-unavailable", "search");
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(1));
        assertThat(gateway.search.asked()).hasSize(askedSoFar);
        assertThat(gateway.get("/api/organizations").statusCode())
                .as("another service")
                .isEqualTo(200);

        gateway.search.forget();
        Thread.sleep(2100);
        assertThat(gateway.get("/api/offers").statusCode()).isEqualTo(200);
    }

    @Test
    void neverCutsOffImportsBecauseOtherRequestsFailed() {
        gateway.listing.answers((request, response) -> request.uri().contains("imports")
                ? request.receive()
                        .then()
                        .then(response.sendString(Mono.just("done")).then())
                : Mono.never());
        for (int i = 0; i < 5; i++) {
            gateway.get("/api/offers/1");
        }
        assertThat(gateway.get("/api/offers/1").statusCode()).isEqualTo(503);

        assertThat(gateway.post("/api/offers/imports", "{}").statusCode()).isEqualTo(200);
    }

    @Test
    void passesOnARefusalOfTheServiceAsItIs() {
        gateway.search.answers((request, response) -> response.status(503)
                .header("Retry-After", "17")
                .header("Content-Type", "application/problem+json")
                .sendString(Mono.just("{\"type\":\"urn:shuqiao:problem:index-unavailable\"}"))
                .then());

        for (int i = 0; i < 10; i++) {
            HttpResponse<String> answer = gateway.get("/api/offers");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).contains("17");
            assertThat(answer.body()).isEqualTo("{\"type\":\"urn:shuqiao:problem:index-unavailable\"}");
        }
        assertThat(gateway.search.asked()).hasSize(10);
    }

    @Test
    void repeatsAReadWhoseConnectionBrokeOnce() {
        AtomicInteger calls = new AtomicInteger();
        gateway.search.answers((request, response) -> {
            if (calls.incrementAndGet() == 1) {
                response.withConnection(connection -> connection.channel().close());
                return Mono.never();
            }
            return response.sendString(Mono.just("second")).then();
        });

        assertThat(gateway.get("/api/offers").body()).isEqualTo("second");
        assertThat(calls).hasValue(2);
    }

    @Test
    void repeatsAReadOnlyOnce() {
        breakConnections(gateway.search);

        HttpResponse<String> answer = gateway.get("/api/offers");

        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(answer.body()).contains("urn:shuqiao:problem:service-broke-off");
        assertThat(gateway.search.asked()).hasSize(2);
    }

    @Test
    void neverRepeatsAWrite() {
        breakConnections(gateway.listing);

        HttpResponse<String> answer = gateway.post("/api/offers", "{}", "Idempotency-Key", "k");

        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(answer.body()).contains("Idempotency-Key");
        assertThat(gateway.listing.asked()).hasSize(1);
    }

    @Test
    void neverRepeatsWhatWasAnswered() {
        gateway.search.answers((request, response) -> response.status(500).send());

        assertThat(gateway.get("/api/offers").statusCode()).isEqualTo(500);
        assertThat(gateway.search.asked()).hasSize(1);
    }

    @Test
    void doesNotBlameTheServiceForClientsThatSendTooMuchOrTooSlowly() {
        String tooMuch = "x".repeat(4_200_000);
        for (int i = 0; i < 6; i++) {
            HttpResponse<String> answer = gateway.send(gateway.request("/api/offers")
                    .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(
                            tooMuch.getBytes(java.nio.charset.StandardCharsets.UTF_8)))));
            assertThat(answer.statusCode()).isEqualTo(413);
        }
        for (int i = 0; i < 6; i++) {
            // promises ten bytes, sends three and goes away
            gateway.abandon("POST /api/offers HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nabc");
        }

        assertThat(gateway.post("/api/offers", "{}").statusCode()).isEqualTo(200);
    }

    @Test
    void isNeverAtFaultItselfWhenConnectionsCloseAtTheWorstMoment() {
        // Answers and closes without saying so: the next request may take a connection that is just going.
        gateway.search.answers((request, response) -> closing(response));
        gateway.listing.answers((request, response) -> request.receive().then().then(closing(response)));
        HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.ofString("{}");

        List<Integer> reads = inParallel(() -> gateway.get("/api/offers").statusCode());
        List<Integer> writes = inParallel(
                () -> gateway.send(gateway.request("/api/offers").POST(body)).statusCode());

        assertThat(reads).contains(200).isSubsetOf(200, 502, 503, 504);
        assertThat(writes).isSubsetOf(200, 502, 503, 504);
    }

    private static Mono<Void> closing(HttpServerResponse response) {
        response.withConnection(connection -> connection
                .onTerminate()
                .subscribe(null, null, () -> connection.channel().close()));
        return response.header("Content-Length", "2")
                .sendString(Mono.just("ok"))
                .then();
    }

    private static List<Integer> inParallel(Callable<Integer> call) {
        return Objects.requireNonNull(Flux.range(0, 400)
                .flatMap(i -> Mono.fromCallable(call).subscribeOn(Schedulers.boundedElastic()), 16)
                .collectList()
                .block(Duration.ofSeconds(60)));
    }

    private static void breakConnections(Peer peer) {
        peer.answers((request, response) -> {
            response.withConnection(connection -> connection.channel().close());
            return Mono.never();
        });
    }
}
