package org.shuqiao.bench;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Offers per second from the HTTP request to the search result, against a raw {@code _bulk} of the same documents. */
final class MeasuringImport {
    private static final int BULK = 1_000;

    private final Http gateway;
    private final Http elastic;
    private final Memory memory;

    MeasuringImport(Http gateway, Http elastic, Memory memory) {
        this.gateway = gateway;
        this.elastic = elastic;
        this.memory = memory;
    }

    void run(SyntheticOffers offers, int count) {
        long before = total();
        long begun = System.nanoTime();
        CompletableFuture<JsonNode> upload = CompletableFuture.supplyAsync(() -> upload(offers, count));
        while (total() < before + count) {
            memory.sample();
            if (upload.isCompletedExceptionally()) {
                upload.join();
            }
            sleep(500);
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        JsonNode report = upload.join();
        System.out.printf(
                Locale.ROOT,
                "import: %,d offers searchable after %.1f s, %.0f/s; created %s, refused %s%n",
                count,
                seconds,
                count / seconds,
                report.get("created"),
                report.get("refused"));
        memory.print();
        double raw = rawBulk(count);
        System.out.printf(
                Locale.ROOT,
                "import: raw _bulk of the same documents %.0f/s; ratio %.2f (aim ≥ 0.30)%n",
                raw,
                count / seconds / raw);
    }

    private JsonNode upload(SyntheticOffers offers, int count) {
        Iterator<String> lines =
                IntStream.range(0, count).mapToObj(i -> offers.line(i, "")).iterator();
        HttpRequest request = gateway.to("/api/offers/imports")
                .header("Content-Type", "application/x-ndjson")
                .header("Idempotency-Key", "bench-import-" + count + "-" + System.nanoTime())
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new SequenceInputStream(new Streams(lines))))
                .build();
        return Http.JSON.readTree(gateway.send(request));
    }

    private record Streams(Iterator<String> lines) implements Enumeration<InputStream> {
        @Override
        public boolean hasMoreElements() {
            return lines.hasNext();
        }

        @Override
        public InputStream nextElement() {
            StringBuilder chunk = new StringBuilder();
            while (lines.hasNext() && chunk.length() < 64_000) {
                chunk.append(lines.next());
            }
            return new ByteArrayInputStream(chunk.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    /** All offers that can be searched now; the count of the index itself, so that polling costs little. */
    private long total() {
        return elastic.post("/offers/_count", "{\"query\":{\"term\":{\"status\":\"published\"}}}")
                .get("count")
                .longValue();
    }

    /** Documents per second into a new index with the same mapping, single client, refreshed at the end. */
    private double rawBulk(int count) {
        JsonNode live = elastic.get("/offers").iterator().next();
        ObjectNode index = Http.JSON.createObjectNode();
        index.set("mappings", live.get("mappings"));
        ObjectNode settings = (ObjectNode) live.get("settings").get("index").deepCopy();
        settings.remove(List.of("uuid", "version", "provided_name", "creation_date", "routing"));
        index.putObject("settings").set("index", settings);
        elastic.send(elastic.json("PUT", "/bench-raw", index.toString()));
        double seconds = 0;
        long done = 0;
        String after = "";
        while (done < count) {
            JsonNode hits = elastic.post(
                            "/offers/_search",
                            "{\"size\":" + BULK + ",\"sort\":[{\"tie\":\"asc\"}],\"track_total_hits\":false,\"query\":"
                                    + "{\"term\":{\"status\":\"published\"}}" + after + "}")
                    .get("hits")
                    .get("hits");
            if (hits.isEmpty()) {
                break;
            }
            StringBuilder bulk = new StringBuilder();
            for (JsonNode hit : (ArrayNode) hits) {
                bulk.append("{\"index\":{\"_id\":\"")
                        .append(hit.get("_id").stringValue())
                        .append("\"}}\n");
                bulk.append(hit.get("_source")).append('\n');
            }
            after = ",\"search_after\":" + hits.get(hits.size() - 1).get("sort");
            done += hits.size();
            HttpRequest request = elastic.to("/bench-raw/_bulk?filter_path=errors")
                    .header("Content-Type", "application/x-ndjson")
                    .POST(HttpRequest.BodyPublishers.ofString(bulk.toString()))
                    .build();
            long begun = System.nanoTime();
            if (elastic.send(request).contains("true")) {
                throw new IllegalStateException("the raw bulk was refused");
            }
            seconds += (System.nanoTime() - begun) / 1e9;
        }
        long begun = System.nanoTime();
        elastic.send(elastic.json("POST", "/bench-raw/_refresh", ""));
        seconds += (System.nanoTime() - begun) / 1e9;
        elastic.send(elastic.json("DELETE", "/bench-raw", ""));
        return done / seconds;
    }

    private static void sleep(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
