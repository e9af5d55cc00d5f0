package org.shuqiao.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.shuqiao.local.server.LocalServers;
import org.shuqiao.local.server.ServerAddresses;
import org.shuqiao.local.server.Settings;
import org.testcontainers.DockerClientFactory;

/**
 * The process that holds the servers of one build: starts them, writes their addresses to a file, and ends them when the
 * build's process has ended, however that ended.
 */
final class ServerHolder {
    private ServerHolder() {}

    public static void main(String[] args) throws Exception {
        Path root = Path.of(args[0]);
        Path file = Path.of(args[1]);
        ProcessHandle build = ProcessHandle.of(Long.parseLong(args[2]))
                .orElseThrow(() -> new IllegalStateException("the build " + args[2] + " has ended"));
        try {
            if (dockerAnswers()) {
                try (DockerServers servers = DockerServers.start()) {
                    hold(file, servers.addresses(), build);
                }
            } else {
                Settings settings = Settings.of(root, file.resolveSibling("data"));
                try (LocalServers servers = LocalServers.start(settings, step -> System.out.println(step))) {
                    hold(file, servers.addresses(), build);
                }
            }
        } finally {
            Files.deleteIfExists(file);
            delete(file.resolveSibling("data"));
        }
    }

    private static boolean dockerAnswers() {
        try {
            return DockerClientFactory.instance().isDockerAvailable();
        } catch (RuntimeException e) {
            return false;
        }
    }

    private static void hold(Path file, ServerAddresses addresses, ProcessHandle build) throws IOException {
        AddressFile.write(file, addresses);
        build.onExit().join();
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> found = Files.walk(folder)) {
            List<Path> paths = found.sorted(Comparator.reverseOrder()).toList();
            for (Path path : paths) {
                Files.deleteIfExists(path);
            }
        }
    }
}
