package org.shuqiao.local.catalogue;

import static org.shuqiao.local.catalogue.JsonLines.JSON;
import static org.shuqiao.local.catalogue.JsonLines.string;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Notices of public buyers as Tenders Electronic Daily publishes them, one per line of {@code notices.jsonl}: each
 * becomes a demand of its buyer in the language it was written in. A notice's deadlines have passed and are left out.
 */
record NoticesFolder(Path notices) implements Folder {

    private static final String SCHEME = "TED-BUYER";

    /** As many classes as a demand may have; a notice names its main one first. */
    private static final int CLASSES = 100;

    /** Estimates first: what was paid in the end is known only after an award. */
    private static final List<String> VALUES = List.of("ESTIMATED_TOTAL", "PROCUREMENT_TOTAL");

    static Optional<Folder> in(Path dir) {
        Path notices = dir.resolve("notices.jsonl");
        return Files.isRegularFile(notices) ? Optional.of(new NoticesFolder(notices)) : Optional.empty();
    }

    @Override
    public String kind() {
        return "public notices";
    }

    @Override
    public Stream<ObjectNode> organizations() {
        Set<String> seen = new HashSet<>();
        return JsonLines.read(notices)
                .filter(notice -> seen.add(buyerId(notice)))
                .map(NoticesFolder::buyer);
    }

    @Override
    public Optional<Lines> offers() {
        return Optional.empty();
    }

    @Override
    public Optional<Lines> demands() {
        return Optional.of(Lines.of(() -> JsonLines.read(notices).map(NoticesFolder::demand)));
    }

    @Override
    public Stream<DemandKey> demandKeys() {
        return JsonLines.read(notices).map(NoticesFolder::demand).map(DemandKey::of);
    }

    private static ObjectNode buyer(ObjectNode notice) {
        ObjectNode buyer = JSON.createObjectNode();
        buyer.set(
                "legalName",
                Shaping.text(
                        language(notice),
                        Shaping.atMost(Shaping.TITLE, string(notice, "buyer").strip())));
        buyer.set("identifiers", Shaping.identifiers(SCHEME, buyerId(notice)));
        buyer.putArray("roles").add("buyer");
        CountryCode.of(string(notice, "country")).ifPresent(country -> buyer.put("country", country));
        return buyer;
    }

    private static String buyerId(ObjectNode notice) {
        return Shaping.fingerprint(string(notice, "buyer").strip() + "|" + string(notice, "country"), 16);
    }

    private static ObjectNode demand(ObjectNode notice) {
        String language = language(notice);
        ObjectNode demand = JSON.createObjectNode();
        demand.put("reference", string(notice, "id"));
        demand.put("buyer", SCHEME + ":" + buyerId(notice));
        demand.put("kind", "purchase");
        demand.set("title", Shaping.text(language, Shaping.atMost(Shaping.TITLE, title(notice))));
        demand.set("problem", Shaping.text(language, Shaping.atMost(Shaping.BODY, problem(notice))));
        ArrayNode classification = JSON.createArrayNode();
        notice.path("cpv")
                .valueStream()
                .map(JsonNode::asString)
                .distinct()
                .limit(CLASSES)
                .forEach(code -> classification.addObject().put("scheme", "CPV").put("id", code));
        if (!classification.isEmpty()) {
            demand.set("classification", classification);
        }
        budget(notice).ifPresent(budget -> demand.set("budget", budget));
        CountryCode.of(string(notice, "country"))
                .ifPresent(country -> demand.putObject("place").put("country", country));
        return demand;
    }

    private static String language(ObjectNode notice) {
        return string(notice, "lang").toLowerCase(Locale.ROOT);
    }

    private static String title(ObjectNode notice) {
        String title = string(notice, "title").strip();
        return title.isEmpty() ? Shaping.firstSentence(200, problem(notice)) : title;
    }

    private static String problem(ObjectNode notice) {
        String text = Stream.of("descr", "lot_descr")
                .map(field -> string(notice, field).strip())
                .filter(part -> !part.isEmpty())
                .distinct()
                .collect(Collectors.joining("\n"));
        return text.isEmpty() ? string(notice, "title").strip() : text;
    }

    /** The first value that is one: notices say 0 or 1 where the buyer does not tell. */
    private static Optional<ObjectNode> budget(ObjectNode notice) {
        return VALUES.stream()
                .flatMap(name -> notice.path("values")
                        .valueStream()
                        .filter(value -> value.path(0).asString().equals(name)))
                .filter(value -> new BigDecimal(value.path(2).asString()).compareTo(BigDecimal.ONE) > 0)
                .findFirst()
                .map(value -> JSON.createObjectNode()
                        .put("max", value.path(2).asString())
                        .put("currency", value.path(1).asString()));
    }
}
