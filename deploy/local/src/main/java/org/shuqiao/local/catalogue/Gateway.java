package org.shuqiao.local.catalogue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** The one door to the system: requests with a deadline, repeated over outages as long as {@link Limits} allow. */
final class Gateway implements AutoCloseable {

    private final URI base;
    private final Limits limits;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    Gateway(URI base, Limits limits) {
        String text = base.toString();
        this.base = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
        this.limits = limits;
    }

    Limits limits() {
        return limits;
    }

    /** A request to {@code /api} + path, with the deadline of an ordinary request. */
    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(base + "/api" + path))
                .timeout(limits.request())
                .header("Accept", "application/json, application/problem+json, application/x-ndjson");
    }

    /** Asks once. */
    Reply once(HttpRequest request) throws IOException {
        try {
            return Reply.of(http.send(request, BodyHandlers.ofString()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CatalogueException("interrupted", e);
        }
    }

    /**
     * Asks until there is an answer that is not passing. Only for requests that may be repeated: reads, and writes with
     * an Idempotency-Key or an If-Match.
     *
     * @throws CatalogueException where none came in time
     */
    Reply ask(HttpRequest request) {
        Patience patience = new Patience(limits);
        while (true) {
            String why;
            Duration atLeast = Duration.ZERO;
            try {
                Reply reply = once(request);
                if (!reply.passing()) {
                    return reply;
                }
                why = reply.problem();
                atLeast = reply.retryAfter();
            } catch (IOException e) {
                why = reason(e);
            }
            if (patience.pause(atLeast).isNegative()) {
                throw new CatalogueException(request.method() + " " + request.uri() + " gave no answer in "
                        + limits.giveUp().toSeconds() + " s: " + why);
            }
        }
    }

    /** Sends a body of any size; there is no deadline, whoever waits watches the advance and cancels. */
    CompletableFuture<Reply> sendAsync(HttpRequest request) {
        return http.sendAsync(request, BodyHandlers.ofString()).thenApply(Reply::of);
    }

    /** The lines of an answer as they come; close the stream. Empty where the answer is not 200. */
    Stream<String> lines(String path) throws IOException {
        try {
            HttpResponse<Stream<String>> response = http.send(to(path).build(), BodyHandlers.ofLines());
            if (response.statusCode() == 200) {
                return response.body();
            }
            response.body().close();
            return Stream.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CatalogueException("interrupted", e);
        }
    }

    /** A value as it may stand in a query. */
    static String quoted(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /**
     * An Idempotency-Key made of names: 1 to 255 visible ASCII characters, other characters as {@code %XX}; the end of
     * a key that would be longer is replaced by its fingerprint.
     */
    static String key(String name) {
        StringBuilder key = new StringBuilder();
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            if (b > 0x20 && b < 0x7f && b != '%') {
                key.append((char) b);
            } else {
                key.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
            }
        }
        return key.length() <= 255 ? key.toString() : key.substring(0, 238) + "-" + Shaping.fingerprint(name, 16);
    }

    static String reason(Throwable e) {
        if (e instanceof ConnectException) {
            return "no connection";
        }
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
