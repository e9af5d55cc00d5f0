package org.shuqiao.local.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.shuqiao.local.process.Leash;
import org.shuqiao.local.process.LeashedProcess;
import org.shuqiao.local.process.StartFailure;
import org.shuqiao.local.service.Service;

/** Builds the services whose jars are missing or older than their sources. */
final class Building {

    private static final Duration DEADLINE = Duration.ofMinutes(15);

    /** What every service is made of besides its own folder. */
    private static final List<String> SHARED = List.of("services/contracts", "services/messaging", "services/web");

    /** Of a JVM that lives for half a minute. */
    private static final String JVM = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC";

    private static final Duration LOOK_AGAIN = Duration.ofMillis(250);

    /** Maven's headline of a module. */
    private static final Pattern MODULE = Pattern.compile("^\\[INFO] Building (\\S+) \\S+ +\\[\\d+/\\d+]$");

    private final Path root;
    private final Path javaHome;

    Building(Path root, Path javaHome) {
        this.root = root;
        this.javaHome = javaHome;
    }

    /** The services to build, in their order. */
    List<Service> missing() throws StartFailure {
        try {
            FileTime shared = Files.getLastModifiedTime(root.resolve("pom.xml"));
            for (String module : SHARED) {
                shared = later(shared, newest(root.resolve(module)));
            }
            List<Service> missing = new ArrayList<>();
            for (Service service : Service.values()) {
                Path jar = service.jar(root);
                if (!Files.exists(jar)
                        || Files.getLastModifiedTime(jar)
                                        .compareTo(later(shared, newest(root.resolve(service.module()))))
                                < 0) {
                    missing.add(service);
                }
            }
            return missing;
        } catch (IOException e) {
            throw new StartFailure("the sources cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Builds them without tests and checks ({@code deploy/test} has them) and tells each as soon as its jar is there, while the next is still being built.
     * The log is {@code build.log} among the others.
     */
    void build(List<Service> services, Leash leash, Consumer<Service> built) throws StartFailure, InterruptedException {
        List<String> command = List.of(
                "mvn",
                "-B",
                "-ntp",
                "-Punchecked",
                "-Dmaven.test.skip=true",
                "-f",
                root.resolve("pom.xml").toString(),
                "-pl",
                services.stream().map(Service::module).collect(Collectors.joining(",")),
                "-am",
                "package");
        Set<Service> waiting = EnumSet.copyOf(services);
        long end = System.nanoTime() + DEADLINE.toNanos();
        try (LeashedProcess maven = leash.start(
                "build", command, Map.of("JAVA_HOME", javaHome.toString(), "MAVEN_OPTS", JVM), Leash.Ending.TERM)) {
            while (maven.isAlive() && System.nanoTime() < end) {
                Thread.sleep(LOOK_AGAIN);
                for (Service service : modulesLeft(maven.log(), waiting)) {
                    finished(service, waiting, built);
                }
            }
            int code = maven.awaitExit(Duration.ofSeconds(1));
            if (code != 0) {
                throw maven.failure("ended with exit code " + code);
            }
            for (Service service : List.copyOf(waiting)) {
                finished(service, waiting, built);
            }
        }
    }

    private void finished(Service service, Set<Service> waiting, Consumer<Service> built) throws StartFailure {
        try {
            // Maven leaves a jar alone when only its sources' times changed
            Files.setLastModifiedTime(service.jar(root), FileTime.from(Instant.now()));
        } catch (IOException e) {
            throw new StartFailure("the build made no " + service.jar(root), e);
        }
        waiting.remove(service);
        built.accept(service);
    }

    /** The services among {@code waiting} after which Maven has begun another module. */
    static List<Service> modulesLeft(Path log, Set<Service> waiting) throws StartFailure {
        try {
            List<String> begun = Files.readAllLines(log, StandardCharsets.UTF_8).stream()
                    .map(MODULE::matcher)
                    .filter(Matcher::find)
                    .map(found -> found.group(1))
                    .toList();
            return waiting.stream()
                    .filter(service ->
                            begun.contains(service.title()) && begun.indexOf(service.title()) < begun.size() - 1)
                    .toList();
        } catch (IOException e) {
            throw new StartFailure("the log of the build cannot be read: " + e.getMessage(), e);
        }
    }

    private static FileTime newest(Path module) throws IOException {
        Newest newest = new Newest(Files.getLastModifiedTime(module.resolve("pom.xml")));
        Path sources = module.resolve("src/main");
        if (Files.isDirectory(sources)) {
            Files.walkFileTree(sources, newest);
        }
        return newest.time;
    }

    private static FileTime later(FileTime one, FileTime other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    /** Folders count too: deleting a file changes its folder's time only. */
    private static final class Newest extends SimpleFileVisitor<Path> {

        private FileTime time;

        Newest(FileTime time) {
            this.time = time;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            time = later(time, attributes.lastModifiedTime());
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            time = later(time, attributes.lastModifiedTime());
            return FileVisitResult.CONTINUE;
        }
    }
}
