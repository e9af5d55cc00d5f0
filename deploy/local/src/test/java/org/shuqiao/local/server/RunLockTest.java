package org.shuqiao.local.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuqiao.local.process.StartFailure;

class RunLockTest {

    @TempDir
    Path folder;

    @Test
    void refusesASecondRunOfThisProcess() throws StartFailure {
        Path data = folder.resolve("data");
        try (RunLock first = RunLock.ofRun(data)) {
            assertThat(first).isNotNull();
            assertThatThrownBy(() -> RunLock.ofRun(data))
                    .isInstanceOf(StartFailure.class)
                    .hasMessage("another run uses the data folder " + data + ": end it first");
        }
        RunLock.ofRun(data).close();
    }

    @Test
    void refusesASecondRunOfAnotherProcessUntilThatIsKilled() throws Exception {
        Path data = folder.resolve("data");
        Process other = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Other.class.getName(),
                        data.toString())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader says =
                new BufferedReader(new InputStreamReader(other.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(says.readLine()).isEqualTo("locked");

            assertThatThrownBy(() -> RunLock.ofRun(data)).isInstanceOf(StartFailure.class);
        } finally {
            other.destroyForcibly().waitFor();
        }

        RunLock.ofRun(data).close();
        assertThat(Files.exists(data))
                .as("the lock is beside the folder, which --fresh deletes")
                .isFalse();
    }

    static final class Other {

        private Other() {}

        public static void main(String[] args) throws Exception {
            RunLock lock = RunLock.ofRun(Path.of(args[0]));
            System.out.println("locked");
            Thread.sleep(60_000);
            lock.close();
        }
    }
}
