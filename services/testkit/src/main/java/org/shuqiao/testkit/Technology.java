package org.shuqiao.testkit;

import java.util.List;

/** A technology that lives only in types named after it (the prefix of their names). */
public enum Technology {
    POSTGRES("Postgres", "org.springframework.r2dbc..", "io.r2dbc.."),
    KAFKA("Kafka", "org.springframework.kafka..", "org.apache.kafka.."),
    REDIS("Redis", "org.springframework.data.redis..", "io.lettuce.."),
    ELASTICSEARCH("Elastic", "org.springframework.data.elasticsearch..", "co.elastic.clients..");

    private final String prefix;
    private final String first;
    private final String second;

    Technology(String prefix, String first, String second) {
        this.prefix = prefix;
        this.first = first;
        this.second = second;
    }

    String prefix() {
        return prefix;
    }

    List<String> packages() {
        return List.of(first, second);
    }
}
