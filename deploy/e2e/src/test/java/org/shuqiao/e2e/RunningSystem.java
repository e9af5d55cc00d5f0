package org.shuqiao.e2e;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import org.shuqiao.local.Folders;
import org.shuqiao.local.LocalFolder;
import org.shuqiao.local.mail.Mailbox;
import org.shuqiao.local.process.Leash;
import org.shuqiao.local.process.StartFailure;
import org.shuqiao.local.server.LocalServers;
import org.shuqiao.local.server.Ports;
import org.shuqiao.local.server.RunLock;
import org.shuqiao.local.server.Server;
import org.shuqiao.local.server.ServerAddresses;
import org.shuqiao.local.server.Settings;
import org.shuqiao.local.service.LocalSecrets;
import org.shuqiao.local.service.Service;
import org.shuqiao.local.service.ServiceEnvironment;
import org.shuqiao.local.service.ServiceProgram;

/**
 * The whole system as processes on the leash: four servers, five services, a mailbox, and a second process of listing, so
 * that two relays run at once. Its imports settle 50 records at a time, so that a short import has many places to be killed at.
 */
final class RunningSystem implements AutoCloseable {
    private static final int STARTED_AT_ONCE = 2;
    private static final int RELAY_PORT = 18092;
    private static final int SMALL_GATEWAY_PORT = 8090;
    /** Below the ports Linux hands out to clients (32768 on), so that none is taken while its server is dead. */
    private static final int HIGHEST_OFFSET = 13_000;

    private final Path data;
    private final Path root;
    private final int offset;
    private final RunLock lock;
    private final LocalServers servers;
    private final LocalSecrets secrets;
    private final Mailbox mailbox;
    private final Map<Service, ServiceProgram> programs = new EnumMap<>(Service.class);
    private final Map<Service, Part> parts = new EnumMap<>(Service.class);
    private final Part relay;
    private boolean kept;

    private RunningSystem(Path root, Path data, int offset, RunLock lock, LocalServers servers)
            throws StartFailure, InterruptedException, SQLException {
        this.root = root;
        this.data = data;
        this.offset = offset;
        this.lock = lock;
        this.servers = servers;
        this.secrets = LocalSecrets.in(data);
        this.mailbox = Mailbox.start(offset);
        Leash leash = Leash.of(root, data);
        for (Service service : Service.values()) {
            if (service.database().isPresent()) {
                servers.addresses().createDatabase(service.database().get());
            }
            programs.put(
                    service, ServiceProgram.extract(service, root, Path.of(System.getProperty("java.home")), leash));
        }
        for (Service service : Service.values()) {
            parts.put(service, part(service, "", service.port(offset)));
        }
        relay = part(Service.LISTING, "relay", RELAY_PORT + offset);
    }

    /** Starts everything on empty data; returns when all of it is ready and the index was built. */
    static RunningSystem start() throws Exception {
        long began = System.nanoTime();
        Path root = Path.of(System.getProperty("shuqiao.root")).toAbsolutePath();
        Path data = LocalFolder.of(root).path().resolve("e2e");
        RunLock lock = RunLock.ofRun(data);
        Folders.delete(data);
        int offset = freeOffset();
        LocalServers servers =
                LocalServers.start(Settings.of(root, data).withPorts(Ports.standard(offset)), System.out::println);
        RunningSystem system;
        try {
            system = new RunningSystem(root, data, offset, lock, servers);
        } catch (StartFailure | InterruptedException | SQLException e) {
            servers.close();
            throw e;
        }
        try {
            system.startServices();
        } catch (StartFailure | InterruptedException | RuntimeException e) {
            system.keepData();
            system.close();
            throw e;
        }
        System.out.printf(Locale.ROOT, "the system is up after %.1f s%n", (System.nanoTime() - began) / 1e9);
        return system;
    }

    /** The one door. */
    Door door() {
        return new Door(part(Service.GATEWAY).address());
    }

    Part part(Service service) {
        Part part = parts.get(service);
        if (part == null) {
            throw new IllegalStateException(service + " is no part");
        }
        return part;
    }

    /** The second process of listing, which no route leads to: it relays. */
    Part relay() {
        return relay;
    }

    /** A further gateway, not yet started, with quotas of its own. */
    Part smallGateway(int reads) {
        return part(Service.GATEWAY, "small-gateway", SMALL_GATEWAY_PORT + offset)
                .set("SHUQIAO_NAMESPACE", "small-")
                .set("SHUQIAO_GATEWAY_QUOTAS_READS", Integer.toString(reads))
                .set("SHUQIAO_GATEWAY_QUOTAS_WINDOW", "1h");
    }

    /** Where all mails are shown. */
    Door mailbox() {
        return new Door(Mailbox.uri(offset));
    }

    ServerAddresses addresses() {
        return servers.addresses();
    }

    Stores stores() {
        return new Stores(this);
    }

    /** SIGKILL; returns when nothing of the server is left. */
    void kill(Server server) throws StartFailure, InterruptedException {
        servers.process(server).kill();
        servers.process(server).awaitExit(Duration.ofSeconds(30));
    }

    /** Starts a killed server again on the same data and ports. */
    void restart(Server server) throws StartFailure, InterruptedException {
        servers.restart(server);
    }

    /** Ends a pause of {@link #stop}. */
    void resume(Server server) throws IOException, InterruptedException {
        signal(server, "CONT");
    }

    /** SIGSTOP: the server keeps its connections and answers nothing. */
    void stop(Server server) throws IOException, InterruptedException {
        signal(server, "STOP");
    }

    /** Leaves data and logs behind, for whoever looks into a failure. */
    void keepData() {
        kept = true;
    }

    @Override
    public void close() throws IOException {
        relay.close();
        List.of(Service.values()).reversed().forEach(service -> part(service).close());
        mailbox.close();
        servers.close();
        if (kept) {
            System.out.println("data and logs are in " + data);
        } else {
            Folders.delete(data);
        }
        lock.close();
    }

    private Part part(Service service, String folder, int port) {
        ServiceProgram program = programs.get(service);
        if (program == null) {
            throw new IllegalStateException(service + " has no program");
        }
        Part part = new Part(
                program,
                Leash.of(root, data.resolve(folder)),
                URI.create("http://127.0.0.1:" + port),
                ServiceEnvironment.of(service, servers.addresses(), offset, secrets));
        part.set("SERVER_PORT", Integer.toString(port));
        return switch (service) {
            case LISTING -> part.set("SHUQIAO_LISTING_IMPORT_BATCH", "50");
            case GATEWAY ->
                part.set("SHUQIAO_GATEWAY_QUOTAS_READS", "1000000")
                        .set("SHUQIAO_GATEWAY_QUOTAS_WRITES", "1000000")
                        .set("SHUQIAO_GATEWAY_QUOTAS_IMPORTS", "1000000");
            case PROFILE, SEARCH_INDEX, IDENTITY -> part;
        };
    }

    private void startServices() throws StartFailure, InterruptedException {
        Semaphore turns = new Semaphore(STARTED_AT_ONCE, true);
        List<Future<?>> starting = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            parts.forEach((service, part) -> starting.add(threads.submit(() -> {
                turns.acquire();
                try {
                    train(service);
                    part.start();
                    part.awaitReady();
                    return part;
                } finally {
                    turns.release();
                }
            })));
            for (Future<?> start : starting) {
                start.get();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof StartFailure failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
        relay.start();
        relay.awaitReady();
        Eventually.within(Duration.ofMinutes(1), "the index was built", () -> stores().isIndexWhole());
    }

    private void train(Service service) throws StartFailure, InterruptedException {
        ServiceProgram program = programs.get(service);
        if (program != null && !program.isTrained()) {
            program.train(Leash.of(root, data), ServiceEnvironment.of(service, servers.addresses(), offset, secrets));
        }
    }

    private void signal(Server server, String name) throws IOException, InterruptedException {
        long pid = servers.process(server).pid().orElseThrow();
        int code = new ProcessBuilder("/bin/sh", "-c", "kill -s " + name + " -- -" + pid)
                .inheritIO()
                .start()
                .waitFor();
        if (code != 0) {
            throw new IOException("kill -s " + name + " ended with " + code);
        }
    }

    private static int freeOffset() {
        for (int attempt = 0; attempt < 100; attempt++) {
            int offset = ThreadLocalRandom.current().nextInt(1_000, HIGHEST_OFFSET);
            Ports ports = Ports.standard(offset);
            List<Integer> wanted = new ArrayList<>(List.of(
                    ports.elasticsearch(),
                    ports.elasticsearchTransport(),
                    ports.kafka(),
                    ports.kafkaController(),
                    ports.postgres(),
                    ports.redis(),
                    RELAY_PORT + offset,
                    SMALL_GATEWAY_PORT + offset,
                    Mailbox.smtpPort(offset),
                    Mailbox.pagePort(offset)));
            for (Service service : Service.values()) {
                wanted.add(service.port(offset));
            }
            if (wanted.stream().noneMatch(Ports::isTaken)) {
                return offset;
            }
        }
        throw new IllegalStateException("no free ports on loopback");
    }
}
