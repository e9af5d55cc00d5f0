package org.shuqiao.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The texts of the demo catalogue in one language, as people write them. */
final class DemoTexts {
    private final Path demo;

    DemoTexts(Path demo) {
        this.demo = demo;
    }

    /** The first {@code length} characters of all its different texts. */
    String of(String language, int length) throws IOException {
        Set<String> texts = new LinkedHashSet<>();
        for (String file : new String[] {"demands.jsonl", "offers.jsonl"}) {
            for (String line : Files.readAllLines(demo.resolve(file))) {
                collect(Http.JSON.readTree(line), language, texts);
            }
        }
        String all = String.join("\n", texts);
        if (all.length() < length) {
            throw new IllegalArgumentException("only " + all.length() + " characters in " + language);
        }
        return all.substring(0, length);
    }

    private static void collect(JsonNode node, String language, Set<String> texts) {
        JsonNode value = node.path("values").path(language);
        if (value.isString()) {
            texts.add(value.stringValue());
        } else if (value.path("value").isString()) {
            texts.add(value.path("value").stringValue());
        } else {
            node.forEach(child -> collect(child, language, texts));
        }
    }
}
