package org.shuqiao.local.catalogue;

import static org.shuqiao.local.catalogue.JsonLines.string;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.shuqiao.local.Progress;
import org.shuqiao.local.catalogue.ImportSummary.Counts;
import tools.jackson.databind.JsonNode;

/**
 * Streams one body of offers or demands into the system and stays with it until it is in: when the connection breaks, the
 * service is down or still at work on the request before, it asks again under the same Idempotency-Key, and the service
 * goes on where it was.
 */
final class BulkImport {

    private static final int SHOWN = 10;

    private final Gateway gateway;
    private final Progress progress;

    BulkImport(Gateway gateway, Progress progress) {
        this.gateway = gateway;
        this.progress = progress;
    }

    /**
     * @param key under which the service remembers how far it is: the same key always with the same bytes
     * @throws CatalogueException where the import as a whole is refused, or nothing advanced for {@link Limits#giveUp}
     */
    Counts send(Kind kind, Lines body, String key) {
        Watch watch = new Watch(kind, key);
        Patience patience = new Patience(gateway.limits());
        long lines = 0;
        while (true) {
            switch (attempt(kind, body, key, watch)) {
                case Attempt.Done(JsonNode summary, String id) -> {
                    return counts(summary, id);
                }
                case Attempt.Refused(String why) ->
                    throw new CatalogueException("the import of " + kind.path + " was refused: " + why);
                case Attempt.Again(String why, Duration atLeast) -> {
                    long now = watch.look();
                    if (now > lines) {
                        lines = now;
                        patience.advanced();
                    }
                    Duration waited = patience.pause(atLeast);
                    if (waited.isNegative()) {
                        throw new CatalogueException("the import of " + kind.path + " did not advance for "
                                + gateway.limits().giveUp().toSeconds() + " s: " + why
                                + "; start it again and it goes on where it was");
                    }
                    progress.step(kind.path + ": " + why + "; asking again under the same key");
                }
            }
        }
    }

    private Attempt attempt(Kind kind, Lines body, String key, Watch watch) {
        AtomicLong sent = new AtomicLong();
        // An import answers when it has read all of the body, so there is no deadline but that something moves.
        HttpRequest request = gateway.to("/" + kind.path + "/imports?publish=true")
                .timeout(Duration.ofDays(1))
                .header("Content-Type", body.contentType())
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofInputStream(() -> new Counting(body.open(), sent)))
                .build();
        CompletableFuture<Reply> answer = gateway.sendAsync(request);
        long moved = System.nanoTime();
        long advance = 0;
        while (true) {
            try {
                return judge(answer.get(gateway.limits().poll().toMillis(), TimeUnit.MILLISECONDS), watch);
            } catch (TimeoutException e) {
                long now = sent.get() + watch.look();
                if (now > advance) {
                    advance = now;
                    moved = System.nanoTime();
                }
                if (System.nanoTime() - moved > gateway.limits().stall().toNanos()) {
                    answer.cancel(true);
                    return new Attempt.Again(
                            "nothing moved for " + gateway.limits().stall().toSeconds() + " s", Duration.ZERO);
                }
            } catch (ExecutionException e) {
                Throwable cause = e.getCause() == null ? e : e.getCause();
                for (Throwable at = cause; at != null; at = at.getCause()) {
                    if (at instanceof CatalogueException unreadable) {
                        throw unreadable;
                    }
                }
                if (cause instanceof IOException) {
                    return new Attempt.Again("the connection broke (" + Gateway.reason(cause) + ")", Duration.ZERO);
                }
                throw new CatalogueException("the import of " + kind.path + " failed: " + Gateway.reason(cause), cause);
            } catch (InterruptedException e) {
                answer.cancel(true);
                Thread.currentThread().interrupt();
                throw new CatalogueException("interrupted", e);
            }
        }
    }

    private static Attempt judge(Reply reply, Watch watch) {
        if (reply.ok()) {
            String location = reply.headers().firstValue("Location").orElse("");
            String id = location.isEmpty()
                    ? Lookup.anywhere(reply.body(), "id").stringValue(watch.importId)
                    : location.substring(location.lastIndexOf('/') + 1);
            return new Attempt.Done(reply.body(), id);
        }
        if (reply.passing() || reply.status() == 409) {
            return new Attempt.Again(reply.problem(), reply.retryAfter());
        }
        return new Attempt.Refused(reply.problem());
    }

    private Counts counts(JsonNode summary, String id) {
        long refused = number(summary, "refused");
        return new Counts(
                number(summary, "created"),
                number(summary, "revised"),
                number(summary, "unchanged"),
                refused,
                refused == 0 || id.isEmpty() ? List.of() : firstRefused(id));
    }

    private List<String> firstRefused(String id) {
        try (Stream<String> report = gateway.lines("/imports/" + id + "/report")) {
            return report.filter(line -> !line.isBlank())
                    .limit(SHOWN)
                    .map(BulkImport::readable)
                    .toList();
        } catch (IOException e) {
            return List.of("the report could not be read: " + Gateway.reason(e));
        }
    }

    private static String readable(String line) {
        JsonNode refusal = JsonLines.JSON.readTree(line);
        String reference = string(refusal, "reference");
        JsonNode problem = refusal.path("problem").isObject() ? refusal.path("problem") : refusal;
        return "line " + refusal.path("line").asString("?") + (reference.isEmpty() ? "" : " (" + reference + ")") + ": "
                + Reply.Problems.line(problem);
    }

    private static long number(JsonNode summary, String field) {
        return Lookup.anywhere(summary, field).asLong(0);
    }

    /** How one attempt ended. */
    private sealed interface Attempt {
        record Done(JsonNode summary, String id) implements Attempt {}

        record Again(String why, Duration atLeast) implements Attempt {}

        record Refused(String why) implements Attempt {}
    }

    /** Looks at how far the service is, by the key, and tells it where it changed. */
    private final class Watch {

        private final Kind kind;
        private final String key;
        private String importId = "";
        private long lines;

        Watch(Kind kind, String key) {
            this.kind = kind;
            this.key = key;
        }

        /** Asks once, briefly. Returns the lines the service has dealt with, as far as known. */
        long look() {
            String path = importId.isEmpty() ? "/imports?key=" + Gateway.quoted(key) : "/imports/" + importId;
            try {
                Reply reply = gateway.once(
                        gateway.to(path).timeout(Duration.ofSeconds(5)).GET().build());
                if (reply.ok()) {
                    Lookup.items(reply.body()).stream().findFirst().ifPresent(this::take);
                }
            } catch (IOException e) {
                // The service is away; the import itself will tell, and the next look may find it again.
                return lines;
            }
            return lines;
        }

        private void take(JsonNode state) {
            importId = string(state, "id");
            long now = number(state, "created")
                    + number(state, "revised")
                    + number(state, "unchanged")
                    + number(state, "refused");
            if (now > lines) {
                lines = now;
                progress.step(String.format(
                        Locale.ROOT, "%s: %,d lines (%,d refused)", kind.path, now, number(state, "refused")));
            }
        }
    }

    /** Counts the bytes that were taken from it. */
    private static final class Counting extends FilterInputStream {

        private final AtomicLong count;

        Counting(InputStream in, AtomicLong count) {
            super(in);
            this.count = count;
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            if (b >= 0) {
                count.incrementAndGet();
            }
            return b;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int n = super.read(target, offset, length);
            if (n > 0) {
                count.addAndGet(n);
            }
            return n;
        }
    }
}
