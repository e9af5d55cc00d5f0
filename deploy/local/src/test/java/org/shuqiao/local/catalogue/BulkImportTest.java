package org.shuqiao.local.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shuqiao.local.catalogue.ImportSummary.Counts;

class BulkImportTest {

    private static final String SUMMARY = "{\"id\":\"i-1\",\"created\":3,\"revised\":0,\"unchanged\":0,\"refused\":0}";

    private final Peer peer = new Peer();
    private final List<String> told = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void stop() {
        peer.close();
    }

    private Counts send(Lines lines) {
        try (Gateway gateway = new Gateway(peer.address(), Peer.QUICK)) {
            return new BulkImport(gateway, told::add).send(Kind.OFFERS, lines, "the-key");
        }
    }

    private static Lines three() {
        return Lines.of(() -> IntStream.rangeClosed(1, 3)
                .mapToObj(i -> JsonLines.JSON.createObjectNode().put("reference", "o-" + i)));
    }

    @Test
    void asksAgainUnderTheSameKeyWithTheWholeBodyWhenTheConnectionBreaks() {
        AtomicInteger times = new AtomicInteger();
        peer.on("POST /api/offers/imports", (exchange, body) -> {
            if (times.incrementAndGet() > 2) {
                Peer.reply(exchange, 200, SUMMARY);
            }
        });

        Counts counts = send(three());

        assertThat(counts.created()).isEqualTo(3);
        assertThat(peer.asked("POST /api/offers/imports?publish=true"))
                .hasSize(3)
                .allSatisfy(asked -> {
                    assertThat(asked.key()).isEqualTo("the-key");
                    assertThat(asked.contentType()).isEqualTo("application/x-ndjson");
                    assertThat(asked.body())
                            .isEqualTo("{\"reference\":\"o-1\"}\n{\"reference\":\"o-2\"}\n{\"reference\":\"o-3\"}\n");
                });
        assertThat(told).anySatisfy(line -> assertThat(line).contains("asking again under the same key"));
    }

    @Test
    void waitsWhileTheFirstRequestIsStillInFlightAndForAServiceThatIsDown() {
        int[] statuses = {409, 503, 500, 200};
        AtomicInteger times = new AtomicInteger();
        peer.on(
                "POST /api/offers/imports",
                (exchange, body) -> Peer.reply(exchange, statuses[times.getAndIncrement()], SUMMARY));

        assertThat(send(three()).created()).isEqualTo(3);
        assertThat(times).hasValue(4);
    }

    @Test
    void waitsAsLongAsTheServerAsksFor() {
        AtomicInteger times = new AtomicInteger();
        peer.on("POST /api/offers/imports", (exchange, body) -> {
            exchange.getResponseHeaders().add("Retry-After", "1");
            Peer.reply(exchange, times.incrementAndGet() == 1 ? 429 : 200, SUMMARY);
        });
        long start = System.nanoTime();

        send(three());

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void breaksOffARequestInWhichNothingMovesAndAsksAgain() {
        AtomicInteger times = new AtomicInteger();
        peer.on("POST /api/offers/imports", (exchange, body) -> {
            if (times.incrementAndGet() == 1) {
                Patience.sleep(Duration.ofSeconds(20));
            }
            Peer.reply(exchange, 200, SUMMARY);
        });

        assertThat(send(three()).created()).isEqualTo(3);
        assertThat(told).anySatisfy(line -> assertThat(line).contains("nothing moved"));
    }

    @Test
    void staysWithARequestThatIsSlowButMoves() {
        AtomicInteger done = new AtomicInteger();
        peer.on("GET /api/imports", (exchange, body) -> {
            Peer.reply(exchange, 200, "{\"id\":\"i-1\",\"created\":" + done.incrementAndGet() + ",\"refused\":0}");
        });
        peer.on("POST /api/offers/imports", (exchange, body) -> {
            Patience.sleep(Peer.QUICK.stall().multipliedBy(3));
            Peer.reply(exchange, 200, SUMMARY);
        });

        send(three());

        assertThat(peer.asked("POST")).hasSize(1);
        assertThat(peer.asked("GET /api/imports?key=the-key")).isNotEmpty();
        assertThat(peer.asked("GET /api/imports/i-1")).isNotEmpty();
        assertThat(told).contains("offers: 1 lines (0 refused)", "offers: 2 lines (0 refused)");
    }

    @Test
    void endsWhenNothingAdvancesForTooLong() {
        peer.on("POST /api/offers/imports", 503, "{\"title\":\"No database\",\"detail\":\"try later\"}");

        assertThatThrownBy(() -> send(three()))
                .isInstanceOf(CatalogueException.class)
                .hasMessageContaining("did not advance for 3 s")
                .hasMessageContaining("503 No database: try later");
    }

    @Test
    void endsAtOnceWhereTheImportAsAWholeIsRefused() {
        peer.on("POST /api/offers/imports", 422, "{\"title\":\"Another body under this key\"}");

        assertThatThrownBy(() -> send(three()))
                .isInstanceOf(CatalogueException.class)
                .hasMessage("the import of offers was refused: 422 Another body under this key");
        assertThat(peer.asked("POST")).hasSize(1);
    }

    @Test
    void showsTheFirstRefusedLinesWithTheirReasons() {
        peer.on("POST /api/offers/imports", (exchange, body) -> {
            exchange.getResponseHeaders().add("Location", "/imports/i-7");
            Peer.reply(exchange, 200, "{\"created\":1,\"revised\":2,\"unchanged\":3,\"refused\":12}");
        });
        StringBuilder report = new StringBuilder();
        for (int line = 1; line <= 12; line++) {
            report.append("{\"line\":" + line + ",\"reference\":\"o-" + line
                    + "\",\"field\":\"price.min\",\"expected\":\"a decimal number\",\"received\":\"ten\"}\n");
        }
        peer.on("GET /api/imports/i-7/report", 200, report.toString());

        Counts counts = send(three());

        assertThat(counts)
                .extracting(Counts::created, Counts::revised, Counts::unchanged, Counts::refused)
                .containsExactly(1L, 2L, 3L, 12L);
        assertThat(counts.firstRefused())
                .hasSize(10)
                .first()
                .isEqualTo("line 1 (o-1): price.min: expected a decimal number, got ten");
    }

    @Test
    void sendsABodyLargerThanTheMemoryItHas() throws IOException {
        int documents = 25_000;
        String filler = "x".repeat(40_000);
        AtomicLong received = new AtomicLong();
        HttpServer drain = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        drain.createContext("/", exchange -> {
            received.addAndGet(exchange.getRequestBody().transferTo(OutputStream.nullOutputStream()));
            Peer.reply(exchange, 200, SUMMARY);
            exchange.close();
        });
        drain.start();
        Lines lines = Lines.of(() -> IntStream.range(0, documents)
                .mapToObj(i -> JsonLines.JSON.createObjectNode().put("filler", filler)));

        try (Gateway gateway =
                new Gateway(URI.create("http://127.0.0.1:" + drain.getAddress().getPort()), Limits.usual())) {
            new BulkImport(gateway, told::add).send(Kind.OFFERS, lines, "the-key");
        } finally {
            drain.stop(0);
        }

        assertThat(received.get())
                .isEqualTo(documents * (filler.length() + 14L))
                .isGreaterThan(Runtime.getRuntime().maxMemory());
    }
}
