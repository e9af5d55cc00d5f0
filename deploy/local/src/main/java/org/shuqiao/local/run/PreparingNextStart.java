package org.shuqiao.local.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.shuqiao.local.process.Leash;
import org.shuqiao.local.process.StartFailure;
import org.shuqiao.local.service.ServiceProgram;

/**
 * Makes the ahead-of-time caches that are missing, with low priority and while everything runs, so that the first start
 * does not wait for them.
 */
final class PreparingNextStart {

    private final Leash leash;
    private final Console console;
    private final Map<ServiceProgram, Map<String, String>> untrained = new ConcurrentHashMap<>();

    PreparingNextStart(Leash leash, Console console) {
        this.leash = leash;
        this.console = console;
    }

    /** A program that was started without a cache, and with which environment. */
    void add(ServiceProgram program, Map<String, String> environment) {
        untrained.put(program, environment);
    }

    /** Whether any cache is missing. */
    boolean isNeeded() {
        return !untrained.isEmpty();
    }

    /** Returns when all are made or could not be, at once where none is missing. */
    void prepare(int atOnce) throws InterruptedException {
        if (!isNeeded()) {
            return;
        }
        double began = console.elapsed();
        try (ExecutorService threads = Executors.newFixedThreadPool(atOnce)) {
            List<Future<?>> trainings = new ArrayList<>();
            untrained.forEach(
                    (program, environment) -> trainings.add(threads.submit(() -> train(program, environment))));
            try {
                for (Future<?> training : trainings) {
                    training.get();
                }
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            } catch (InterruptedException e) {
                threads.shutdownNow();
                throw e;
            }
        }
        console.step(String.format(Locale.ROOT, "faster starts are prepared, after %.1f s", console.elapsed() - began));
    }

    /** A service without its cache starts slower, nothing else. */
    private Void train(ServiceProgram program, Map<String, String> environment) throws InterruptedException {
        String service = program.service().title();
        try {
            program.train(leash, environment);
        } catch (StartFailure e) {
            console.step(service + " will start without its cache: " + e.getMessage());
        }
        return null;
    }
}
