package org.shuqiao.local.run;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.shuqiao.local.process.StartFailure;

/** Whether this machine has what a run needs. */
final class Machine {

    /** A run's resident memory after the demo's import and with sign-in is about 4 GB; a build beside it takes another 1. */
    static final long NEEDED = 5L << 30;

    private static final Path MEMINFO = Path.of("/proc/meminfo");

    private Machine() {}

    /** Throws when less than {@link #NEEDED} bytes are free; says nothing where it cannot be known. */
    static void refuseTooLittleMemory() throws StartFailure {
        OptionalLong available = available();
        if (available.isPresent() && available.getAsLong() < NEEDED) {
            throw new StartFailure(String.format(
                    Locale.ROOT,
                    "too little memory: %.1f GB are available, %.0f are needed",
                    available.getAsLong() / (double) (1 << 30),
                    NEEDED / (double) (1 << 30)));
        }
    }

    /** Bytes of memory in use by this process and all it started; shared pages count once for each. */
    static OptionalLong resident() {
        try (Stream<ProcessHandle> all = Stream.concat(
                Stream.of(ProcessHandle.current()), ProcessHandle.current().descendants())) {
            long sum = all.mapToLong(process -> kilobytes(Path.of("/proc/" + process.pid() + "/status"), "VmRSS:")
                            .orElse(0))
                    .sum();
            return sum == 0 ? OptionalLong.empty() : OptionalLong.of(sum << 10);
        }
    }

    /** What the system could hand out without swapping, never more than a container's limit. */
    private static OptionalLong available() {
        OptionalLong free = kilobytes(MEMINFO, "MemAvailable:");
        if (free.isEmpty()) {
            return free;
        }
        long limit = ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? system.getTotalMemorySize()
                : Long.MAX_VALUE;
        return OptionalLong.of(Math.min(free.getAsLong() << 10, limit));
    }

    private static OptionalLong kilobytes(Path file, String name) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(name))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }
}
