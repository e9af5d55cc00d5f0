package org.shuqiao.bench;

import java.io.BufferedWriter;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
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
        Path lines = written(offers, count);
        try {
            imported(lines, count);
        } finally {
            delete(lines);
        }
    }

    private void imported(Path lines, int count) {
        long before = total();
        long begun = System.nanoTime();
        CompletableFuture<JsonNode> upload = CompletableFuture.supplyAsync(() -> upload(lines, count));
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

    private JsonNode upload(Path lines, int count) {
        try {
            HttpRequest request = gateway.to("/api/offers/imports")
                    .header("Content-Type", "application/x-ndjson")
                    .header("Idempotency-Key", "bench-import-" + count + "-" + System.nanoTime())
                    .POST(HttpRequest.BodyPublishers.ofFile(lines))
                    .build();
            return Http.JSON.readTree(gateway.send(request));
        } catch (FileNotFoundException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file of the offers, so that making them is not measured. */
    private static Path written(SyntheticOffers offers, int count) {
        try {
            Path file = Files.createTempFile("bench-offers", ".jsonl");
            try (BufferedWriter writer = Files.newBufferedWriter(file)) {
                for (int i = 0; i < count; i++) {
                    writer.write(offers.line(i, ""));
                }
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
