package org.shuqiao.local.run;

import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.shuqiao.local.Progress;

/**
 * What a person sees: every line with the seconds since the start, and, when nothing was said for ten seconds, what is
 * being waited for.
 */
final class Console implements Progress, AutoCloseable {

    private static final Duration SILENCE = Duration.ofSeconds(10);

    private final PrintStream out;
    private final long began = System.nanoTime();
    private final Set<String> waitingFor = new LinkedHashSet<>();
    private final Thread ticker;
    private long lastLine = began;

    Console(PrintStream out) {
        this.out = out;
        this.ticker = Thread.ofVirtual().name("progress").start(this::tick);
    }

    /** Something that is being waited for until it is closed. */
    @FunctionalInterface
    interface Waiting extends AutoCloseable {
        @Override
        void close();
    }

    @Override
    public synchronized void step(String line) {
        print(line);
    }

    /** Until the answer is closed, {@code what} is shown as being waited for. */
    synchronized Waiting waitingFor(String what) {
        waitingFor.add(what);
        return () -> end(what);
    }

    /** The stream for output that is not progress, e.g. the short list. */
    PrintStream out() {
        return out;
    }

    /** Seconds since the start. */
    double elapsed() {
        return (System.nanoTime() - began) / 1e9;
    }

    @Override
    public void close() {
        ticker.interrupt();
    }

    private synchronized void end(String what) {
        waitingFor.remove(what);
    }

    private void tick() {
        try {
            while (true) {
                Thread.sleep(500);
                tellSilence();
            }
        } catch (InterruptedException e) {
            // closed
        }
    }

    private synchronized void tellSilence() {
        if (!waitingFor.isEmpty() && System.nanoTime() - lastLine > SILENCE.toNanos()) {
            print("… " + String.join(", ", waitingFor));
        }
    }

    private void print(String line) {
        lastLine = System.nanoTime();
        out.printf(Locale.ROOT, "%6.1f s  %s%n", elapsed(), line);
        out.flush();
    }
}
