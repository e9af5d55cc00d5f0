package org.shuqiao.local.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shuqiao.local.Folders;
import org.shuqiao.local.LocalFolder;
import org.shuqiao.local.Progress;
import org.shuqiao.local.process.LeashedProcess;
import org.shuqiao.local.process.StartFailure;

class LocalServersTest {

    private static final Path ROOT = Path.of(System.getProperty("shuqiao.root"));

    private final Path data = LocalFolder.of(ROOT).path().resolve("servers-test");

    @BeforeEach
    @AfterEach
    void startOver() throws IOException {
        Folders.delete(data);
    }

    @Test
    void keepsWhatTheServersStoredOverARestart() throws Exception {
        try (LocalServers servers = LocalServers.start(settings(), Progress.SILENT)) {
            ServerAddresses addresses = servers.addresses();
            addresses.createDatabase("kept");
            addresses.createDatabase("kept");
            sql(addresses, "create table note (text text)");
            sql(addresses, "insert into note values ('跨境电子商务')");
            put(addresses.elasticsearchUri() + "/kept/_doc/1?refresh=true", "{\"text\":\"跨境电子商务\"}");
            assertThat(redis(addresses, "SET kept yes")).isEqualTo("+OK");
        }

        try (LocalServers servers = LocalServers.start(settings(), Progress.SILENT)) {
            ServerAddresses addresses = servers.addresses();
            assertThat(one(addresses, "select text from note")).isEqualTo("跨境电子商务");
            assertThat(one(addresses, "show fsync") + one(addresses, "show synchronous_commit"))
                    .isEqualTo("onon");
            assertThat(get(addresses.elasticsearchUri() + "/kept/_doc/1")).contains("\"found\":true", "跨境电子商务");
            assertThat(redis(addresses, "GET kept")).isEqualTo("$3");
            // Kafka keeps its cluster id, so it read its old data folder
            assertThat(servers.process(Server.KAFKA).isAlive()).isTrue();
        }
    }

    @Test
    void startsAKilledServerAgainOnItsDataAndPort() throws Exception {
        Settings postgresOnly = settings().withServers(EnumSet.of(Server.POSTGRES));
        try (LocalServers servers = LocalServers.start(postgresOnly, Progress.SILENT)) {
            ServerAddresses addresses = servers.addresses();
            addresses.createDatabase("kept");
            sql(addresses, "create table note (text text)");
            sql(addresses, "insert into note values ('跨境电子商务')");
            LeashedProcess killed = servers.process(Server.POSTGRES);

            killed.kill();
            servers.restart(Server.POSTGRES);

            assertThat(killed.isAlive()).isFalse();
            assertThat(servers.process(Server.POSTGRES).isAlive()).isTrue();
            assertThat(one(addresses, "select text from note")).isEqualTo("跨境电子商务");
        }
    }

    @Test
    void namesATakenPortInOneLine() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ports free = Ports.free();
            Ports ports = new Ports(
                    free.elasticsearch(),
                    free.elasticsearchTransport(),
                    taken.getLocalPort(),
                    free.kafkaController(),
                    free.postgres(),
                    free.redis());

            assertThatThrownBy(() -> LocalServers.start(settings().withPorts(ports), Progress.SILENT))
                    .isInstanceOf(StartFailure.class)
                    .hasMessage("port " + taken.getLocalPort()
                            + ", meant for Kafka, is taken: end what listens there or choose other ports");
        }
    }

    @Test
    void refusesASecondRunOnTheSameData() throws Exception {
        Settings redisOnly = settings().withServers(EnumSet.of(Server.REDIS));
        try (LocalServers first = LocalServers.start(redisOnly, Progress.SILENT)) {
            assertThat(first.process(Server.REDIS).isAlive()).isTrue();

            assertThatThrownBy(() -> LocalServers.start(redisOnly.withPorts(Ports.free()), Progress.SILENT))
                    .isInstanceOf(StartFailure.class)
                    .hasMessage("another run uses the data folder " + data + ": end it first");
        }
    }

    @Test
    void leavesNoServerRunningWhenOneFails() throws Exception {
        Settings settings =
                settings().withServers(EnumSet.of(Server.REDIS, Server.KAFKA)).withKafkaHeap("1k");

        assertThatThrownBy(() -> LocalServers.start(settings, Progress.SILENT))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("kafka")
                .hasMessageContaining("its log is ");
        assertThat(Ports.isTaken(settings.ports().redis())).isFalse();
    }

    private Settings settings() {
        return Settings.of(ROOT, data);
    }

    private static void sql(ServerAddresses addresses, String statement) throws SQLException {
        try (Connection connection = addresses.connect("kept");
                Statement run = connection.createStatement()) {
            run.execute(statement);
        }
    }

    private static String one(ServerAddresses addresses, String query) throws SQLException {
        try (Connection connection = addresses.connect("kept");
                Statement run = connection.createStatement();
                ResultSet result = run.executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }

    private static void put(String uri, String body) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(uri))
                    .header("Content-Type", "application/json")
                    .PUT(BodyPublishers.ofString(body))
                    .build();
            assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isBetween(200, 201);
        }
    }

    private static String get(String uri) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(uri)).build();
            return http.send(request, BodyHandlers.ofString()).body();
        }
    }

    /** The first line of Redis's answer. */
    private static String redis(ServerAddresses addresses, String command) throws IOException {
        try (Socket socket = new Socket(addresses.redisHost(), addresses.redisPort())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
            StringBuilder line = new StringBuilder();
            for (int read = socket.getInputStream().read();
                    read >= 0 && read != '\r';
                    read = socket.getInputStream().read()) {
                line.append((char) read);
            }
            return line.toString();
        }
    }
}
