package org.shuqiao.search.evaluate;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The rankings of all queries of a set, as TREC keeps them. */
public final class Run {
    /** A document and its score, 0..1. */
    record Ranked(String document, double score) {}

    private final Map<String, List<Ranked>> rankings = new LinkedHashMap<>();

    void add(String query, List<Ranked> ranking) {
        rankings.put(query, ranking);
    }

    /**
     * Writes lines {@code query Q0 document rank score tag}. Tools that read them sort by score and break ties their own
     * way: where two scores are equal or would print equal, the later one is written a little lower.
     */
    void write(Path file, String tag) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (Map.Entry<String, List<Ranked>> entry : rankings.entrySet()) {
                long last = Long.MAX_VALUE;
                int rank = 0;
                for (Ranked ranked : entry.getValue()) {
                    last = Math.min(Math.round(ranked.score() * 1e9), last - 1);
                    out.write(String.format(
                            Locale.ROOT,
                            "%s Q0 %s %d %.9f %s%n",
                            entry.getKey(),
                            ranked.document(),
                            ++rank,
                            last / 1e9,
                            tag));
                }
            }
        }
    }
}
