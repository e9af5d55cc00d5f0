package org.shuqiao.bench;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Offers for load, mixed from those of the demo catalogue: each has the facts of one and sentences of four, so that
 * lengths and words are those of real texts. The same seed gives the same offers.
 */
final class SyntheticOffers {
    private static final int PROVIDERS = 200;

    private final List<JsonNode> offers = new ArrayList<>();
    private final List<String> sentences = new ArrayList<>();

    SyntheticOffers(Path demo) throws IOException {
        for (String line : Files.readAllLines(demo.resolve("offers.jsonl"))) {
            JsonNode offer = Http.JSON.readTree(line);
            offers.add(offer);
            for (String sentence : original(offer.get("summary")).split("(?<=[。；])")) {
                sentences.add(sentence);
            }
        }
    }

    /** Registers the providers that the offers belong to. */
    static void registerProviders(Http gateway) {
        for (int i = 0; i < PROVIDERS; i++) {
            String body = """
                    {"legalName":{"original":"zh","values":{"zh":"负载测试机构%d"}},"roles":["provider"],
                    "identifiers":[{"scheme":"SHUQIAO-BENCH","id":"p-%d"}],"city":"CNSHA","zone":"pudong",
                    "languages":["zh","en"]}""".formatted(i, i);
            gateway.send(gateway.to("/api/organizations")
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", "bench-provider-" + i)
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build());
        }
    }

    /** The line of offer {@code number}; {@code word} stands in its title. */
    String line(int number, String word) {
        Random random = new Random(number);
        ObjectNode offer =
                (ObjectNode) offers.get(random.nextInt(offers.size())).deepCopy();
        StringBuilder summary = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            summary.append(sentences.get(random.nextInt(sentences.size())));
        }
        offer.put("reference", "bench-" + number + word);
        offer.put("provider", "SHUQIAO-BENCH:p-" + random.nextInt(PROVIDERS));
        offer.set("title", text(original(offer.get("title")) + " " + word));
        offer.set("summary", text(summary.toString()));
        return Http.JSON.writeValueAsString(offer) + "\n";
    }

    private static ObjectNode text(String value) {
        ObjectNode text = Http.JSON.createObjectNode().put("original", "zh");
        text.putObject("values").put("zh", value.strip());
        return text;
    }

    private static String original(JsonNode text) {
        JsonNode value = text.get("values").get(text.get("original").stringValue());
        return value.isString() ? value.stringValue() : value.get("value").stringValue();
    }
}
