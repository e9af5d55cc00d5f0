package org.shuqiao.bench;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Clients that each send the next request when the one before was answered. */
final class Load {
    private Load() {}

    /** The latencies of requests 0 to {@code requests - 1}, shared among {@code clients}. */
    static Percentiles run(int clients, int requests, IntConsumer request) {
        double[] milliseconds = new double[requests];
        AtomicInteger next = new AtomicInteger();
        Runnable client = () -> {
            for (int i = next.getAndIncrement(); i < requests; i = next.getAndIncrement()) {
                long begun = System.nanoTime();
                request.accept(i);
                milliseconds[i] = (System.nanoTime() - begun) / 1e6;
            }
        };
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<? extends Future<?>> done = IntStream.range(0, clients)
                    .mapToObj(i -> threads.submit(client))
                    .toList();
            for (Future<?> one : done) {
                one.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
        return Percentiles.of(milliseconds);
    }
}
