package org.shuqiao.identity;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.shuqiao.identity.secret.MasterKey;
import org.shuqiao.identity.secret.Sealer;
import org.shuqiao.testkit.TestServers;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A database for one test class, with the tables of the service and no service on it. */
public final class TestDatabase {
    private final HikariDataSource source = new HikariDataSource();

    public TestDatabase() {
        Map<String, String> settings = TestServers.settings("identity");
        source.setJdbcUrl("jdbc:postgresql://%s:%s/%s"
                .formatted(
                        settings.get("shuqiao.postgres.host"),
                        settings.get("shuqiao.postgres.port"),
                        settings.get("shuqiao.postgres.database")));
        source.setUsername(settings.get("shuqiao.postgres.user"));
        source.setPassword(settings.get("shuqiao.postgres.password"));
        source.setMaximumPoolSize(8);
        source.setMinimumIdle(0);
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/identity")
                .load()
                .migrate();
    }

    public JdbcTemplate jdbc() {
        return new JdbcTemplate(source);
    }

    public JdbcClient client() {
        return JdbcClient.create(source);
    }

    public TransactionTemplate transaction() {
        return new TransactionTemplate(new JdbcTransactionManager(source));
    }

    /** A seal with the same key for all tests. */
    public static Sealer sealer() {
        return new Sealer(MasterKey.of(Base64.getEncoder().encodeToString(new byte[32]), null));
    }

    /** Settings with the values given and the defaults else; names are without {@code shuqiao.identity.} */
    public static IdentitySettings settings(Map<String, String> given) {
        Map<String, String> named = new HashMap<>();
        given.forEach((name, value) -> named.put("shuqiao.identity." + name, value));
        return new Binder(new MapConfigurationPropertySource(named))
                .bindOrCreate("shuqiao.identity", IdentitySettings.class);
    }
}
