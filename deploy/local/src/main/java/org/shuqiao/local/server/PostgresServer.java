package org.shuqiao.local.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.shuqiao.local.Folders;
import org.shuqiao.local.process.Leash;
import org.shuqiao.local.process.LeashedProcess;
import org.shuqiao.local.process.StartFailure;

/** PostgreSQL with its durability at the defaults: an acknowledged commit survives a kill. */
final class PostgresServer {

    static final String USER = "postgres";
    static final String PASSWORD = "postgres";

    private PostgresServer() {}

    static LeashedProcess start(Settings settings, Programs programs, Leash leash, ServerAddresses addresses)
            throws StartFailure, IOException, InterruptedException {
        Path home = programs.postgres();
        Path folder = Files.createDirectories(settings.data().resolve("postgres"));
        Unprivileged.own(folder);
        Path data = folder.resolve("data");
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            create(home, folder, data, leash);
        }
        LeashedProcess process = leash.start(
                "postgres",
                Unprivileged.command(List.of(
                        home.resolve("bin/postgres").toString(),
                        "-D",
                        data.toString(),
                        "-p",
                        Integer.toString(settings.ports().postgres()),
                        "-c",
                        "listen_addresses=127.0.0.1",
                        "-c",
                        "unix_socket_directories=",
                        "-c",
                        "max_connections=200",
                        "-c",
                        "timezone=UTC")),
                Map.of("TZ", "UTC"),
                Leash.Ending.INT);
        try {
            process.awaitReady(Duration.ofMinutes(2), () -> answers(addresses));
            return process;
        } catch (StartFailure | InterruptedException | RuntimeException e) {
            process.close();
            throw e;
        }
    }

    /** Made aside and moved when complete, so that a kill in the middle leaves nothing half made. */
    private static void create(Path home, Path folder, Path data, Leash leash)
            throws StartFailure, IOException, InterruptedException {
        Path draft = folder.resolve("data.draft");
        Folders.delete(draft);
        Folders.delete(data);
        Path password = folder.resolve("password");
        Files.deleteIfExists(password);
        Files.createFile(password, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(password, PASSWORD);
        Unprivileged.own(folder);
        try (LeashedProcess initdb = leash.start(
                "postgres-initdb",
                Unprivileged.command(List.of(
                        home.resolve("bin/initdb").toString(),
                        "-D",
                        draft.toString(),
                        "-U",
                        USER,
                        "--pwfile=" + password,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8")),
                Map.of("TZ", "UTC"),
                Leash.Ending.INT)) {
            int code = initdb.awaitExit(Duration.ofMinutes(2));
            if (code != 0) {
                throw initdb.failure("ended with exit code " + code);
            }
        }
        Files.delete(password);
        Files.move(draft, data);
    }

    private static boolean answers(ServerAddresses addresses) {
        try (Connection connection = addresses.connect("postgres")) {
            return connection.isValid(2);
        } catch (SQLException e) {
            return false;
        }
    }
}
