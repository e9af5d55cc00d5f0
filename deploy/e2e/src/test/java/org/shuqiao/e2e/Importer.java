package org.shuqiao.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/** Imports offers as a patient importer does: the same body under the same key until it is acknowledged. */
record Importer(Door door) {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /**
     * What was acknowledged.
     *
     * @param attempts how often the body was sent
     */
    record Summary(long lines, long created, long revised, long unchanged, long refused, int attempts) {}

    /** @param over how long the first upload takes; those after it go as fast as they can */
    Summary send(String key, List<String> lines, Duration over) {
        byte[] body = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        AtomicInteger attempts = new AtomicInteger();
        Answer answer = Door.persistently(PATIENCE, () -> {
            Duration pace = attempts.getAndIncrement() == 0 ? over : Duration.ZERO;
            return door.send(door.request("/api/offers/imports?publish=true")
                    .header("Content-Type", "application/x-ndjson")
                    .header("Idempotency-Key", key)
                    .POST(BodyPublishers.ofInputStream(() -> new Paced(body, pace))));
        });
        JsonNode view = answer.is(200).json();
        assertThat(view.path("status").asString("")).as(answer.toString()).isEqualTo("completed");
        return new Summary(
                view.path("lines").asLong(),
                view.path("created").asLong(),
                view.path("revised").asLong(),
                view.path("unchanged").asLong(),
                view.path("refused").asLong(),
                attempts.get());
    }

    /** Hands out bytes evenly over a time. */
    private static final class Paced extends InputStream {
        private static final int PIECE = 2_048;

        private final ByteArrayInputStream in;
        private final int size;
        private final long over;
        private final long began = System.nanoTime();

        Paced(byte[] bytes, Duration over) {
            this.in = new ByteArrayInputStream(bytes);
            this.size = bytes.length;
            this.over = over.toNanos();
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            long due = began + (long) ((double) over * (size - in.available()) / size);
            long wait = due - System.nanoTime();
            if (wait > 0) {
                try {
                    TimeUnit.NANOSECONDS.sleep(wait);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new InterruptedIOException();
                }
            }
            return in.read(target, offset, over == 0 ? length : Math.min(length, PIECE));
        }
    }
}
