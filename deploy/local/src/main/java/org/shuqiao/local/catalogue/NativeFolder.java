package org.shuqiao.local.catalogue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Our own layout: {@code organizations.jsonl}, {@code offers.jsonl} or {@code offers.csv}, {@code demands.jsonl} or
 * {@code demands.csv}. Offers and demands go to the service byte by byte as they are: only the service judges their
 * lines.
 */
record NativeFolder(
        @Nullable Path organizationsFile,
        @Nullable Path offersFile,
        @Nullable Path demandsFile) implements Folder {

    static Optional<Folder> in(Path dir) {
        Path organizations = existing(dir, "organizations.jsonl");
        Path offers = existing(dir, "offers.jsonl", "offers.csv");
        Path demands = existing(dir, "demands.jsonl", "demands.csv");
        return organizations == null && offers == null && demands == null
                ? Optional.empty()
                : Optional.of(new NativeFolder(organizations, offers, demands));
    }

    private static @Nullable Path existing(Path dir, String... names) {
        for (String name : names) {
            if (Files.isRegularFile(dir.resolve(name))) {
                return dir.resolve(name);
            }
        }
        return null;
    }

    @Override
    public String kind() {
        return "JSON Lines / CSV";
    }

    @Override
    public Stream<ObjectNode> organizations() {
        return organizationsFile == null ? Stream.empty() : JsonLines.read(organizationsFile);
    }

    @Override
    public Optional<Lines> offers() {
        return Optional.ofNullable(offersFile).map(Lines::of);
    }

    @Override
    public Optional<Lines> demands() {
        return Optional.ofNullable(demandsFile).map(Lines::of);
    }

    @Override
    public Stream<DemandKey> demandKeys() {
        if (demandsFile == null) {
            return Stream.empty();
        }
        if (!demandsFile.toString().endsWith(".csv")) {
            return JsonLines.read(demandsFile).map(DemandKey::of);
        }
        try {
            CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(demandsFile);
            return rows.stream()
                    .map(row -> new DemandKey(
                            row.findField("buyer").orElse(""),
                            row.findField("reference").orElse(""),
                            !row.findField("essentials").orElse("").isBlank()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
