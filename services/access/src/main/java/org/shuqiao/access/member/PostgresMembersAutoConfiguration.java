package org.shuqiao.access.member;

import org.shuqiao.access.Memberships;
import org.shuqiao.messaging.EventConsumers;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.r2dbc.core.DatabaseClient;

/** Gives a service with PostgreSQL its view of the memberships, unless it knows them itself. */
@AutoConfiguration(
        afterName = {
            "org.shuqiao.messaging.MessagingAutoConfiguration",
            "org.springframework.boot.data.r2dbc.autoconfigure.DataR2dbcAutoConfiguration",
            "org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration"
        })
@ConditionalOnClass(DatabaseClient.class)
@ConditionalOnBean(DatabaseClient.class)
@ConditionalOnMissingBean(Memberships.class)
class PostgresMembersAutoConfiguration {
    @Bean
    PostgresMembers postgresMembers(DatabaseClient database) {
        return new PostgresMembers(database);
    }

    @Bean
    KafkaMemberEvents kafkaMemberEvents(EventConsumers consumers, PostgresMembers members) {
        return new KafkaMemberEvents(consumers, members);
    }
}
