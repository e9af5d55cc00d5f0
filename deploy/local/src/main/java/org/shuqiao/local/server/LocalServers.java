package org.shuqiao.local.server;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.shuqiao.local.Progress;
import org.shuqiao.local.process.Leash;
import org.shuqiao.local.process.LeashedProcess;
import org.shuqiao.local.process.StartFailure;

/**
 * The running servers. {@link #close} ends them; so does the end of this process, whatever its cause. What they stored
 * stays in {@link Settings#data}.
 */
public final class LocalServers implements AutoCloseable {

    private final ServerAddresses addresses;
    private final Map<Server, LeashedProcess> processes;
    private final RunLock lock;

    private LocalServers(ServerAddresses addresses, Map<Server, LeashedProcess> processes, RunLock lock) {
        this.addresses = addresses;
        this.processes = processes;
        this.lock = lock;
    }

    @FunctionalInterface
    private interface Start {
        LeashedProcess run() throws StartFailure, IOException, InterruptedException;
    }

    /**
     * Starts the servers side by side and returns when all of them answer.
     *
     * @throws StartFailure when a port is taken, the data folder is in use, or a server does not come up; none of them
     *     is left running then
     */
    public static LocalServers start(Settings settings, Progress progress) throws StartFailure, InterruptedException {
        try {
            Files.createDirectories(settings.data());
        } catch (IOException e) {
            throw new StartFailure("the data folder " + settings.data() + " cannot be made: " + e.getMessage(), e);
        }
        RunLock lock = RunLock.ofServers(settings.data());
        try {
            refuseTakenPorts(settings);
            ServerAddresses addresses = addresses(settings);
            return new LocalServers(addresses, startAll(settings, addresses, progress), lock);
        } catch (StartFailure | InterruptedException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    public ServerAddresses addresses() {
        return addresses;
    }

    /** The process of one server, for tests that stop or kill it; throws when it was not asked for. */
    public LeashedProcess process(Server server) {
        LeashedProcess process = processes.get(server);
        if (process == null) {
            throw new IllegalArgumentException(server.title() + " was not started");
        }
        return process;
    }

    /** All processes, by server. */
    public Map<Server, LeashedProcess> processes() {
        return Map.copyOf(processes);
    }

    /** Ends the servers side by side and returns when they are gone. */
    @Override
    public void close() {
        closeAll(processes.values());
        lock.close();
    }

    private static ServerAddresses addresses(Settings settings) {
        Ports ports = settings.ports();
        return new ServerAddresses(
                "http://127.0.0.1:" + ports.elasticsearch(),
                "127.0.0.1:" + ports.kafka(),
                "127.0.0.1",
                ports.postgres(),
                PostgresServer.USER,
                PostgresServer.PASSWORD,
                "127.0.0.1",
                ports.redis());
    }

    private static void refuseTakenPorts(Settings settings) throws StartFailure {
        Ports ports = settings.ports();
        Map<Integer, Server> wanted = new LinkedHashMap<>();
        wanted.put(ports.elasticsearch(), Server.ELASTICSEARCH);
        wanted.put(ports.elasticsearchTransport(), Server.ELASTICSEARCH);
        wanted.put(ports.kafka(), Server.KAFKA);
        wanted.put(ports.kafkaController(), Server.KAFKA);
        wanted.put(ports.postgres(), Server.POSTGRES);
        wanted.put(ports.redis(), Server.REDIS);
        for (Map.Entry<Integer, Server> port : wanted.entrySet()) {
            if (settings.servers().contains(port.getValue()) && Ports.isTaken(port.getKey())) {
                throw new StartFailure("port " + port.getKey() + ", meant for "
                        + port.getValue().title() + ", is taken: end what listens there or choose other ports");
            }
        }
    }

    private static Map<Server, LeashedProcess> startAll(Settings settings, ServerAddresses addresses, Progress progress)
            throws StartFailure, InterruptedException {
        Programs programs = new Programs(settings.root());
        Leash leash = Leash.of(settings.root(), settings.data());
        Map<Server, Start> starts = new EnumMap<>(Map.of(
                Server.ELASTICSEARCH, () -> ElasticsearchServer.start(settings, programs, leash),
                Server.KAFKA, () -> KafkaServer.start(settings, programs, leash),
                Server.POSTGRES, () -> PostgresServer.start(settings, programs, leash, addresses),
                Server.REDIS, () -> RedisServer.start(settings, programs, leash)));
        starts.keySet().retainAll(settings.servers());

        Map<Server, LeashedProcess> running = new EnumMap<>(Server.class);
        List<Exception> failures = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Map<Server, Future<LeashedProcess>> futures = new EnumMap<>(Server.class);
            starts.forEach(
                    (server, start) -> futures.put(server, threads.submit(() -> timed(server, start, progress))));
            for (Map.Entry<Server, Future<LeashedProcess>> future : futures.entrySet()) {
                try {
                    running.put(future.getKey(), future.getValue().get());
                } catch (ExecutionException e) {
                    failures.add(new StartFailure(
                            message(future.getKey(), e.getCause()), e.getCause() == null ? e : e.getCause()));
                    futures.values().forEach(other -> other.cancel(true));
                } catch (CancellationException e) {
                    // told to stop because another failed
                } catch (InterruptedException e) {
                    futures.values().forEach(other -> other.cancel(true));
                    failures.add(e);
                }
            }
        }
        if (!failures.isEmpty()) {
            closeAll(running.values());
            switch (failures.getFirst()) {
                case StartFailure failure -> throw failure;
                default -> throw new InterruptedException("told to stop while the servers started");
            }
        }
        return running;
    }

    private static LeashedProcess timed(Server server, Start start, Progress progress)
            throws StartFailure, IOException, InterruptedException {
        long began = System.nanoTime();
        LeashedProcess process = start.run();
        progress.step(
                String.format(Locale.ROOT, "%s is up after %.1f s", server.title(), (System.nanoTime() - began) / 1e9));
        return process;
    }

    private static String message(Server server, @Nullable Throwable cause) {
        if (cause instanceof StartFailure failure && failure.getMessage() != null) {
            return failure.getMessage();
        }
        return server.title() + " could not be started: " + cause;
    }

    private static void closeAll(Collection<LeashedProcess> processes) {
        processes.forEach(LeashedProcess::end);
        processes.forEach(LeashedProcess::close);
    }
}
