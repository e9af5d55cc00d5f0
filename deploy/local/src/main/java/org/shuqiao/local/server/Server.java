package org.shuqiao.local.server;

/** The servers there are. */
public enum Server {
    ELASTICSEARCH("Elasticsearch"),
    KAFKA("Kafka"),
    POSTGRES("PostgreSQL"),
    REDIS("Redis");

    private final String title;

    Server(String title) {
        this.title = title;
    }

    /** Its name as people write it. */
    public String title() {
        return title;
    }
}
