package org.shuqiao.local.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.shuqiao.local.process.Leash;
import org.shuqiao.local.process.LeashedProcess;
import org.shuqiao.local.process.StartFailure;

/** Elasticsearch from the distribution Maven offers, through its own start script: it sets module path and agent. */
final class ElasticsearchServer {

    private ElasticsearchServer() {}

    static LeashedProcess start(Settings settings, Programs programs, Leash leash)
            throws StartFailure, IOException, InterruptedException {
        Path home = programs.elasticsearch();
        Path folder = Files.createDirectories(settings.data().resolve("elasticsearch"));
        for (String name : List.of("data", "logs", "conf", "tmp")) {
            Files.createDirectories(folder.resolve(name));
        }
        configure(home, folder, settings.ports());
        Unprivileged.own(folder);
        LeashedProcess process = leash.start(
                "elasticsearch",
                Unprivileged.command(List.of(home.resolve("bin/elasticsearch").toString())),
                Map.of(
                        "ES_JAVA_HOME", settings.javaHome().toString(),
                        "ES_PATH_CONF", folder.resolve("conf").toString(),
                        "ES_TMPDIR", folder.resolve("tmp").toString(),
                        "ES_JAVA_OPTS", "-Xms" + settings.elasticsearchHeap() + " -Xmx" + settings.elasticsearchHeap(),
                        "CLI_JAVA_OPTS", "-Xmx64m -XX:+UseSerialGC -XX:TieredStopAtLevel=1",
                        "HOME", folder.toString()),
                Leash.Ending.TERM);
        URI health = URI.create("http://127.0.0.1:" + settings.ports().elasticsearch()
                + "/_cluster/health?wait_for_status=yellow&timeout=1s");
        try (HttpClient http =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build()) {
            HttpRequest request = HttpRequest.newBuilder(health)
                    .timeout(Duration.ofSeconds(5))
                    .build();
            process.awaitReady(
                    Duration.ofMinutes(4),
                    () -> http.send(request, BodyHandlers.discarding()).statusCode() == 200);
            return process;
        } catch (StartFailure | InterruptedException | RuntimeException e) {
            process.close();
            throw e;
        }
    }

    private static void configure(Path home, Path folder, Ports ports) throws IOException {
        Path conf = folder.resolve("conf");
        try (Stream<Path> files = Files.list(home.resolve("config"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, conf.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        List<String> options = Files.readAllLines(home.resolve("config/jvm.options"));
        Files.write(
                conf.resolve("jvm.options"),
                // the collector's own log is 2 GB when full
                options.stream().filter(line -> !line.startsWith("-Xlog:gc")).toList());
        Files.writeString(conf.resolve("elasticsearch.yml"), """
                cluster.name: shuqiao-local
                node.name: local
                discovery.type: single-node
                network.host: 127.0.0.1
                http.port: %d
                transport.port: %d
                xpack.security.enabled: false
                path.data: %s
                path.logs: %s
                cluster.routing.allocation.disk.threshold_enabled: false
                """.formatted(
                ports.elasticsearch(), ports.elasticsearchTransport(), folder.resolve("data"), folder.resolve("logs")));
    }
}
