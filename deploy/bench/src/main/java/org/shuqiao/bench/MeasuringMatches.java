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
 * Short lists through the gateway, against the bare Elasticsearch queries they contain: the one for candidates alone, and
 * those for candidates and for what is shown one after the other. These are taken word for word from Elasticsearch's slow
 * log, which is set to log all while every list is asked for once, in a language of its own. No list is asked for twice in a
 * language, so that none is answered from the cache; a second pass asks the same again.
 */
final class MeasuringMatches {
    private static final int SHORTEST = 10;
    private static final int LENGTHS = 40;
    private static final String MEASURED = "en";
    private static final String CAPTURED = "fr";
    private static final List<String> WARMING_UP = List.of("zh", "ru", "ar", "es");
    private static final int WARM_UP = 6_000;

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
        int lists = demands.size() * LENGTHS;
        if (requests > lists) {
            throw new IllegalArgumentException("at most " + lists + " requests");
        }
        List<List<String>> queries = bareQueries(demands, requests);
        System.out.printf(
                Locale.ROOT,
                "matches: %d lists of %d demands, %d bare queries%n",
                requests,
                demands.size(),
                queries.stream().mapToInt(List::size).sum());
        // services run for days: what is measured is what they do once compiled
        Load.run(4, WARM_UP, i -> search(queries.get(i % queries.size())));
        Load.run(4, WARM_UP, i -> list(demands, i % lists, WARMING_UP.get(i / lists)));
        int offset = 0;
        for (int clients : new int[] {1, 16}) {
            int from = offset;
            Percentiles bare = Load.run(
                    clients, requests / 2, i -> search(queries.get(from + i).subList(0, 1)));
            Percentiles all = Load.run(clients, requests / 2, i -> search(queries.get(from + i)));
            Percentiles product = Load.run(clients, requests / 2, i -> list(demands, from + i, MEASURED));
            Percentiles cached = Load.run(clients, requests / 2, i -> list(demands, from + i, MEASURED));
            System.out.printf(Locale.ROOT, "matches: %2d clients, candidates alone %s%n", clients, bare);
            System.out.printf(Locale.ROOT, "matches: %2d clients, all bare queries %s%n", clients, all);
            System.out.printf(Locale.ROOT, "matches: %2d clients, short list %s%n", clients, product);
            ratio(clients, "candidates alone", product, bare);
            ratio(clients, "all bare queries", product, all);
            System.out.printf(Locale.ROOT, "matches: %2d clients, from the cache %s%n", clients, cached);
            offset += requests / 2;
        }
    }

    private void search(List<String> queries) {
        queries.forEach(query -> elastic.post("/offers/_search", query));
    }

    private static void ratio(int clients, String to, Percentiles product, Percentiles bare) {
        System.out.printf(
                Locale.ROOT,
                "matches: %2d clients, ratio to %s p50 %.2f, p95 %.2f, p99 %.2f (aim at p99 of all bare queries ≤ 2.5)%n",
                clients,
                to,
                product.at(50) / bare.at(50),
                product.at(95) / bare.at(95),
                product.at(99) / bare.at(99));
    }

    private void list(List<String> demands, int number, String language) {
        String path = "/api/demands/" + demands.get(number % demands.size()) + "/matches?limit="
                + (SHORTEST + number / demands.size());
        gateway.get(path, language);
    }

    /** The queries of each list as the search index sent them, the one for candidates first. */
    private List<List<String>> bareQueries(List<String> demands, int requests)
            throws IOException, InterruptedException {
        logAll("0ms");
        int begun = logged().size();
        List<List<String>> queries = new ArrayList<>();
        try {
            for (int i = 0; i < requests; i++) {
                list(demands, i, CAPTURED);
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
                // the search for candidates by words is the one that sorts; what follows fills up or fetches what is
                // shown
                if (Http.JSON.readTree(query).has("sort")) {
                    queries.add(new ArrayList<>());
                }
                if (!queries.isEmpty()) {
                    queries.getLast().add(query);
                }
            }
        } finally {
            logAll("-1");
        }
        if (queries.size() != requests) {
            throw new IllegalStateException("expected the queries of " + requests + " lists in the slow log in "
                    + elasticLogs + ", not of " + queries.size());
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
