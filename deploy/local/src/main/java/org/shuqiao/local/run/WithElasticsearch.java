package org.shuqiao.local.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.shuqiao.local.process.StartFailure;
import org.shuqiao.local.server.LocalServers;
import org.shuqiao.local.server.Server;
import org.shuqiao.local.server.Settings;

/**
 * Runs a command with an Elasticsearch of its own, named in {@code SPRING_ELASTICSEARCH_URIS}, and ends with the command's
 * exit code. The server and what it stored are gone afterwards.
 */
public final class WithElasticsearch {

    private WithElasticsearch() {}

    public static void main(String[] command) throws IOException, InterruptedException {
        if (command.length == 0) {
            System.err.println("expected a command");
            System.exit(2);
        }
        Path root = Path.of(System.getProperty("shuqiao.root", ""));
        Settings settings = Settings.named(
                        root, "scratch-" + ProcessHandle.current().pid())
                .withServers(EnumSet.of(Server.ELASTICSEARCH));
        System.exit(run(settings, List.of(command)));
    }

    private static int run(Settings settings, List<String> command) throws IOException, InterruptedException {
        try (LocalServers servers = LocalServers.start(settings, line -> {})) {
            ProcessBuilder process = new ProcessBuilder(command).inheritIO();
            process.environment()
                    .put("SPRING_ELASTICSEARCH_URIS", servers.addresses().elasticsearchUri());
            Process running = process.start();
            Runtime.getRuntime().addShutdownHook(new Thread(running::destroy));
            return running.waitFor();
        } catch (StartFailure e) {
            System.err.println("No Elasticsearch: " + e.getMessage());
            return 2;
        } finally {
            delete(settings.data());
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
