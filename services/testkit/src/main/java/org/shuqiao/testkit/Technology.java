package org.shuqiao.testkit;

import java.util.List;

/** A technology that lives only in types named after it (the prefix of their names). */
public enum Technology {
    POSTGRES("Postgres", "org.springframework.r2dbc..", "io.r2dbc.."),
    KAFKA("Kafka", "org.springframework.kafka..", "org.apache.kafka.."),
    REDIS("Redis", "org.springframework.data.redis..", "io.lettuce.."),
    ELASTICSEARCH("Elastic", "org.springframework.data.elasticsearch..", "co.elastic.clients..");

    private final String prefix;
    private final List<String> packages;

    Technology(String prefix, String... packages) {
        this.prefix = prefix;
        this.packages = List.of(packages);
    }

    String prefix() {
        return prefix;
    }

    String[] packages() {
        return packages.toArray(String[]::new);
    }
}
