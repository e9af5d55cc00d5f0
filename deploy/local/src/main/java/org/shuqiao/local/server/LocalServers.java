package org.shuqiao.local.server;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
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

    /** What a killed server leaves behind is gone by then. */
    private static final Duration GONE = Duration.ofSeconds(30);

    private final Settings settings;
    private final ServerAddresses addresses;
    private final Map<Server, LeashedProcess> processes;
    private final RunLock lock;

    private LocalServers(
            Settings settings, ServerAddresses addresses, Map<Server, LeashedProcess> processes, RunLock lock) {
        this.settings = settings;
        this.addresses = addresses;
        this.processes = processes;
        this.lock = lock;
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
            return new LocalServers(settings, addresses, startAll(settings, addresses, progress), lock);
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

    /**
     * Starts a server again that was killed, on the same data and ports, and returns when it answers.
     *
     * @throws StartFailure when it has not ended or does not come up
     */
    public LeashedProcess restart(Server server) throws StartFailure, InterruptedException {
        process(server).awaitExit(GONE);
        try {
            LeashedProcess again = start(server, settings, addresses);
            processes.put(server, again);
            return again;
        } catch (IOException e) {
            throw new StartFailure(message(server, e), e);
        }
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
        Map<Server, LeashedProcess> running = new EnumMap<>(Server.class);
        List<Exception> failures = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Map<Server, Future<LeashedProcess>> futures = new EnumMap<>(Server.class);
            for (Server server : settings.servers()) {
                futures.put(server, threads.submit(() -> timed(server, settings, addresses, progress)));
            }
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

    private static LeashedProcess start(Server server, Settings settings, ServerAddresses addresses)
            throws StartFailure, IOException, InterruptedException {
        Programs programs = new Programs(settings.root());
        Leash leash = Leash.of(settings.root(), settings.data());
        return switch (server) {
            case ELASTICSEARCH -> ElasticsearchServer.start(settings, programs, leash);
            case KAFKA -> KafkaServer.start(settings, programs, leash);
            case POSTGRES -> PostgresServer.start(settings, programs, leash, addresses);
            case REDIS -> RedisServer.start(settings, programs, leash);
        };
    }

    private static LeashedProcess timed(Server server, Settings settings, ServerAddresses addresses, Progress progress)
            throws StartFailure, IOException, InterruptedException {
        long began = System.nanoTime();
        LeashedProcess process = start(server, settings, addresses);
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
