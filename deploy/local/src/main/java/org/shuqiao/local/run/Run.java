package org.shuqiao.local.run;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.shuqiao.local.process.StartFailure;

/**
 * Entry point of {@code deploy/run}. Exit code: 0 well, 1 something failed, 2 it could not begin; a signal gives Java's
 * own (130 for Ctrl-C). However this process ends, the leash ends what it started.
 */
public final class Run {

    private static final int WELL = 0;
    private static final int FAILED = 1;
    private static final int NOT_BEGUN = 2;

    /** Longer than a service's and a server's grace together. */
    private static final Duration ENDING = Duration.ofSeconds(45);

    private Run() {}

    /** {@code arguments} as {@code deploy/run --help} lists them; the property {@code shuqiao.root} names the clone. */
    public static void main(String[] arguments) throws InterruptedException {
        Path root = Path.of(System.getProperty("shuqiao.root", ""));
        try (Console console = new Console(System.out)) {
            AtomicBoolean told = new AtomicBoolean();
            AtomicInteger code = new AtomicInteger(FAILED);
            Thread run = Thread.ofPlatform().name("run").start(() -> code.set(run(root, arguments, console, told)));
            Thread onSignal = new Thread(
                    () -> {
                        if (run.isAlive()) {
                            told.set(true);
                            console.step("ending everything");
                            run.interrupt();
                            join(run);
                        }
                    },
                    "signal");
            Runtime.getRuntime().addShutdownHook(onSignal);
            run.join();
            System.exit(code.get());
        }
    }

    private static int run(Path root, String[] arguments, Console console, AtomicBoolean toldToEnd) {
        try {
            Options options = Options.parse(List.of(arguments));
            WholeSystem system = WholeSystem.prepare(root.toAbsolutePath().normalize(), options, console);
            try (system) {
                return system.run() ? WELL : FAILED;
            } catch (StartFailure e) {
                if (!toldToEnd.get()) {
                    System.err.println(e.getMessage());
                }
                return FAILED;
            }
        } catch (StartFailure e) {
            System.err.println(e.getMessage());
            return NOT_BEGUN;
        } catch (InterruptedException e) {
            return FAILED;
        }
    }

    private static void join(Thread run) {
        try {
            run.join(ENDING);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
