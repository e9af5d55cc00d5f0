package org.shuqiao.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.shuqiao.local.LocalFolder;
import org.shuqiao.local.server.ServerAddresses;
import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * Real servers for tests: those named in the environment; else Docker's through Testcontainers, where an engine answers;
 * else local processes. They are started once per build, by the first test that asks, and end with the build: a process
 * of their own holds them and watches the build's. Tests keep apart by their own databases and {@link #namespace}.
 */
public final class TestServers {
    private static final Duration START_TIMEOUT = Duration.ofMinutes(4);
    private static final String NAMESPACE =
            "t" + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt()) + "-";

    private static @Nullable ServerAddresses addresses;

    private TestServers() {}

    /** Where the servers listen; starts them if this build has none yet. */
    public static synchronized ServerAddresses addresses() {
        if (addresses == null) {
            ServerAddresses given = AddressFile.fromEnvironment(System.getenv());
            addresses = given == null ? ofThisBuild() : given;
        }
        return addresses;
    }

    /** The prefix of topics and indices that this test process has for itself. */
    public static String namespace() {
        return NAMESPACE;
    }

    /** The name of a new, empty database. */
    public static String newDatabase(String service) {
        String name = service.replaceAll("[^a-z0-9]", "_") + "_"
                + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        try {
            addresses().createDatabase(name);
            return name;
        } catch (SQLException e) {
            throw new IllegalStateException("no database " + name, e);
        }
    }

    /** The settings of a service under test, by property name: servers, namespace, a new database. */
    public static Map<String, String> settings(String service) {
        Map<String, String> settings = new LinkedHashMap<>();
        ServerAddresses servers = addresses();
        settings.put("shuqiao.namespace", NAMESPACE);
        settings.put("shuqiao.postgres.host", servers.postgresHost());
        settings.put("shuqiao.postgres.port", Integer.toString(servers.postgresPort()));
        settings.put("shuqiao.postgres.user", servers.postgresUser());
        settings.put("shuqiao.postgres.password", servers.postgresPassword());
        settings.put("shuqiao.postgres.database", newDatabase(service));
        settings.put("spring.kafka.bootstrap-servers", servers.kafkaBootstrap());
        settings.put("spring.elasticsearch.uris", servers.elasticsearchUri());
        settings.put("spring.data.redis.host", servers.redisHost());
        settings.put("spring.data.redis.port", Integer.toString(servers.redisPort()));
        return settings;
    }

    /** Adds {@link #settings} to a test's context; call it from a {@code @DynamicPropertySource} method. */
    public static void register(DynamicPropertyRegistry registry, String service) {
        settings(service).forEach((name, value) -> registry.add(name, () -> value));
    }

    private static ServerAddresses ofThisBuild() {
        Path root = root();
        long build = buildProcess().pid();
        Path file = LocalFolder.of(root).path().resolve("test-" + build).resolve("addresses.properties");
        try {
            Files.createDirectories(file.getParent());
            Path lockFile = file.resolveSibling("lock");
            try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock _ = channel.lock()) {
                ServerAddresses running = AddressFile.read(file);
                return running != null ? running : startHolder(root, file, build);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ServerAddresses startHolder(Path root, Path file, long build) throws IOException {
        Path log = file.resolveSibling("holder.log");
        Process holder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        ServerHolder.class.getName(),
                        root.toString(),
                        file.toString(),
                        Long.toString(build)))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Instant deadline = Instant.now().plus(START_TIMEOUT);
        while (Instant.now().isBefore(deadline)) {
            ServerAddresses running = AddressFile.read(file);
            if (running != null) {
                return running;
            }
            if (!holder.isAlive()) {
                throw new IllegalStateException("the test servers did not start:\n" + Files.readString(log));
            }
            sleep();
        }
        holder.destroy();
        throw new IllegalStateException(
                "the test servers did not start within " + START_TIMEOUT + ":\n" + Files.readString(log));
    }

    private static void sleep() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the test servers started", e);
        }
    }

    /** The top folder of the clone. */
    public static Path root() {
        String given = System.getProperty("shuqiao.root");
        Path folder = Path.of(given == null ? "" : given).toAbsolutePath();
        for (Path at = folder; at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve(".mvn"))) {
                return at;
            }
        }
        throw new IllegalStateException("no clone at or above " + folder);
    }

    /** The outermost Java process this one descends from: Maven, or the IDE, else this process itself. */
    private static ProcessHandle buildProcess() {
        ProcessHandle build = ProcessHandle.current();
        ProcessHandle at = build;
        while (at.parent().isPresent()) {
            at = at.parent().get();
            if (at.info().command().orElse("").endsWith("java")) {
                build = at;
            }
        }
        return build;
    }
}
