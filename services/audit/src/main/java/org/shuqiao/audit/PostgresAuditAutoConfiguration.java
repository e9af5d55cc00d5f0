package org.shuqiao.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.shuqiao.audit.chain.CheckpointKey;
import org.shuqiao.audit.chain.CheckpointKeys;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.ReactiveTransactionManager;

/** Gives a service with PostgreSQL its audit log. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.r2dbc.autoconfigure.R2dbcTransactionManagerAutoConfiguration",
            "org.springframework.boot.data.r2dbc.autoconfigure.DataR2dbcAutoConfiguration"
        })
@ConditionalOnBean({DatabaseClient.class, ReactiveTransactionManager.class})
@EnableConfigurationProperties(AuditSettings.class)
class PostgresAuditAutoConfiguration {
    @Bean
    AuditLog auditLog(DatabaseClient database, ReactiveTransactionManager transactions) {
        return new PostgresAuditLog(database, transactions);
    }

    @Bean
    PostgresAuditEntries auditEntries(DatabaseClient database) {
        return new PostgresAuditEntries(database);
    }

    /** Where there is a key. */
    static final class KeyGiven extends AnyNestedCondition {
        KeyGiven() {
            super(ConfigurationPhase.REGISTER_BEAN);
        }

        @ConditionalOnProperty("shuqiao.audit.checkpoint-key")
        static final class InEnvironment {}

        @ConditionalOnProperty("shuqiao.audit.checkpoint-key-file")
        static final class InFile {}
    }

    @Bean
    @Conditional(KeyGiven.class)
    CheckpointKey checkpointKey(AuditSettings settings) throws IOException {
        Path file = settings.checkpointKeyFile();
        String pem = settings.checkpointKey();
        if (pem == null) {
            pem = file == null ? "" : Files.readString(file);
        }
        CheckpointKey key = CheckpointKey.of(pem);
        LoggerFactory.getLogger(Checkpointing.class).info("Audit checkpoints are signed by key {}", key.id());
        return key;
    }

    @Bean
    @Conditional(KeyGiven.class)
    PostgresCheckpoints checkpoints(
            DatabaseClient database, PostgresAuditEntries entries, CheckpointKey key, AuditSettings settings)
            throws IOException {
        Path earlier = settings.earlierKeysFile();
        String keys = key.publicPem() + (earlier == null ? "" : Files.readString(earlier));
        return new PostgresCheckpoints(database, entries, key, CheckpointKeys.of(keys), Clock.systemUTC());
    }

    @Bean
    @Conditional(KeyGiven.class)
    Checkpointing checkpointing(PostgresCheckpoints checkpoints, AuditSettings settings) {
        return new Checkpointing(checkpoints, settings.checkpointInterval());
    }
}
