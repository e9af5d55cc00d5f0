package org.shuqiao.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Resident memory of the processes of a run with their children, by name, from their pid files; in MB. */
final class Memory {
    private final Path pidFiles;
    private final Map<String, List<Long>> samples = new TreeMap<>();

    /** @param pidFiles the folder with {@code <name>.pid} */
    Memory(Path pidFiles) {
        this.pidFiles = pidFiles;
    }

    void sample() {
        try (Stream<Path> files = Files.list(pidFiles)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".pid")).toList()) {
                String name = file.getFileName().toString().replace(".pid", "");
                long pid = Long.parseLong(Files.readString(file).strip());
                ProcessHandle.of(pid)
                        .ifPresent(process -> samples.computeIfAbsent(name, key -> new ArrayList<>())
                                .add(Stream.concat(Stream.of(process), process.descendants())
                                        .mapToLong(one -> resident(one.pid()))
                                        .sum()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Proportional where the kernel tells: PostgreSQL's processes share most of their memory. 0 for one that ended. */
    private static long resident(long pid) {
        Path process = Path.of("/proc", Long.toString(pid));
        try {
            Path proportional = process.resolve("smaps_rollup");
            boolean told = Files.isReadable(proportional);
            String field = told ? "Pss:" : "VmRSS:";
            return Files.readAllLines(told ? proportional : process.resolve("status")).stream()
                    .filter(line -> line.startsWith(field))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }

    /** Begin, middle, end and maximum of what was sampled. */
    void print() {
        long sum = 0;
        for (Map.Entry<String, List<Long>> entry : samples.entrySet()) {
            List<Long> all = entry.getValue();
            long max = all.stream().mapToLong(Long::longValue).max().orElse(0);
            sum += max;
            System.out.printf(
                    Locale.ROOT,
                    "memory: %-16s first %4d, middle %4d, last %4d, most %4d MB%n",
                    entry.getKey(),
                    all.getFirst(),
                    all.get(all.size() / 2),
                    all.getLast(),
                    max);
        }
        System.out.printf(Locale.ROOT, "memory: sum of the most %.2f GB%n", sum / 1024.0);
    }
}
