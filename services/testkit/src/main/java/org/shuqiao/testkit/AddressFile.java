package org.shuqiao.testkit;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.shuqiao.local.server.ServerAddresses;

/** The addresses of the servers of one build, in a file that its test processes share. */
final class AddressFile {
    private AddressFile() {}

    /** What the file says; null while there is none. */
    static @Nullable ServerAddresses read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return null;
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return new ServerAddresses(
                properties.getProperty("elasticsearch"),
                properties.getProperty("kafka"),
                properties.getProperty("postgres.host"),
                Integer.parseInt(properties.getProperty("postgres.port")),
                properties.getProperty("postgres.user"),
                properties.getProperty("postgres.password"),
                properties.getProperty("redis.host"),
                Integer.parseInt(properties.getProperty("redis.port")));
    }

    /** Writes the file at once, so that no reader sees half of it. */
    static void write(Path file, ServerAddresses addresses) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("elasticsearch", addresses.elasticsearchUri());
        properties.setProperty("kafka", addresses.kafkaBootstrap());
        properties.setProperty("postgres.host", addresses.postgresHost());
        properties.setProperty("postgres.port", Integer.toString(addresses.postgresPort()));
        properties.setProperty("postgres.user", addresses.postgresUser());
        properties.setProperty("postgres.password", addresses.postgresPassword());
        properties.setProperty("redis.host", addresses.redisHost());
        properties.setProperty("redis.port", Integer.toString(addresses.redisPort()));
        Path written = file.resolveSibling("addresses.tmp");
        try (Writer writer = Files.newBufferedWriter(written)) {
            properties.store(writer, null);
        }
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The servers named in the environment, null unless all four are; the variables are those a service reads. */
    static @Nullable ServerAddresses fromEnvironment(Map<String, String> environment) {
        String elasticsearch = environment.get("SPRING_ELASTICSEARCH_URIS");
        String kafka = environment.get("SPRING_KAFKA_BOOTSTRAP_SERVERS");
        String postgres = environment.get("SHUQIAO_POSTGRES_HOST");
        String redis = environment.get("SPRING_DATA_REDIS_HOST");
        if (elasticsearch == null || kafka == null || postgres == null || redis == null) {
            return null;
        }
        return new ServerAddresses(
                elasticsearch,
                kafka,
                postgres,
                Integer.parseInt(environment.getOrDefault("SHUQIAO_POSTGRES_PORT", "5432")),
                environment.getOrDefault("SHUQIAO_POSTGRES_USER", "postgres"),
                environment.getOrDefault("SHUQIAO_POSTGRES_PASSWORD", "postgres"),
                redis,
                Integer.parseInt(environment.getOrDefault("SPRING_DATA_REDIS_PORT", "6379")));
    }
}
