package org.shuqiao.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Starts commands under {@code deploy/local/leash}, which ends them when this process is gone, however it went.
 *
 * @param script {@code deploy/local/leash} of the clone
 * @param folder receives {@code logs/<name>.log} (the log before it as {@code .old}) and {@code run/<name>.pid}
 */
public record Leash(Path script, Path folder) {

    /** How a command is told to end, and how long it may take before it is killed. */
    public record Ending(String signal, Duration grace) {

        /** SIGTERM, then 15 s. */
        public static final Ending TERM = new Ending("TERM", Duration.ofSeconds(15));

        /** SIGINT, then 15 s: PostgreSQL's fast shutdown; its SIGTERM waits for clients to leave. */
        public static final Ending INT = new Ending("INT", Duration.ofSeconds(15));
    }

    /** {@code root}: the clone's top folder. */
    public static Leash of(Path root, Path folder) {
        return new Leash(root.resolve("deploy/local/leash").toAbsolutePath(), folder.toAbsolutePath());
    }

    /**
     * Starts a command.
     *
     * @param name of the process, a file name; no two at once in one folder
     * @param environment added to this process's own
     * @throws StartFailure when the log cannot be written or the shell is missing
     */
    public LeashedProcess start(String name, List<String> command, Map<String, String> environment, Ending ending)
            throws StartFailure {
        Path log = folder.resolve("logs").resolve(name + ".log");
        Path pid = folder.resolve("run").resolve(name + ".pid");
        try {
            Files.createDirectories(log.getParent());
            Files.createDirectories(pid.getParent());
            Files.deleteIfExists(pid);
            if (Files.exists(log)) {
                Files.move(log, log.resolveSibling(name + ".log.old"), StandardCopyOption.REPLACE_EXISTING);
            }
            List<String> leashed = new ArrayList<>(List.of(
                    "/bin/sh",
                    script.toString(),
                    pid.toString(),
                    ending.signal(),
                    Long.toString(ending.grace().toSeconds())));
            leashed.addAll(command);
            ProcessBuilder builder = new ProcessBuilder(leashed)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .directory(folder.toFile());
            builder.environment().putAll(environment);
            return new LeashedProcess(name, builder.start(), log, pid, ending.grace());
        } catch (IOException e) {
            throw new StartFailure(name + " could not be started: " + e.getMessage(), e);
        }
    }
}
