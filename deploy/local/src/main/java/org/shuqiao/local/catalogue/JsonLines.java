package org.shuqiao.local.catalogue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads and writes the JSON of catalogues: UTF-8, one object per line, empty lines passed over. */
final class JsonLines {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private JsonLines() {}

    /**
     * The objects of a file, read as they are asked for; close the stream.
     *
     * @throws CatalogueException from the stream, naming file and line, where a line is no JSON object
     */
    static Stream<ObjectNode> read(Path file) {
        AtomicLong number = new AtomicLong();
        try {
            BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
            return reader.lines()
                    .onClose(() -> close(reader))
                    .map(line -> new Numbered(number.incrementAndGet(), line))
                    .filter(line -> !line.text().isBlank())
                    .map(line -> object(file, line));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(BufferedReader reader) {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode object(Path file, Numbered line) {
        JsonNode node;
        try {
            node = JSON.readTree(line.text());
        } catch (JacksonException e) {
            throw new CatalogueException(
                    file + " line " + line.number() + ": expected a JSON object, got " + e.getOriginalMessage(), e);
        }
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw new CatalogueException(file + " line " + line.number() + ": expected a JSON object");
    }

    /** The string of a field; empty where it is absent, null or no string. */
    static String string(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isString() ? value.stringValue() : "";
    }

    private record Numbered(long number, String text) {}
}
