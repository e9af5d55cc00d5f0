package org.shuqiao.local.run;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.shuqiao.local.Folders;
import org.shuqiao.local.LocalFolder;
import org.shuqiao.local.mail.Mailbox;
import org.shuqiao.local.process.Leash;
import org.shuqiao.local.process.LeashedProcess;
import org.shuqiao.local.process.StartFailure;
import org.shuqiao.local.server.LocalServers;
import org.shuqiao.local.server.Ports;
import org.shuqiao.local.server.RunLock;
import org.shuqiao.local.server.ServerAddresses;
import org.shuqiao.local.server.Settings;
import org.shuqiao.local.service.LocalSecrets;
import org.shuqiao.local.service.Service;
import org.shuqiao.local.service.ServiceEnvironment;
import org.shuqiao.local.service.ServiceProgram;

/**
 * One run of everything: servers, services, catalogue, short list, and then sign-in with its mailbox, for which nobody
 * has to wait. {@link #close} ends the services in the reverse order of their start, then the servers.
 */
final class WholeSystem implements AutoCloseable {

    private static final Duration SERVICE_DEADLINE = Duration.ofMinutes(4);

    /**
     * Changes a client may send in a minute, unless the environment says otherwise: everybody here has one address, and
     * a catalogue of some hundred organizations comes from it at once.
     */
    private static final String WRITES = "SHUQIAO_GATEWAY_QUOTAS_WRITES";

    private static final String LOCAL_WRITES = "6000";

    private static final String RATES = "SHUQIAO_SEARCH_EXCHANGE_FILE";

    /** Two cores start two JVMs as fast as four. */
    private static final int STARTED_AT_ONCE = Math.max(2, Runtime.getRuntime().availableProcessors());

    private final Path root;
    private final Path data;
    private final Path javaHome;
    private final Options options;
    private final Console console;
    private final RunLock lock;
    private final LocalSecrets secrets;
    private final Leash leash;
    private final PreparingNextStart nextStart;
    private final Map<Service, LeashedProcess> services = new EnumMap<>(Service.class);
    private volatile Optional<LocalServers> servers = Optional.empty();
    private Optional<Mailbox> mailbox = Optional.empty();

    private WholeSystem(Path root, Path data, Options options, Console console, RunLock lock, LocalSecrets secrets) {
        this.root = root;
        this.data = data;
        this.javaHome = Path.of(System.getProperty("java.home"));
        this.options = options;
        this.console = console;
        this.lock = lock;
        this.secrets = secrets;
        this.leash = Leash.of(root, data);
        this.nextStart = new PreparingNextStart(leash, console);
    }

    /**
     * Checks what can be checked before anything is begun.
     *
     * @throws StartFailure in one line: another run, a taken port, too little memory
     */
    static WholeSystem prepare(Path root, Options options, Console console) throws StartFailure {
        Path usual = LocalFolder.of(root).data();
        Path data = options.portOffset() == 0
                ? usual
                : usual.resolveSibling(usual.getFileName() + "-" + options.portOffset());
        RunLock lock = RunLock.ofRun(data);
        try {
            refuseTakenPorts(options.portOffset());
            Machine.refuseTooLittleMemory();
            if (options.fresh()) {
                Folders.delete(data);
            }
            Files.createDirectories(data);
            return new WholeSystem(root, data, options, console, lock, LocalSecrets.in(data));
        } catch (StartFailure e) {
            lock.close();
            throw e;
        } catch (IOException e) {
            lock.close();
            throw new StartFailure("the data folder " + data + " cannot be prepared: " + e.getMessage(), e);
        }
    }

    /**
     * Starts everything, shows the short list, and then, unless it is to be done once only, waits until a process ends
     * or this thread is interrupted.
     *
     * @return false when there was no short list to show
     * @throws StartFailure when something did not come up or ended by itself
     */
    boolean run() throws StartFailure, InterruptedException {
        console.step("data and logs are in " + data);
        LocalServers started = startEverything();
        ShowingTheCatalogue catalogue = new ShowingTheCatalogue(root, data, options.catalogue(), console);
        boolean shown = catalogue.importAndShow(Service.GATEWAY.uri(options.portOffset()));
        if (shown) {
            startSignIn(started);
        }
        printAddresses(started.addresses(), shown);
        if (!shown) {
            return false;
        }
        if (options.once()) {
            try (Console.Waiting _ = console.waitingFor("preparing faster starts for the next time")) {
                nextStart.prepare(STARTED_AT_ONCE);
            }
            return true;
        }
        console.step("running; Ctrl-C ends everything"
                + (nextStart.isNeeded() ? " (faster starts are being prepared meanwhile)" : ""));
        Thread preparing = Thread.ofVirtual().start(this::prepareNextStart);
        try {
            throw firstToEnd(started);
        } finally {
            preparing.interrupt();
            preparing.join();
        }
    }

    @Override
    public void close() {
        List<Service> reverse = Arrays.asList(Service.values()).reversed();
        for (Service service : reverse) {
            LeashedProcess process = services.remove(service);
            if (process != null) {
                process.close();
            }
        }
        mailbox.ifPresent(Mailbox::close);
        mailbox = Optional.empty();
        servers.ifPresent(LocalServers::close);
        servers = Optional.empty();
        lock.close();
        console.step("everything has ended");
    }

    /** The identity service and where its mails go. The gateway finds it when somebody first signs in. */
    private void startSignIn(LocalServers started) throws StartFailure, InterruptedException {
        mailbox = Optional.of(Mailbox.start(options.portOffset()));
        CompletableFuture<Service> jar = new CompletableFuture<>();
        build(Map.of(Service.IDENTITY, jar));
        startService(Service.IDENTITY, jar, CompletableFuture.completedFuture(started), new Semaphore(1));
    }

    /** Servers, build and the services a short list needs side by side; the first failure ends the rest. */
    private LocalServers startEverything() throws StartFailure, InterruptedException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletionService<Object> work = new ExecutorCompletionService<>(threads);
            List<Future<Object>> begun = new ArrayList<>();
            CompletableFuture<LocalServers> started = new CompletableFuture<>();
            Map<Service, CompletableFuture<Service>> built = new EnumMap<>(Service.class);
            Semaphore turns = new Semaphore(STARTED_AT_ONCE, true);
            begun.add(work.submit(() -> started.complete(startServers())));
            for (Service service : neededForTheShortList()) {
                CompletableFuture<Service> jar = new CompletableFuture<>();
                built.put(service, jar);
                begun.add(work.submit(() -> startService(service, jar, started, turns)));
            }
            begun.add(work.submit(() -> {
                build(built);
                return built;
            }));
            try {
                for (int done = 0; done < begun.size(); done++) {
                    get(work.take());
                }
                return get(started);
            } finally {
                begun.forEach(task -> task.cancel(true));
            }
        }
    }

    private static List<Service> neededForTheShortList() {
        return Arrays.stream(Service.values())
                .filter(Service::isNeededForTheShortList)
                .toList();
    }

    /** Builds those of the given services that are missing; each can start as soon as its own jar is there. */
    private void build(Map<Service, CompletableFuture<Service>> built) throws StartFailure, InterruptedException {
        Building building = new Building(root, javaHome);
        List<Service> missing =
                building.missing().stream().filter(built::containsKey).toList();
        built.forEach((service, jar) -> {
            if (!missing.contains(service)) {
                jar.complete(service);
            }
        });
        if (missing.isEmpty()) {
            return;
        }
        List<String> names = missing.stream().map(Service::title).toList();
        console.step("building " + String.join(", ", names) + ", log in " + data.resolve("logs/build.log"));
        double began = console.elapsed();
        try (Console.Waiting _ = console.waitingFor("building")) {
            building.build(
                    missing,
                    leash,
                    service -> Optional.ofNullable(built.get(service)).ifPresent(jar -> jar.complete(service)));
        }
        console.step(String.format(Locale.ROOT, "built in %.1f s", console.elapsed() - began));
    }

    private LocalServers startServers() throws StartFailure, InterruptedException {
        Settings settings = Settings.of(root, data).withPorts(Ports.standard(options.portOffset()));
        try (Console.Waiting _ = console.waitingFor("starting the servers")) {
            LocalServers started = LocalServers.start(settings, console);
            servers = Optional.of(started);
            for (Service service : Service.values()) {
                if (service.database().isPresent()) {
                    started.addresses().createDatabase(service.database().get());
                }
            }
            return started;
        } catch (SQLException e) {
            throw new StartFailure("a database could not be created: " + e.getMessage(), e);
        }
    }

    private LeashedProcess startService(
            Service service, Future<Service> built, Future<LocalServers> servers, Semaphore turns)
            throws StartFailure, InterruptedException {
        get(built);
        ServiceProgram program = extract(service);
        Map<String, String> environment = environment(service, get(servers).addresses());
        turns.acquire();
        try {
            if (!program.isTrained()) {
                nextStart.add(program, environment);
            }
            double began = console.elapsed();
            LeashedProcess process = program.start(leash, environment);
            synchronized (services) {
                services.put(service, process);
            }
            try (Console.Waiting _ = console.waitingFor("starting " + service.title())) {
                ServiceProgram.awaitReady(process, service.uri(options.portOffset()), SERVICE_DEADLINE);
            }
            console.step(
                    String.format(Locale.ROOT, "%s is up after %.1f s", service.title(), console.elapsed() - began));
            return process;
        } finally {
            turns.release();
        }
    }

    private void prepareNextStart() {
        try {
            nextStart.prepare(1);
        } catch (InterruptedException e) {
            // told to end; the next run prepares
        }
    }

    private Map<String, String> environment(Service service, ServerAddresses addresses) {
        Map<String, String> environment = ServiceEnvironment.of(service, addresses, options.portOffset(), secrets);
        if (service == Service.GATEWAY && System.getenv(WRITES) == null) {
            environment.put(WRITES, LOCAL_WRITES);
        }
        if (service == Service.SEARCH_INDEX && System.getenv(RATES) == null) {
            environment.put(
                    RATES, root.resolve("deploy/demo/exchange-rates.csv").toString());
        }
        return environment;
    }

    private ServiceProgram extract(Service service) throws StartFailure, InterruptedException {
        try (Console.Waiting _ = console.waitingFor("extracting " + service.title())) {
            return ServiceProgram.extract(service, root, javaHome, leash);
        }
    }

    private void printAddresses(ServerAddresses addresses, boolean withSignIn) {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("Gateway", Service.GATEWAY.uri(options.portOffset()) + "/api");
        for (Service service : List.of(Service.PROFILE, Service.LISTING, Service.SEARCH_INDEX)) {
            lines.put(service.title(), service.uri(options.portOffset()).toString());
        }
        if (withSignIn) {
            URI identity = Service.IDENTITY.uri(options.portOffset());
            lines.put("identity", identity + ", register at " + identity + "/register");
            lines.put("Sign-in", Service.GATEWAY.uri(options.portOffset()) + "/sign-in");
            lines.put("Mailbox", Mailbox.uri(options.portOffset()) + ", all mails come here and go nowhere");
        }
        lines.put("Elasticsearch", addresses.elasticsearchUri());
        lines.put("Kafka", addresses.kafkaBootstrap());
        lines.put(
                "PostgreSQL",
                addresses.postgresHost() + ":" + addresses.postgresPort() + ", user " + addresses.postgresUser()
                        + ", password " + addresses.postgresPassword());
        lines.put("Redis", addresses.redisHost() + ":" + addresses.redisPort());
        Machine.resident()
                .ifPresent(bytes -> lines.put(
                        "Memory", String.format(Locale.ROOT, "%.1f GB resident in all", bytes / (double) (1 << 30))));
        console.out().println();
        lines.forEach((name, value) -> console.out().printf("%-14s %s%n", name, value));
        console.out().println();
    }

    /** Waits; a run without one of its processes is no run. */
    private StartFailure firstToEnd(LocalServers started) throws InterruptedException {
        List<LeashedProcess> all = new ArrayList<>(started.processes().values());
        all.addAll(services.values());
        CompletableFuture<?>[] exits = all.stream().map(LeashedProcess::exit).toArray(CompletableFuture[]::new);
        try {
            CompletableFuture.anyOf(exits).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("an exit cannot fail", e);
        }
        LeashedProcess ended =
                all.stream().filter(process -> !process.isAlive()).findFirst().orElseThrow();
        return ended.failure("ended by itself");
    }

    private static <T> T get(Future<T> future) throws StartFailure, InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case StartFailure failure -> throw failure;
                case InterruptedException interrupted -> throw interrupted;
                case null, default -> throw new IllegalStateException(e);
            }
        } catch (CancellationException e) {
            throw new InterruptedException("told to stop");
        }
    }

    private static void refuseTakenPorts(int offset) throws StartFailure {
        Map<String, Integer> ports = new LinkedHashMap<>();
        for (Service service : Service.values()) {
            ports.put(service.title(), service.port(offset));
        }
        Ports servers = Ports.standard(offset);
        ports.put("Elasticsearch", servers.elasticsearch());
        ports.put("Elasticsearch's transport", servers.elasticsearchTransport());
        ports.put("Kafka", servers.kafka());
        ports.put("Kafka's controller", servers.kafkaController());
        ports.put("PostgreSQL", servers.postgres());
        ports.put("Redis", servers.redis());
        ports.put("mails", Mailbox.smtpPort(offset));
        ports.put("the mailbox", Mailbox.pagePort(offset));
        for (Map.Entry<String, Integer> port : ports.entrySet()) {
            if (Ports.isTaken(port.getValue())) {
                throw new StartFailure("port " + port.getValue() + ", meant for " + port.getKey()
                        + ", is taken: end what listens there or use --port-offset");
            }
        }
    }
}
