package org.shuqiao.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** How much a client may send, and that an import is streamed. */
class BodyTest {

    /** The most a body may have that is no import. */
    static final int CAP = 4 * 1024 * 1024;

    static RunningGateway gateway;

    @BeforeAll
    static void start() {
        gateway = RunningGateway.start(
                "shuqiao.gateway.bodies.imports=200MB",
                "shuqiao.gateway.deadlines.body=700ms",
                "shuqiao.gateway.deadlines.body-idle=700ms",
                "shuqiao.gateway.deadlines.write=10s");
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @BeforeEach
    void forget() {
        gateway.forget();
    }

    @Test
    void takesABodyUpToTheCap() {
        HttpResponse<String> answer = gateway.send(
                gateway.request("/api/offers").POST(HttpRequest.BodyPublishers.ofByteArray(new byte[CAP])));

        assertThat(answer.body()).isEqualTo("listing POST /offers " + CAP);
    }

    @Test
    void refusesABodyThatSaysItIsTooLargeWithoutAskingTheService() {
        HttpResponse<String> answer = gateway.send(
                gateway.request("/api/offers").POST(HttpRequest.BodyPublishers.ofByteArray(new byte[3 * CAP])));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body())
                .contains(
                        "urn:shuqiao:problem:content-too-large",
                        "\"field\":\"body\"",
                        "\"expected\":\"at most 4194304 bytes\"");
        assertThat(gateway.listing.asked()).isEmpty();
    }

    @Test
    void refusesABodyThatDoesNotSayAndIsTooLarge() {
        HttpResponse<String> answer = gateway.send(gateway.request("/api/offers")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[CAP + 1]))));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("urn:shuqiao:problem:content-too-large");
    }

    @Test
    void countsABodyOfAnyPathButTheImportsAsJson() {
        HttpResponse<String> answer = gateway.send(gateway.request("/api/offers/7/imports")
                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[CAP + 1])));

        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @Test
    void streamsAnImport() throws Exception {
        BlockingQueue<String> seen = new LinkedBlockingQueue<>();
        gateway.listing.answers((request, response) -> request.receive()
                .asString()
                .doOnNext(seen::add)
                .then()
                .then(response.sendString(Mono.just("done")).then()));
        try (Socket client = new Socket("127.0.0.1", gateway.port())) {
            OutputStream out = client.getOutputStream();
            out.write(
                    "POST /api/offers/imports HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            out.write("6\r\nline1\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            assertThat(seen.poll(5, TimeUnit.SECONDS))
                    .as("the service has the first line before the second is sent")
                    .isEqualTo("line1\n");

            out.write("6\r\nline2\n\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            assertThat(new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 200")
                    .contains("done");
        }
    }

    @Test
    void carriesALargeImportAndHoldsNoneOfIt() {
        AtomicLong received = new AtomicLong();
        gateway.listing.answers((request, response) -> request.receive()
                .doOnNext(part -> received.addAndGet(part.readableBytes()))
                .then()
                .then(Mono.defer(() -> response.sendString(Mono.just(Long.toString(received.get())))
                        .then())));
        long size = 150L << 20;

        HttpResponse<String> answer = gateway.send(gateway.request("/api/offers/imports")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new Zeros(size))));

        assertThat(answer.body()).isEqualTo(Long.toString(size));
    }

    @Test
    void refusesAnImportBeyondItsOwnCap() {
        HttpResponse<String> answer = gateway.send(gateway.request("/api/demands/imports")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new Zeros(201L << 20))));

        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @Test
    void doesNotWaitForASlowBodyForever() throws IOException {
        assertThat(halfABody("/api/offers")).startsWith("HTTP/1.1 408").contains("request-too-slow");
    }

    @Test
    void doesNotWaitForASilentImportForever() throws IOException {
        assertThat(halfABody("/api/offers/imports")).startsWith("HTTP/1.1 408").contains("request-too-slow");
    }

    private static String halfABody(String path) throws IOException {
        gateway.listing.answers((request, response) -> request.receive()
                .then()
                .then(response.sendString(Mono.just("done")).then()));
        try (Socket client = new Socket("127.0.0.1", gateway.port())) {
            client.setSoTimeout(10_000);
            client.getOutputStream()
                    .write(("POST " + path + " HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nabc")
                            .getBytes(StandardCharsets.US_ASCII));
            byte[] answer = new byte[8192];
            int read = client.getInputStream().read(answer);
            String head = new String(answer, 0, Math.max(0, read), StandardCharsets.UTF_8);
            if (!head.contains("request-too-slow")) {
                read = client.getInputStream().read(answer);
                head += new String(answer, 0, Math.max(0, read), StandardCharsets.UTF_8);
            }
            return head;
        }
    }

    private static final class Zeros extends InputStream {

        private long left;

        Zeros(long size) {
            this.left = size;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            int part = (int) Math.min(left, length);
            left -= part;
            return part;
        }
    }
}
