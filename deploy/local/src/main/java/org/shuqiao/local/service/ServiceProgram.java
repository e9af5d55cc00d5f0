package org.shuqiao.local.service;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.shuqiao.local.Folders;
import org.shuqiao.local.LocalFolder;
import org.shuqiao.local.process.Leash;
import org.shuqiao.local.process.LeashedProcess;
import org.shuqiao.local.process.StartFailure;

/**
 * A service's jar, extracted, with its ahead-of-time cache (JEP 483, JEP 514); both kept per content of the jar and JDK.
 *
 * <p>Training and running have the same collector: a cache made under another one is refused.
 */
public final class ServiceProgram {

    private static final Duration TRAINING = Duration.ofMinutes(5);

    private final Service service;
    private final Path javaHome;
    private final Path folder;

    private ServiceProgram(Service service, Path javaHome, Path folder) {
        this.service = service;
        this.javaHome = javaHome;
        this.folder = folder;
    }

    /**
     * Extracts the service's jar unless that is done.
     *
     * @throws StartFailure when the jar is missing or is not an executable one
     */
    public static ServiceProgram extract(Service service, Path root, Path javaHome, Leash leash)
            throws StartFailure, InterruptedException {
        Path jar = service.jar(root);
        if (!Files.exists(jar)) {
            throw new StartFailure(jar + " is missing: build it with mvn -pl " + service.module() + " -am package");
        }
        try {
            Path all = LocalFolder.of(root).programs().resolve("services");
            Path folder = all.resolve(service.title() + "-" + fingerprint(jar, javaHome));
            ServiceProgram program = new ServiceProgram(service, javaHome, folder);
            if (!Files.exists(program.jar())) {
                forgetOthers(all, service);
                program.extract(jar, leash);
            }
            return program;
        } catch (IOException e) {
            throw new StartFailure(service.title() + " could not be extracted: " + e.getMessage(), e);
        }
    }

    public Service service() {
        return service;
    }

    /** True when {@link #start} will use a cache. */
    public boolean isTrained() {
        return Files.exists(cache());
    }

    /**
     * Runs the service until its beans are made, to record what it loads, with low priority. The servers it asks while
     * starting must be there; the service itself may run already.
     *
     * @param environment as for {@link #start}; the port is not opened
     * @throws StartFailure when the service does not come up
     */
    public void train(Leash leash, Map<String, String> environment) throws StartFailure, InterruptedException {
        Path draft = folder.resolve("draft.aot");
        List<String> command = new ArrayList<>(List.of("nice", "-n", "10"));
        command.addAll(java());
        command.addAll(List.of(
                // profiles of a start would make the second compiler work 3 s more at every start
                "-XX:TieredStopAtLevel=1",
                "-XX:AOTCacheOutput=" + draft,
                "-Dspring.context.exit=onRefresh",
                "-jar",
                jar().toString()));
        finish(leash, service.title() + "-training", command, environment);
        try {
            Files.move(draft, cache(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new StartFailure("the cache of " + service.title() + " was not written: " + e.getMessage(), e);
        }
    }

    /** Starts the service; it may not answer yet. */
    public LeashedProcess start(Leash leash, Map<String, String> environment) throws StartFailure {
        List<String> command = java();
        if (isTrained()) {
            command.add("-XX:AOTCache=" + cache());
        }
        command.addAll(List.of("-jar", jar().toString()));
        return leash.start(service.title(), command, environment, Leash.Ending.TERM);
    }

    /** Waits until a started service says that it is ready. */
    public static void awaitReady(LeashedProcess process, URI address, Duration deadline)
            throws StartFailure, InterruptedException {
        try (HttpClient http =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build()) {
            HttpRequest request = HttpRequest.newBuilder(address.resolve("/actuator/health/readiness"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            process.awaitReady(
                    deadline,
                    () -> http.send(request, BodyHandlers.discarding()).statusCode() == 200);
        }
    }

    private void extract(Path jar, Leash leash) throws StartFailure, IOException, InterruptedException {
        Path draft = folder.resolveSibling(folder.getFileName() + ".draft");
        Folders.delete(draft);
        Folders.delete(folder);
        Files.createDirectories(draft);
        finish(
                leash,
                service.title() + "-extracting",
                List.of(
                        javaHome.resolve("bin/java").toString(),
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-Djarmode=tools",
                        "-jar",
                        jar.toString(),
                        "extract",
                        "--force",
                        "--destination",
                        draft.toString()),
                Map.of());
        Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void finish(Leash leash, String name, List<String> command, Map<String, String> environment)
            throws StartFailure, InterruptedException {
        try (LeashedProcess process = leash.start(name, command, environment, Leash.Ending.TERM)) {
            int code = process.awaitExit(TRAINING);
            if (code != 0) {
                throw process.failure("ended with exit code " + code);
            }
        }
    }

    private List<String> java() {
        return new ArrayList<>(List.of(
                javaHome.resolve("bin/java").toString(),
                "-Xmx" + service.heap(),
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "-Duser.timezone=UTC"));
    }

    private Path jar() {
        return folder.resolve(service.title() + ".jar");
    }

    private Path cache() {
        return folder.resolve("app.aot");
    }

    /** Older versions of the same service. */
    private static void forgetOthers(Path all, Service service) throws IOException {
        if (!Files.isDirectory(all)) {
            return;
        }
        List<Path> old;
        try (Stream<Path> found = Files.list(all)) {
            old = found.filter(path -> path.getFileName().toString().matches(service.title() + "-[0-9a-f]{16}.*"))
                    .toList();
        }
        for (Path path : old) {
            Folders.delete(path);
        }
    }

    private static String fingerprint(Path jar, Path javaHome) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(Files.newInputStream(jar), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            digest.update(Files.readAllBytes(javaHome.resolve("release")));
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
