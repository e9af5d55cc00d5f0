package org.shuqiao.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Short lists through the gateway, against the bare Elasticsearch queries they contain: those queries are taken word for
 * word from Elasticsearch's slow log, which is set to log all while each demand is asked once. Every request asks for
 * another demand or another length, so that none is answered from the cache; a second pass asks the same again.
 */
final class MeasuringMatches {
    private static final int LENGTHS = 40;
    private static final int WARM_UP = 2_500;

    private final Http gateway;
    private final Http elastic;
    private final Path elasticLogs;

    MeasuringMatches(Http gateway, Http elastic, Path elasticLogs) {
        this.gateway = gateway;
        this.elastic = elastic;
        this.elasticLogs = elasticLogs;
    }

    void run(int requests) throws IOException, InterruptedException {
        List<String> demands = new ArrayList<>();
        gateway.get("/api/demands?limit=50")
                .get("items")
                .forEach(item -> demands.add(item.get("id").stringValue()));
        if (requests > demands.size() * LENGTHS) {
            throw new IllegalArgumentException("at most " + demands.size() * LENGTHS + " requests");
        }
        List<String> queries = bareQueries(demands);
        System.out.printf(Locale.ROOT, "matches: %d demands, %d bare queries%n", demands.size(), queries.size());
        // services run for days: what is measured is what they do once compiled
        Load.run(4, WARM_UP, i -> elastic.post("/offers/_search", queries.get(i % queries.size())));
        Load.run(4, WARM_UP, i -> gateway.get(path(demands, i, 51)));
        int offset = 0;
        for (int clients : new int[] {1, 16}) {
            int from = offset;
            Percentiles bare = Load.run(
                    clients, requests / 2, i -> elastic.post("/offers/_search", queries.get(i % queries.size())));
            Percentiles product = Load.run(clients, requests / 2, i -> gateway.get(path(demands, from + i, 10)));
            Percentiles cached = Load.run(clients, requests / 2, i -> gateway.get(path(demands, from + i, 10)));
            System.out.printf(Locale.ROOT, "matches: %2d clients, bare query %s%n", clients, bare);
            System.out.printf(Locale.ROOT, "matches: %2d clients, short list %s%n", clients, product);
            System.out.printf(
                    Locale.ROOT,
                    "matches: %2d clients, ratio p50 %.2f, p95 %.2f, p99 %.2f (aim ≤ 2)%n",
                    clients,
                    product.at(50) / bare.at(50),
                    product.at(95) / bare.at(95),
                    product.at(99) / bare.at(99));
            System.out.printf(Locale.ROOT, "matches: %2d clients, from the cache %s%n", clients, cached);
            offset += requests / 2;
        }
    }

    private static String path(List<String> demands, int request, int shortest) {
        return "/api/demands/" + demands.get(request % demands.size()) + "/matches?limit="
                + (shortest + request / demands.size());
    }

    /** The candidate queries of the demands, one each, as the search index sent them. */
    private List<String> bareQueries(List<String> demands) throws IOException, InterruptedException {
        logAll("0ms");
        int begun = logged().size();
        List<String> queries = new ArrayList<>();
        try {
            for (String demand : demands) {
                gateway.get("/api/demands/" + demand + "/matches?limit=9");
            }
            Thread.sleep(1_000);
            List<String> lines = logged();
            for (String line : lines.subList(begun, lines.size())) {
                JsonNode source = Http.JSON.readTree(line).get("elasticsearch.slowlog.source");
                if (source == null) {
                    continue;
                }
                // the log escapes the query twice
                String query =
                        Http.JSON.readTree('"' + source.stringValue() + '"').stringValue();
                // the search for candidates by words is the one that sorts; the others fill up or fetch what is shown
                if (Http.JSON.readTree(query).has("sort")) {
                    queries.add(query);
                }
            }
        } finally {
            logAll("-1");
        }
        if (queries.isEmpty()) {
            throw new IllegalStateException("no query in the slow log in " + elasticLogs);
        }
        return queries;
    }

    private void logAll(String threshold) {
        elastic.send(elastic.json(
                "PUT", "/offers/_settings", "{\"index.search.slowlog.threshold.query.trace\":\"" + threshold + "\"}"));
    }

    private List<String> logged() throws IOException {
        try (Stream<Path> files = Files.list(elasticLogs)) {
            Path log = files.filter(file -> file.toString().endsWith("_index_search_slowlog.json"))
                    .findFirst()
                    .orElse(null);
            return log == null ? List.of() : Files.readAllLines(log);
        }
    }
}
