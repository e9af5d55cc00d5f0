package org.shuqiao.search.evaluate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A folder in the BEIR layout (Thakur et al., NeurIPS 2021): {@code corpus.jsonl} and {@code queries.jsonl} with {@code
 * _id}, {@code title}, {@code text}, {@code metadata}; {@code qrels/test.tsv} with a head line and query, document, grade.
 */
public record TestSet(Path folder) {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String JUDGEMENTS = "qrels/test.tsv";

    /** One document or query; empty texts where the file has none. */
    public record Entry(String id, String title, String text, JsonNode metadata) {}

    public String name() {
        Path name = folder.toAbsolutePath().normalize().getFileName();
        return name == null ? "set" : name.toString();
    }

    /**
     * The set in a folder.
     *
     * @throws IllegalArgumentException when something of the layout is missing
     */
    public static TestSet complete(Path folder) {
        List<String> missing = Stream.of("corpus.jsonl", "queries.jsonl", JUDGEMENTS)
                .filter(file -> !Files.isRegularFile(folder.resolve(file)))
                .toList();
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException(folder + " has no " + String.join(", ", missing));
        }
        return new TestSet(folder);
    }

    /** Hands the corpus on, {@code size} documents at a time: it need not fit into memory. */
    void corpus(int size, Consumer<List<Entry>> batch) {
        try (Stream<String> lines = Files.lines(folder.resolve("corpus.jsonl"))) {
            List<Entry> entries = new ArrayList<>();
            lines.filter(line -> !line.isBlank()).forEach(line -> {
                entries.add(entry(line));
                if (entries.size() == size) {
                    batch.accept(List.copyOf(entries));
                    entries.clear();
                }
            });
            if (!entries.isEmpty()) {
                batch.accept(entries);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All queries, in the order of the file. */
    public List<Entry> queries() {
        try (Stream<String> lines = Files.lines(folder.resolve("queries.jsonl"))) {
            return lines.filter(line -> !line.isBlank()).map(TestSet::entry).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Query id to document id to grade. */
    public Map<String, Map<String, Integer>> judgements() {
        Map<String, Map<String, Integer>> judgements = new LinkedHashMap<>();
        try {
            List<String> lines = Files.readAllLines(folder.resolve(JUDGEMENTS));
            for (String line : lines.subList(1, lines.size())) {
                String[] cells = line.split("\t", -1);
                if (cells.length >= 3) {
                    judgements
                            .computeIfAbsent(cells[0], query -> new LinkedHashMap<>())
                            .put(cells[1], Integer.valueOf(cells[2].strip()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return judgements;
    }

    private static Entry entry(String line) {
        JsonNode node = JSON.readTree(line);
        return new Entry(
                node.path("_id").asString(""),
                node.path("title").asString("").strip(),
                node.path("text").asString("").strip(),
                node.path("metadata"));
    }
}
