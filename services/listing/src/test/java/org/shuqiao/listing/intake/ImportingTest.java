package org.shuqiao.listing.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shuqiao.contracts.event.Event;
import org.shuqiao.contracts.listing.ImportView;
import org.shuqiao.contracts.listing.OfferPublishedV1;
import org.shuqiao.contracts.listing.RefusedLine;
import org.shuqiao.listing.Fixtures;
import org.shuqiao.listing.Heard;
import org.shuqiao.listing.Http;
import org.shuqiao.listing.ListingTest;
import org.shuqiao.listing.lifecycle.ListingKind;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@ListingTest
class ImportingTest {
    @LocalServerPort
    int port;

    @Autowired
    DatabaseClient database;

    @Autowired
    Importing importing;

    Http http;
    String run;

    @BeforeEach
    void client() {
        http = new Http(port);
        run = "run-" + UUID.randomUUID();
    }

    @Test
    void importsTheGoodLinesAndReportsTheOthers() {
        String body = line(1)
                + "{\"reference\":\"" + run + "-bad\",\"provider\":\"" + Fixtures.PROVIDER + "\",\"summary\":\"s\"}\n"
                + "not json\n"
                + "\n"
                + line(2).replace(Fixtures.PROVIDER, "TEST:nobody")
                + line(3).replace("\"reference\":\"" + run + "-3\",", "")
                + line(4).replace("\"summary\"", "\"colour\":1,\"summary\"")
                + line(5);
        ImportView done = http.importOffers(run, body);

        assertThat(done.status()).isEqualTo(ImportView.Status.completed);
        assertThat(List.of(done.lines(), done.created(), done.refused())).containsExactly(7L, 2L, 5L);
        assertThat(report(done.id()))
                .extracting(line -> line.line() + " " + line.field())
                .containsExactly("2 title", "3 body", "5 provider", "6 reference", "7 colour");
        assertThat(report(done.id()).getFirst().reference()).isEqualTo(run + "-bad");
        assertThat(references()).containsExactlyInAnyOrder(run + "-1", run + "-5");
    }

    @Test
    void tellsOfEveryImportedOfferOnce() {
        http.importOffers(run, lines(1, 700));

        List<Event> events = Heard.of("listing.offer", this::isOfThisRun, 700);
        assertThat(events).hasSize(700);
        assertThat(events.stream().map(Event::aggregateId).collect(Collectors.toSet()))
                .hasSize(700);
    }

    @Test
    void sendingItAgainChangesNothing() {
        http.importOffers(run, lines(1, 10));
        ImportView again = http.importOffers(run, lines(1, 10));
        ImportView underAnotherKey = http.importOffers(run + "-b", lines(1, 10));

        assertThat(again.created()).isEqualTo(10);
        assertThat(again.lines()).isEqualTo(10);
        assertThat(underAnotherKey.unchanged()).isEqualTo(10);
        assertThat(versions()).containsOnly(1L);
    }

    @Test
    void aChangedLineRevisesItsOffer() {
        http.importOffers(run, lines(1, 3));
        ImportView second = http.importOffers(run + "-b", lines(1, 2) + line(3).replace("\"s\"", "\"other\""));

        assertThat(List.of(second.unchanged(), second.revised())).containsExactly(2L, 1L);
        assertThat(versions()).containsOnly(1L, 2L);
    }

    @Test
    void aLaterLineForTheSameOfferWins() {
        ImportView done = http.importOffers(run, line(1) + line(2) + line(1).replace("\"s\"", "\"later\""));
        assertThat(List.of(done.created(), done.revised())).containsExactly(2L, 1L);
    }

    @Test
    void refusesAnotherBodyUnderTheSameKey() {
        http.importOffers(run, lines(1, 3));
        http.tryImport("offers", run, "application/x-ndjson", lines(2, 4))
                .expectStatus()
                .isEqualTo(422);
        http.tryImport("offers", run, "application/x-ndjson", lines(1, 2))
                .expectStatus()
                .isEqualTo(422);
        http.tryImport("offers", run, "application/x-ndjson", lines(1, 4))
                .expectStatus()
                .isEqualTo(422);
        http.tryImport("demands", run, "application/x-ndjson", lines(1, 3))
                .expectStatus()
                .isEqualTo(422);
        assertThat(references()).hasSize(3);
    }

    @Test
    void goesOnWhereABrokenUploadEnded() {
        Flux<DataBuffer> broken = Flux.<DataBuffer>just(buffer(lines(1, 1_200)))
                .concatWith(Mono.error(new IOException("connection reset")));
        Mono<?> upload = importing.run(ListingKind.OFFER, run, true, RecordFormat.JSON_LINES, broken);
        assertThatThrownBy(upload::block).hasRootCauseMessage("connection reset");
        ImportView before =
                Http.body(http.client().get().uri("/imports?key=" + run).exchange(), ImportView.class);
        assertThat(before.status()).isEqualTo(ImportView.Status.running);
        assertThat(before.lines()).isIn(500L, 1_000L);

        ImportView after = http.importOffers(run, lines(1, 1_500));
        assertThat(List.of(after.lines(), after.created(), after.unchanged())).containsExactly(1_500L, 1_500L, 0L);
        assertThat(references()).hasSize(1_500);
    }

    @Test
    void twoUploadsOfTheSameImportDoNotDisturbEachOther() {
        String body = lines(1, 2_000);
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/offers/imports"))
                .header("Idempotency-Key", run)
                .header("Content-Type", "application/x-ndjson")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        List<Integer> statuses = Stream.generate(() -> client.sendAsync(request, HttpResponse.BodyHandlers.ofString()))
                .limit(4)
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .map(HttpResponse::statusCode)
                .toList();
        assertThat(statuses).contains(200).allMatch(s -> s == 200 || s == 409);
        assertThat(references()).hasSize(2_000);
        ImportView view =
                Http.body(http.client().get().uri("/imports?key=" + run).exchange(), ImportView.class);
        assertThat(view.created()).isEqualTo(2_000);
    }

    @Test
    void importsCsv() {
        String csv = "reference,provider,title.zh,title.en,summary,price.min,price.currency,languages\n"
                + run + "-1," + Fixtures.PROVIDER + ",云存储,\"Cloud\nstorage\",s,9.5,USD,zh|en\n"
                + run + "-2," + Fixtures.PROVIDER + ",云,,s,much,USD,\n";
        ImportView done = Http.body(
                http.tryImport("offers", run, "text/csv;charset=utf-8", csv)
                        .expectStatus()
                        .isOk(),
                ImportView.class);

        assertThat(List.of(done.created(), done.refused())).containsExactly(1L, 1L);
        assertThat(report(done.id()))
                .extracting(RefusedLine::line, RefusedLine::field)
                .containsExactly(Tuple.tuple(4L, "price.min"));
    }

    @Test
    void refusesALineThatIsNotUtf8OrTooLong() {
        String good = line(1);
        byte[] broken = line(2).replace("\"s\"", "\"~\"").getBytes(StandardCharsets.UTF_8);
        broken[new String(broken, StandardCharsets.UTF_8).indexOf('~')] = (byte) 0xFF;
        String tooLong = line(3).replace("\"s\"", "\"" + "x".repeat(1_100_000) + "\"");
        byte[] body = concat(
                good.getBytes(StandardCharsets.UTF_8),
                broken,
                tooLong.getBytes(StandardCharsets.UTF_8),
                line(4).getBytes(StandardCharsets.UTF_8));
        ImportView done = Http.body(
                http.client()
                        .post()
                        .uri("/offers/imports")
                        .header("Idempotency-Key", run)
                        .contentType(MediaType.APPLICATION_NDJSON)
                        .bodyValue(body)
                        .exchange()
                        .expectStatus()
                        .isOk(),
                ImportView.class);

        assertThat(List.of(done.created(), done.refused())).containsExactly(2L, 2L);
        assertThat(report(done.id()))
                .extracting(RefusedLine::expected)
                .containsExactly("text in UTF-8", "at most 1048576 bytes");
    }

    @Test
    void needsAKeyAndAKnownFormat() {
        http.client()
                .post()
                .uri("/offers/imports")
                .contentType(MediaType.APPLICATION_NDJSON)
                .bodyValue(line(1))
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("Idempotency-Key");
        http.tryImport("offers", run, "application/xml", "<a/>").expectStatus().isEqualTo(415);
    }

    @Test
    void aWithdrawnOfferIsNotBroughtBack() {
        http.importOffers(run, line(1));
        database.sql("UPDATE listing SET status = 'withdrawn' WHERE reference = $1")
                .bind(0, run + "-1")
                .then()
                .block();
        ImportView again = http.importOffers(run + "-b", line(1).replace("\"s\"", "\"other\""));
        assertThat(report(again.id())).extracting(RefusedLine::field).containsExactly("reference");
    }

    private boolean isOfThisRun(Event event) {
        return event instanceof OfferPublishedV1 published
                && String.valueOf(published.offer().offer().reference()).startsWith(run);
    }

    private String line(int number) {
        return Fixtures.offerLine(run + "-" + number, "offer " + number);
    }

    private String lines(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(this::line).collect(Collectors.joining());
    }

    private static DataBuffer buffer(String text) {
        return DefaultDataBufferFactory.sharedInstance.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private Set<String> references() {
        return new HashSet<>(rows("reference", String.class));
    }

    private List<Long> versions() {
        return rows("version", Long.class);
    }

    private <T> List<T> rows(String column, Class<T> type) {
        List<T> rows = database.sql("SELECT " + column + " FROM listing WHERE starts_with(reference, $1)")
                .bind(0, run + "-")
                .map(row -> Objects.requireNonNull(row.get(0, type)))
                .all()
                .collectList()
                .block();
        return rows == null ? List.of() : rows;
    }

    private List<RefusedLine> report(UUID id) {
        List<RefusedLine> report = http.client()
                .get()
                .uri("/imports/{id}/report", id)
                .exchange()
                .returnResult(RefusedLine.class)
                .getResponseBody()
                .collectList()
                .block();
        return report == null ? List.of() : report;
    }
}
