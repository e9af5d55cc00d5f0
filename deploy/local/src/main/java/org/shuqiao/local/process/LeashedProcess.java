package org.shuqiao.local.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A command on the {@link Leash}. */
public final class LeashedProcess implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(50);
    private static final int LAST_LINES = 12;
    private static final int LAST_CAUSES = 3;
    private static final int LAST_BYTES = 262_144;
    private static final int LONGEST_LINE = 400;
    private static final Pattern CAUSE = Pattern.compile("^Caused by: |\\bERROR\\b|\\bFATAL\\b|Exception in thread");

    private final String name;
    private final Process leash;
    private final Path log;
    private final Path pidFile;
    private final Duration grace;

    LeashedProcess(String name, Process leash, Path log, Path pidFile, Duration grace) {
        this.name = name;
        this.leash = leash;
        this.log = log;
        this.pidFile = pidFile;
        this.grace = grace;
    }

    /** Asked again and again while a process starts: true once it answers, false while it does not. */
    @FunctionalInterface
    public interface Ready {
        boolean check() throws IOException, InterruptedException;
    }

    public String name() {
        return name;
    }

    /** Everything the command printed. */
    public Path log() {
        return log;
    }

    public boolean isAlive() {
        return leash.isAlive();
    }

    /** Completes with the exit code when the command has ended. */
    public CompletableFuture<Integer> exit() {
        return leash.onExit().thenApply(Process::exitValue);
    }

    /** The command's own process id (also its group's), empty when it has ended or not yet begun. */
    public OptionalLong pid() {
        try {
            String text = Files.readString(pidFile).strip();
            return text.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text));
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    /**
     * Waits until the process answers. An {@link IOException} of the check counts as "not yet".
     *
     * @throws StartFailure when it ended or did not answer within {@code deadline}, with the last lines of its log
     */
    public void awaitReady(Duration deadline, Ready ready) throws StartFailure, InterruptedException {
        long end = System.nanoTime() + deadline.toNanos();
        while (true) {
            if (!leash.isAlive()) {
                throw failure("ended with exit code " + leash.exitValue());
            }
            if (answers(ready)) {
                return;
            }
            if (System.nanoTime() > end) {
                throw failure("did not answer within " + deadline.toSeconds() + " s");
            }
            Thread.sleep(POLL);
        }
    }

    /**
     * Waits until the command ends by itself.
     *
     * @return its exit code
     * @throws StartFailure when it has not ended within {@code deadline}
     */
    public int awaitExit(Duration deadline) throws StartFailure, InterruptedException {
        if (!leash.waitFor(deadline.toMillis(), TimeUnit.MILLISECONDS)) {
            throw failure("did not end within " + deadline.toSeconds() + " s");
        }
        return leash.exitValue();
    }

    /** A failure of this process that names its log and shows the log's last lines. */
    public StartFailure failure(String what) {
        StringBuilder message = new StringBuilder(name)
                .append(' ')
                .append(what)
                .append("; its log is ")
                .append(log);
        for (String line : lastLines()) {
            message.append("\n    ").append(line);
        }
        return new StartFailure(message.toString());
    }

    /** The log's last lines, at most 12, after the last 3 lines before them that name an error or its cause. */
    public List<String> lastLines() {
        List<String> lines = endOfLog();
        int from = Math.max(0, lines.size() - LAST_LINES);
        List<String> told = new ArrayList<>();
        for (int i = from - 1; i >= 0 && told.size() < LAST_CAUSES; i--) {
            if (CAUSE.matcher(lines.get(i)).find()) {
                told.addFirst(lines.get(i));
            }
        }
        told.addAll(lines.subList(from, lines.size()));
        return told.stream().map(LeashedProcess::shortened).toList();
    }

    private List<String> endOfLog() {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long start = Math.max(0, file.length() - LAST_BYTES);
            byte[] bytes = new byte[(int) (file.length() - start)];
            file.seek(start);
            file.readFully(bytes);
            // a structured log has a whole stack trace in one line
            return new String(bytes, StandardCharsets.UTF_8)
                    .replace("\\n", "\n")
                    .replace("\\t", "\t")
                    .lines()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static String shortened(String line) {
        return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + " …";
    }

    /** Tells the command to end, without waiting for it. */
    public void end() {
        leash.destroy();
    }

    /** Ends the command and returns when it is gone; killed when its grace is over. */
    @Override
    public void close() {
        end();
        try {
            if (!leash.waitFor(grace.plusSeconds(5).toMillis(), TimeUnit.MILLISECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
        }
    }

    /** SIGKILL to the command's group and its leash: what the fault tests do. */
    public void kill() {
        pid().ifPresent(pid -> {
            try {
                new ProcessBuilder("/bin/sh", "-c", "kill -s KILL -- -" + pid + " 2>/dev/null || kill -s KILL " + pid)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor();
            } catch (IOException e) {
                // the leash, told next, does the same
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        leash.destroy();
    }

    private static boolean answers(Ready ready) throws InterruptedException {
        try {
            return ready.check();
        } catch (IOException e) {
            return false;
        }
    }
}
