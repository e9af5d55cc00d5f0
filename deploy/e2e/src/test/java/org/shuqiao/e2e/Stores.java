package org.shuqiao.e2e;

import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.shuqiao.local.server.ServerAddresses;
import org.shuqiao.local.service.Service;
import tools.jackson.databind.JsonNode;

/** What is really stored, past all services: the truth after a fault. */
final class Stores {
    private static final int MOST = 10_000;

    private final RunningSystem system;
    private final ServerAddresses addresses;
    private final Door elastic;

    Stores(RunningSystem system) {
        this.system = system;
        this.addresses = system.addresses();
        this.elastic = new Door(URI.create(addresses.elasticsearchUri()));
    }

    /** A record of listing. */
    record Kept(String id, String reference, String status, long version) {}

    /** A provider's offers in PostgreSQL by reference; a second one of the same reference is an error. */
    Map<String, Kept> offersOf(String provider) throws SQLException {
        Map<String, Kept> offers = new TreeMap<>();
        try (Connection connection = addresses.connect("listing");
                PreparedStatement query =
                        connection.prepareStatement("SELECT id, content ->> 'reference', status, version FROM listing"
                                + " WHERE kind = 'offer' AND owner_id = ?::uuid")) {
            query.setString(1, provider);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    Kept kept = new Kept(rows.getString(1), rows.getString(2), rows.getString(3), rows.getLong(4));
                    Kept other = offers.put(kept.reference(), kept);
                    if (other != null) {
                        throw new AssertionError("kept twice: " + other + " and " + kept);
                    }
                }
            }
        }
        return offers;
    }

    /** The versions of a provider's published offers in the index by id, as searches see them. */
    Map<String, Long> indexedOffersOf(String provider) {
        Answer found = elastic.post("/offers/_search?size=" + MOST, """
                {"version": true, "_source": false, "track_total_hits": true, "query": {"bool": {"filter": [
                  {"term": {"organization": "%s"}}, {"term": {"status": "published"}}]}}}
                """.formatted(provider))
                .is(200);
        JsonNode hits = found.json().path("hits");
        Map<String, Long> versions = new TreeMap<>();
        for (JsonNode hit : hits.path("hits")) {
            Long other = versions.put(
                    hit.path("_id").asString(), hit.path("_version").asLong());
            if (other != null) {
                throw new AssertionError("indexed twice: " + hit);
            }
        }
        long total = hits.path("total").path("value").asLong();
        if (total != versions.size()) {
            throw new AssertionError(total + " offers of one provider are more than this can compare");
        }
        return versions;
    }

    /** The versions of a provider's published offers in PostgreSQL by id. */
    Map<String, Long> publishedOffersOf(String provider) throws SQLException {
        Map<String, Long> versions = new TreeMap<>();
        offersOf(provider).values().stream()
                .filter(offer -> offer.status().equals("published"))
                .forEach(offer -> versions.put(offer.id(), offer.version()));
        return versions;
    }

    /** How many events wait to be published. */
    long outbox() throws SQLException {
        try (Connection connection = addresses.connect("listing");
                PreparedStatement count = connection.prepareStatement("SELECT count(*) FROM outbox");
                ResultSet row = count.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** How many dead letters each topic of the search index and of listing has. */
    Map<String, Long> deadLetters() {
        Map<String, Long> waiting = new TreeMap<>();
        for (Service service : new Service[] {Service.SEARCH_INDEX, Service.LISTING}) {
            JsonNode topics = new Door(system.part(service).address())
                    .get("/actuator/deadletters")
                    .is(200)
                    .json();
            topics.properties()
                    .forEach(topic ->
                            waiting.put(topic.getKey(), topic.getValue().asLong()));
        }
        return waiting;
    }

    /** The index an alias points to; more than one is an error. */
    Optional<String> indexBehind(String alias) {
        Answer found = elastic.get("/_alias/" + alias);
        if (found.status() == 404) {
            return Optional.empty();
        }
        JsonNode indices = found.is(200).json();
        if (indices.size() != 1) {
            throw new AssertionError("alias " + alias + " points to " + indices);
        }
        return indices.propertyNames().stream().findFirst();
    }

    /** Whether the index has been built from the services; the alias that says so ends with the versions of the mappings. */
    boolean isIndexWhole() {
        Answer found = elastic.get("/_alias/index-whole*");
        return found.status() == 200 && !found.json().isEmpty();
    }

    boolean hasIndex(String index) {
        return elastic.get("/" + index).status() == 200;
    }
}
