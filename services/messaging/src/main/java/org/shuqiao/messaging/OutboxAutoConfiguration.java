package org.shuqiao.messaging;

import io.r2dbc.spi.ConnectionFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.reactive.TransactionalOperator;

/** What a service with a database needs besides: outbox, relay, inbox. */
@AutoConfiguration(
        after = MessagingAutoConfiguration.class,
        afterName = {
            "org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration",
            "org.springframework.boot.data.r2dbc.autoconfigure.DataR2dbcAutoConfiguration",
            "org.springframework.boot.r2dbc.autoconfigure.R2dbcTransactionManagerAutoConfiguration"
        })
@ConditionalOnClass({ConnectionFactory.class, DatabaseClient.class})
@ConditionalOnBean(ConnectionFactory.class)
class OutboxAutoConfiguration {
    @Bean
    RelayNudge relayNudge() {
        return new RelayNudge();
    }

    @Bean
    Outbox outbox(DatabaseClient database, EventCodec codec, EventTraces traces, RelayNudge nudge) {
        return new PostgresOutbox(database, codec, traces, nudge);
    }

    @Bean
    PostgresInbox inbox(DatabaseClient database, ReactiveTransactionManager transactions) {
        return new PostgresInbox(database, TransactionalOperator.create(transactions));
    }

    @Bean
    InboxPruning inboxPruning(PostgresInbox inbox, MessagingSettings settings) {
        return new InboxPruning(inbox, settings.inboxRetention());
    }

    @Bean
    @ConditionalOnProperty(name = "shuqiao.messaging.relay.enabled", matchIfMissing = true)
    Relay relay(
            DatabaseClient database,
            ReactiveTransactionManager transactions,
            KafkaTemplate<String, byte[]> kafka,
            KafkaAdmin admin,
            EventCodec codec,
            Topics topics,
            RelayNudge nudge,
            MessagingSettings settings) {
        return new Relay(
                database,
                TransactionalOperator.create(transactions),
                kafka,
                admin,
                codec,
                topics,
                nudge,
                settings.relay());
    }
}
