package org.shuqiao.web;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.reactive.TransactionalOperator;
import tools.jackson.databind.json.JsonMapper;

/** Gives a WebFlux service with PostgreSQL idempotency keys, and says 503 when the database is down. */
@AutoConfiguration(
        after = WebAutoConfiguration.class,
        afterName = {
            "org.springframework.boot.r2dbc.autoconfigure.R2dbcTransactionManagerAutoConfiguration",
            "org.springframework.boot.data.r2dbc.autoconfigure.DataR2dbcAutoConfiguration"
        })
@ConditionalOnClass({DatabaseClient.class, ReactiveTransactionManager.class})
@ConditionalOnBean({DatabaseClient.class, ReactiveTransactionManager.class, WebSettings.class})
class PostgresWebAutoConfiguration {

    /** Asked before a service's own sources, which may take any outage for that of their technology. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    PostgresOutage postgresOutage() {
        return new PostgresOutage();
    }

    @Bean
    IdempotencyKeys idempotencyKeys(
            DatabaseClient database, ReactiveTransactionManager transactions, JsonMapper json, WebSettings settings) {
        return new IdempotencyKeys(
                new PostgresAnswers(database, settings.keepAnswers()),
                TransactionalOperator.create(transactions),
                json);
    }
}
