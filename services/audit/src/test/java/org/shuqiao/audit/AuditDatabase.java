package org.shuqiao.audit;

import static io.r2dbc.spi.ConnectionFactoryOptions.DATABASE;
import static io.r2dbc.spi.ConnectionFactoryOptions.DRIVER;
import static io.r2dbc.spi.ConnectionFactoryOptions.HOST;
import static io.r2dbc.spi.ConnectionFactoryOptions.PASSWORD;
import static io.r2dbc.spi.ConnectionFactoryOptions.PORT;
import static io.r2dbc.spi.ConnectionFactoryOptions.USER;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactoryOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.shuqiao.audit.chain.BadInput;
import org.shuqiao.audit.chain.Checkpoint;
import org.shuqiao.audit.chain.CheckpointKey;
import org.shuqiao.audit.chain.CheckpointKeys;
import org.shuqiao.audit.chain.ExportCheck;
import org.shuqiao.testkit.TestServers;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** A new database with a log and a table of wares beside it. */
final class AuditDatabase implements AutoCloseable {
    private final Map<String, String> settings = TestServers.settings("audit");
    private final List<Instance> instances = new ArrayList<>();

    AuditDatabase() {
        Flyway.configure()
                .dataSource(jdbcUrl(), setting("user"), setting("password"))
                .locations("classpath:db/audit")
                .load()
                .migrate();
        change("CREATE TABLE ware (name text PRIMARY KEY)");
    }

    /** A process of the service, with connections of its own. */
    record Instance(
            ConnectionPool pool,
            DatabaseClient database,
            TransactionalOperator transaction,
            PostgresAuditLog log,
            PostgresAuditEntries entries) {
        /** Keeps a ware and notes the act, in one transaction. */
        Mono<Void> sell(String ware, Act act) {
            return transaction.transactional(insert(ware).then(log.append(List.of(act))));
        }

        Mono<Void> insert(String ware) {
            return database.sql("INSERT INTO ware (name) VALUES ($1)")
                    .bind(0, ware)
                    .then();
        }

        long wares() {
            return count("ware");
        }

        long count(String table) {
            Long rows = database.sql("SELECT count(*) FROM " + table)
                    .map(row -> row.get(0, Long.class))
                    .one()
                    .block();
            return rows == null ? -1 : rows;
        }

        List<String> export(long from) {
            List<String> lines = entries.export(from).collectList().block();
            return lines == null ? List.of() : lines;
        }

        PostgresCheckpoints checkpoints(CheckpointKey key) {
            return new PostgresCheckpoints(
                    database, entries, key, CheckpointKeys.of(key.publicPem()), Clock.systemUTC());
        }

        /** What the verifier says of the log as it is. */
        String verdict(Checkpoint... kept) {
            byte[] export = String.join("\n", export(1)).getBytes(StandardCharsets.UTF_8);
            try {
                ExportCheck check = new ExportCheck(new ByteArrayInputStream(export), "export", List.of(kept), null);
                return switch (check.verdict()) {
                    case ExportCheck.Fails(var fault) -> fault.toString();
                    case ExportCheck.Holds holds -> "holds to " + holds.to();
                };
            } catch (BadInput | IOException e) {
                throw new AssertionError(e);
            }
        }
    }

    Instance instance() {
        ConnectionPool pool = new ConnectionPool(ConnectionPoolConfiguration.builder(
                        ConnectionFactories.get(ConnectionFactoryOptions.builder()
                                .option(DRIVER, "postgresql")
                                .option(HOST, setting("host"))
                                .option(PORT, Integer.valueOf(setting("port")))
                                .option(DATABASE, setting("database"))
                                .option(USER, setting("user"))
                                .option(PASSWORD, setting("password"))
                                .build()))
                .maxSize(8)
                .build());
        DatabaseClient database = DatabaseClient.create(pool);
        R2dbcTransactionManager transactions = new R2dbcTransactionManager(pool);
        Instance instance = new Instance(
                pool,
                database,
                TransactionalOperator.create(transactions),
                new PostgresAuditLog(database, transactions),
                new PostgresAuditEntries(database));
        instances.add(instance);
        return instance;
    }

    /** As the owner of the tables. */
    void change(String... statements) {
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /** As a superuser who puts the triggers out of the way and back. */
    void tamper(String... statements) {
        List<String> all = new ArrayList<>();
        for (String table : List.of("audit_entry", "audit_head", "audit_checkpoint")) {
            all.add("ALTER TABLE " + table + " DISABLE TRIGGER USER");
        }
        all.addAll(List.of(statements));
        for (String table : List.of("audit_entry", "audit_head", "audit_checkpoint")) {
            all.add("ALTER TABLE " + table + " ENABLE TRIGGER USER");
        }
        change(all.toArray(String[]::new));
    }

    Connection connection() throws SQLException {
        return DriverManager.getConnection(jdbcUrl(), setting("user"), setting("password"));
    }

    String jdbcUrl() {
        return "jdbc:postgresql://" + setting("host") + ":" + setting("port") + "/" + setting("database");
    }

    String setting(String name) {
        return String.valueOf(settings.get("shuqiao.postgres." + name));
    }

    @Override
    public void close() {
        instances.forEach(instance -> instance.pool().dispose());
    }
}
