package org.shuqiao.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeashTest {

    private static final Path ROOT = Path.of(System.getProperty("shuqiao.root"));
    private static final Leash.Ending SOON = new Leash.Ending("TERM", Duration.ofSeconds(1));

    @TempDir
    Path folder;

    @Test
    void killsEveryChildWhenItsHolderIsKilled() throws Exception {
        Process holder = holder();
        try {
            long willing = awaitPid("willing");
            long stubborn = awaitPid("stubborn");
            await(() -> groupIsAlive(willing) && groupIsAlive(stubborn));

            holder.destroyForcibly().waitFor();

            await(() -> !groupIsAlive(willing));
            await(() -> !groupIsAlive(stubborn));
            // neither leash nor its watchers are left: they carry the folder's path in their arguments
            await(() -> processesNaming(folder) == 0);
        } finally {
            holder.destroyForcibly().waitFor();
        }
    }

    @Test
    void leavesNothingBehindWhenTheCommandEndsByItself() throws Exception {
        LeashedProcess process = leash().start("short", List.of("/bin/sh", "-c", "exit 7"), Map.of(), SOON);

        assertThat(process.exit().get(10, TimeUnit.SECONDS)).isEqualTo(7);
        await(() -> processesNaming(folder) == 0);
        assertThat(process.pid()).isEmpty();
    }

    @Test
    void endsTheCommandsWholeGroupOnClose() throws Exception {
        LeashedProcess process =
                leash().start("family", List.of("/bin/sh", "-c", "sleep 600 & sleep 600"), Map.of(), SOON);
        long group = awaitPid("family");

        process.close();

        assertThat(process.isAlive()).isFalse();
        await(() -> !groupIsAlive(group));
        await(() -> processesNaming(folder) == 0);
    }

    @Test
    void endsTheCommandWhenOnlyTheCommandIsKilled() throws Exception {
        LeashedProcess process = leash().start("victim", List.of("sleep", "600"), Map.of(), SOON);
        awaitPid("victim");

        process.kill();

        assertThat(process.exit().get(10, TimeUnit.SECONDS)).isEqualTo(128 + 9);
        await(() -> processesNaming(folder) == 0);
    }

    @Test
    void tellsWhyACommandDidNotStartWithTheEndOfItsLog() throws Exception {
        LeashedProcess process =
                leash().start("loud", List.of("/bin/sh", "-c", "echo first; echo no disk; exit 3"), Map.of(), SOON);

        assertThatThrownBy(() -> process.awaitReady(Duration.ofSeconds(10), () -> false))
                .isInstanceOf(StartFailure.class)
                .hasMessageStartingWith("loud ended with exit code 3; its log is " + process.log())
                .hasMessageEndingWith("no disk");
    }

    @Test
    void tellsTheCauseThatALongTraceHides() throws Exception {
        LeashedProcess process = leash().start(
                        "traced",
                        List.of("/bin/sh", "-c", "echo 'Caused by: no such file'; seq 1 100; exit 1"),
                        Map.of(),
                        SOON);

        assertThat(process.exit().get(10, TimeUnit.SECONDS)).isEqualTo(1);
        assertThat(process.lastLines())
                .hasSize(13)
                .startsWith("Caused by: no such file", "89")
                .endsWith("100");
    }

    @Test
    void tellsTheCauseInAStructuredLog() throws Exception {
        LeashedProcess process = leash().start(
                        "structured",
                        List.of(
                                "/bin/sh",
                                "-c",
                                "printf '%s\\n' '{\"error\":{\"stack_trace\":\"a\\n\\tat b\\nCaused by: no such file\\n\\tat c\"}}'; seq 1 100"),
                        Map.of(),
                        SOON);

        assertThat(process.exit().get(10, TimeUnit.SECONDS)).isEqualTo(0);
        assertThat(process.lastLines()).startsWith("Caused by: no such file", "89");
    }

    @Test
    void givesUpWaitingAtTheDeadline() throws Exception {
        try (LeashedProcess process = leash().start("mute", List.of("sleep", "600"), Map.of(), SOON)) {
            assertThatThrownBy(() -> process.awaitReady(Duration.ofSeconds(1), () -> {
                        throw new IOException("connection refused");
                    }))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining("did not answer within 1 s");
        }
    }

    private Process holder() throws IOException {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        ROOT.toString(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private Leash leash() {
        return Leash.of(ROOT, folder);
    }

    private long awaitPid(String name) throws InterruptedException {
        Path file = folder.resolve("run").resolve(name + ".pid");
        await(() -> readsNumber(file));
        try {
            return Long.parseLong(Files.readString(file).strip());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean readsNumber(Path file) {
        try {
            return Files.readString(file).strip().matches("\\d+");
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean groupIsAlive(long group) {
        return exitCode("kill -s 0 -- -" + group + " 2>/dev/null") == 0;
    }

    private static long processesNaming(Path folder) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .arguments()
                        .map(arguments ->
                                List.of(arguments).stream().anyMatch(argument -> argument.contains(folder.toString())))
                        .orElse(false))
                .count();
    }

    private static int exitCode(String script) {
        try {
            return new ProcessBuilder("/bin/sh", "-c", script).start().waitFor();
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(15).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited 15 s").isLessThan(end);
            Thread.sleep(50);
        }
    }
}
