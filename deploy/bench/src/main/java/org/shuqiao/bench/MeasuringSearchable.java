package org.shuqiao.bench;

import java.net.http.HttpRequest;
import tools.jackson.databind.JsonNode;

/** Milliseconds from the answer to a publication until the offer is found. */
final class MeasuringSearchable {
    private static final int LOOK_EVERY_MS = 10;
    private static final long GIVE_UP_NS = 30_000_000_000L;

    private final Http gateway;

    MeasuringSearchable(Http gateway) {
        this.gateway = gateway;
    }

    void run(SyntheticOffers offers, int count) {
        Percentiles latencies = Load.run(1, 20, i -> published(offers, 9_000_000 + i));
        System.out.println("searchable: warm-up " + latencies);
        double[] milliseconds = new double[count];
        for (int i = 0; i < count; i++) {
            String word = published(offers, 9_100_000 + i);
            long begun = System.nanoTime();
            while (!isFound(word)) {
                if (System.nanoTime() - begun > GIVE_UP_NS) {
                    throw new IllegalStateException("not found after 30 s: " + word);
                }
                pause();
            }
            milliseconds[i] = (System.nanoTime() - begun) / 1e6;
        }
        System.out.println(
                "searchable: published → searchable " + Percentiles.of(milliseconds) + " (aim p50 ≤ 1 s, p99 ≤ 2 s)");
    }

    private String published(SyntheticOffers offers, int number) {
        String word = "bench" + Long.toString(System.nanoTime(), 36);
        HttpRequest draft = gateway.to("/api/offers")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", word)
                .POST(HttpRequest.BodyPublishers.ofString(offers.line(number, word)))
                .build();
        JsonNode offer = Http.JSON.readTree(gateway.send(draft));
        gateway.send(gateway.to("/api/offers/" + offer.get("id").stringValue() + "/publish")
                .header("If-Match", "\"" + offer.get("version").longValue() + "\"")
                .POST(HttpRequest.BodyPublishers.noBody())
                .build());
        return word;
    }

    private boolean isFound(String word) {
        return gateway.get("/api/offers?limit=1&q=" + word).get("total").longValue() > 0;
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_EVERY_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
