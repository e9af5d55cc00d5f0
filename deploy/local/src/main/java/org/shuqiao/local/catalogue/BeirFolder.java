package org.shuqiao.local.catalogue;

import static org.shuqiao.local.catalogue.JsonLines.JSON;
import static org.shuqiao.local.catalogue.JsonLines.string;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The layout of the BEIR benchmark (Thakur et al. 2021): {@code corpus.jsonl} with {@code {_id, title, text, metadata}} and
 * {@code queries.jsonl} with {@code {_id, text, metadata}}. A document becomes a provider and its one offer, a query a
 * demand of a buyer.
 */
record BeirFolder(Path corpus, Path queries, String scheme) implements Folder {

    private static final Pattern UN_LOCODE = Pattern.compile("[A-Z]{2}[A-Z2-9]{3}");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    /** The latest deals of a provider that its record keeps, and the characters of one. */
    private static final int TRACK_RECORD = 1_000;

    private static final int DEAL_TITLE = 1_000;

    static Optional<Folder> in(Path dir, String name) {
        Path corpus = dir.resolve("corpus.jsonl");
        Path queries = dir.resolve("queries.jsonl");
        return Files.isRegularFile(corpus) && Files.isRegularFile(queries)
                ? Optional.of(new BeirFolder(corpus, queries, Shaping.scheme("BEIR", name)))
                : Optional.empty();
    }

    @Override
    public String kind() {
        return "BEIR layout";
    }

    @Override
    public Stream<ObjectNode> organizations() {
        Set<String> seen = new HashSet<>();
        Stream<ObjectNode> buyers = JsonLines.read(queries).map(this::buyer).filter(buyer -> seen.add(firstId(buyer)));
        return Stream.concat(JsonLines.read(corpus).map(this::provider), buyers);
    }

    private static String firstId(ObjectNode organization) {
        return string(organization.path("identifiers").path(0), "id");
    }

    @Override
    public Optional<Lines> offers() {
        return Optional.of(Lines.of(() -> JsonLines.read(corpus).map(this::offer)));
    }

    @Override
    public Optional<Lines> demands() {
        return Optional.of(Lines.of(() -> JsonLines.read(queries).map(this::demand)));
    }

    @Override
    public Stream<DemandKey> demandKeys() {
        return JsonLines.read(queries).map(this::demand).map(DemandKey::of);
    }

    private ObjectNode provider(ObjectNode document) {
        JsonNode about = document.path("metadata");
        ObjectNode provider = JSON.createObjectNode();
        provider.set("legalName", Shaping.text(string(about, "language"), name(document)));
        provider.set("identifiers", Shaping.identifiers(scheme, string(document, "_id")));
        provider.putArray("roles").add("provider");
        String city = string(about, "city");
        if (UN_LOCODE.matcher(city).matches()
                && CountryCode.of(city.substring(0, 2)).isPresent()) {
            provider.put("city", city);
        } else {
            CountryCode.of(string(about, "country")).ifPresent(country -> provider.put("country", country));
        }
        ArrayNode deals = trackRecord(about.path("trackRecord"));
        if (!deals.isEmpty()) {
            provider.set("trackRecord", deals);
        }
        return provider;
    }

    private static String name(ObjectNode document) {
        String title = string(document, "title").strip();
        return Shaping.atMost(Shaping.TITLE, title.isEmpty() ? string(document, "_id") : title);
    }

    private static ArrayNode trackRecord(JsonNode given) {
        ArrayNode deals = JSON.createArrayNode();
        given.valueStream()
                .filter(deal -> DAY.matcher(string(deal, "date")).matches()
                        && !string(deal, "title").isBlank())
                .sorted((a, b) -> string(b, "date").compareTo(string(a, "date")))
                .limit(TRACK_RECORD)
                .forEach(deal -> {
                    ObjectNode one = deals.addObject();
                    if (!string(deal, "buyer").isBlank()) {
                        one.put("buyer", Shaping.atMost(Shaping.TITLE, string(deal, "buyer")));
                    }
                    one.put("date", string(deal, "date"));
                    JsonNode amount = deal.path("amount");
                    if (amount.isNumber()
                            && amount.doubleValue() > 0
                            && !string(deal, "currency").isEmpty()) {
                        one.putObject("amount")
                                .put("amount", new BigDecimal(amount.asString()).toPlainString())
                                .put("currency", string(deal, "currency"));
                    }
                    one.put("title", Shaping.atMost(DEAL_TITLE, string(deal, "title")));
                });
        return deals;
    }

    private ObjectNode offer(ObjectNode document) {
        String language = string(document.path("metadata"), "language");
        ObjectNode offer = JSON.createObjectNode();
        offer.put("reference", string(document, "_id"));
        offer.put("provider", scheme + ":" + string(document, "_id"));
        offer.set("title", Shaping.text(language, name(document)));
        String text = string(document, "text").strip();
        offer.set(
                "summary",
                Shaping.text(language, text.isEmpty() ? name(document) : Shaping.atMost(Shaping.BODY, text)));
        return offer;
    }

    private ObjectNode buyer(ObjectNode query) {
        JsonNode about = query.path("metadata");
        ObjectNode buyer = JSON.createObjectNode();
        String name = string(about, "buyer").strip();
        String place = CountryCode.of(string(about, "country"))
                .map(CountryCode::englishName)
                .orElse("an unknown country");
        buyer.set(
                "legalName",
                name.isEmpty()
                        ? Shaping.text("en", "Buyer in " + place)
                        : Shaping.text("und", Shaping.atMost(Shaping.TITLE, name)));
        buyer.set("identifiers", Shaping.identifiers(scheme, buyerId(query)));
        buyer.putArray("roles").add("buyer");
        CountryCode.of(string(about, "country")).ifPresent(country -> buyer.put("country", country));
        return buyer;
    }

    private static String buyerId(ObjectNode query) {
        JsonNode about = query.path("metadata");
        return "BUYER-" + Shaping.fingerprint(string(about, "buyer").strip() + "|" + string(about, "country"), 16);
    }

    private ObjectNode demand(ObjectNode query) {
        JsonNode about = query.path("metadata");
        String language = string(about, "language");
        String text = string(query, "text");
        ObjectNode demand = JSON.createObjectNode();
        demand.put("reference", string(query, "_id"));
        demand.put("buyer", scheme + ":" + buyerId(query));
        demand.put("kind", "purchase");
        demand.set("title", Shaping.text(language, Shaping.firstSentence(200, text)));
        demand.set("problem", Shaping.text(language, Shaping.atMost(Shaping.BODY, text)));
        CountryCode.of(string(about, "country"))
                .ifPresent(country -> demand.putObject("place").put("country", country));
        return demand;
    }
}
