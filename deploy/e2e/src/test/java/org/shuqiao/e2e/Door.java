package org.shuqiao.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A caller of one HTTP address. */
record Door(URI base) {
    private static final Duration DEADLINE = Duration.ofSeconds(30);
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    Answer get(String path) {
        return send(request(path).GET());
    }

    /** @param headers names and values in turn */
    Answer post(String path, String json, String... headers) {
        return send(with(headers, request(path).header("Content-Type", "application/json"))
                .POST(BodyPublishers.ofString(json)));
    }

    /** @param headers names and values in turn */
    Answer post(String path, byte[] body, String type, String... headers) {
        return send(with(headers, request(path).header("Content-Type", type)).POST(BodyPublishers.ofByteArray(body)));
    }

    /** @param headers names and values in turn */
    Answer put(String path, String json, String... headers) {
        return send(with(headers, request(path).header("Content-Type", "application/json"))
                .PUT(BodyPublishers.ofString(json)));
    }

    /** A POST without a body. */
    Answer command(String path, String... headers) {
        return send(with(headers, request(path)).POST(BodyPublishers.noBody()));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).timeout(DEADLINE);
    }

    /** Asks once; a broken connection is an {@link UncheckedIOException}. */
    Answer send(HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        try {
            HttpResponse<byte[]> response = HTTP.send(request, BodyHandlers.ofByteArray());
            return new Answer(
                    request.method() + " " + request.uri(), response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(request.method() + " " + request.uri() + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /**
     * Asks as a patient caller does: over broken connections, 5xx, 429 and 409 in flight, with the same request, until
     * there is another answer or {@code deadline} is over.
     */
    static Answer persistently(Duration deadline, Supplier<Answer> asking) {
        long end = System.nanoTime() + deadline.toNanos();
        @Nullable Answer last = null;
        @Nullable UncheckedIOException broken = null;
        do {
            try {
                last = asking.get();
                if (last.status() < 500 && last.status() != 429 && !inFlight(last)) {
                    return last;
                }
            } catch (UncheckedIOException e) {
                broken = e;
            }
            pause();
        } while (System.nanoTime() < end);
        throw new AssertionError("no answer within " + deadline.toSeconds() + " s, last was " + last, broken);
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static boolean inFlight(Answer answer) {
        return answer.status() == 409 && !answer.header("Retry-After").isEmpty();
    }

    private static HttpRequest.Builder with(String[] headers, HttpRequest.Builder request) {
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return request;
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
