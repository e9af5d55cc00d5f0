package org.shuqiao.testkit;

import java.time.Duration;
import java.util.List;
import org.shuqiao.local.server.ServerAddresses;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.ImageFromDockerfile;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.lifecycle.Startables;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** The servers as containers of the official images, the same versions as in {@code deploy/compose}. */
final class DockerServers implements AutoCloseable {
    private static final int ELASTICSEARCH_PORT = 9200;
    private static final int REDIS_PORT = 6379;

    private final GenericContainer<?> elasticsearch;
    private final KafkaContainer kafka;
    private final PostgreSQLContainer postgres;
    private final GenericContainer<?> redis;

    private DockerServers(
            GenericContainer<?> elasticsearch,
            KafkaContainer kafka,
            PostgreSQLContainer postgres,
            GenericContainer<?> redis) {
        this.elasticsearch = elasticsearch;
        this.kafka = kafka;
        this.postgres = postgres;
        this.redis = redis;
    }

    static DockerServers start() {
        ImageFromDockerfile withChinese = new ImageFromDockerfile()
                .withDockerfileFromBuilder(image -> image.from("elasticsearch:9.4.3")
                        .run("bin/elasticsearch-plugin install --batch analysis-smartcn")
                        .build());
        DockerServers servers = new DockerServers(
                new GenericContainer<>(withChinese)
                        .withEnv("discovery.type", "single-node")
                        .withEnv("xpack.security.enabled", "false")
                        .withEnv("ES_JAVA_OPTS", "-Xms512m -Xmx512m")
                        .withExposedPorts(ELASTICSEARCH_PORT)
                        .waitingFor(Wait.forHttp("/_cluster/health").withStartupTimeout(Duration.ofMinutes(2))),
                new KafkaContainer("apache/kafka:4.2.0").withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false"),
                new PostgreSQLContainer("postgres:18"),
                new GenericContainer<>("redis:7").withExposedPorts(REDIS_PORT));
        Startables.deepStart(List.of(servers.elasticsearch, servers.kafka, servers.postgres, servers.redis))
                .join();
        return servers;
    }

    ServerAddresses addresses() {
        return new ServerAddresses(
                "http://" + elasticsearch.getHost() + ":" + elasticsearch.getMappedPort(ELASTICSEARCH_PORT),
                kafka.getBootstrapServers(),
                postgres.getHost(),
                postgres.getFirstMappedPort(),
                postgres.getUsername(),
                postgres.getPassword(),
                redis.getHost(),
                redis.getMappedPort(REDIS_PORT));
    }

    @Override
    public void close() {
        elasticsearch.close();
        kafka.close();
        postgres.close();
        redis.close();
    }
}
