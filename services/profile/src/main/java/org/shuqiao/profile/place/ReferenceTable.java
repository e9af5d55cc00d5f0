package org.shuqiao.profile.place;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;

/** A file of tab-separated values in UTF-8 whose first line names the columns; lines beginning with {@code #} are notes. */
final class ReferenceTable {
    private ReferenceTable() {}

    /** The rows of a class-path resource, without the first line; a row that has not {@code columns} cells is an error. */
    static List<List<String>> read(String path, int columns) {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new ClassPathResource(path).getInputStream(), StandardCharsets.UTF_8))) {
            List<List<String>> rows = new ArrayList<>();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    rows.add(row(path, line, columns));
                }
            }
            return List.copyOf(rows.subList(Math.min(1, rows.size()), rows.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> row(String path, String line, int columns) {
        List<String> cells = Stream.of(line.split("\t", -1)).map(String::strip).toList();
        if (cells.size() != columns) {
            throw new IllegalStateException(
                    path + ": expected " + columns + " columns, got " + cells.size() + " in " + cells);
        }
        return cells;
    }
}
