package org.shuqiao.local.server;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/**
 * Where the servers listen. Parts of servers that were not asked for name ports nobody listens on.
 *
 * @param elasticsearchUri e.g. {@code http://127.0.0.1:19200}
 * @param kafkaBootstrap e.g. {@code 127.0.0.1:19092}
 */
public record ServerAddresses(
        String elasticsearchUri,
        String kafkaBootstrap,
        String postgresHost,
        int postgresPort,
        String postgresUser,
        String postgresPassword,
        String redisHost,
        int redisPort) {

    /**
     * Creates a database unless it is there.
     *
     * @param name letters, digits, underscore and hyphen
     * @throws SQLException when the server refuses
     */
    public void createDatabase(String name) throws SQLException {
        if (!name.matches("[A-Za-z0-9_-]{1,63}")) {
            throw new IllegalArgumentException(
                    "expected a database name of letters, digits, '_' and '-', got '" + name + "'");
        }
        try (Connection connection = connect("postgres");
                PreparedStatement exists = connection.prepareStatement("select 1 from pg_database where datname = ?")) {
            exists.setString(1, name);
            try (ResultSet found = exists.executeQuery()) {
                if (found.next()) {
                    return;
                }
            }
            try (Statement create = connection.createStatement()) {
                create.execute("create database \"" + name + "\"");
            }
        }
    }

    /** A JDBC connection to one database. */
    public Connection connect(String database) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", postgresUser);
        properties.setProperty("password", postgresPassword);
        properties.setProperty("connectTimeout", "5");
        return DriverManager.getConnection(
                "jdbc:postgresql://" + postgresHost + ":" + postgresPort + "/" + database, properties);
    }

    /** The variables every service reads, but for its own port and database. */
    public Map<String, String> environment() {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("SPRING_ELASTICSEARCH_URIS", elasticsearchUri);
        environment.put("SPRING_KAFKA_BOOTSTRAP_SERVERS", kafkaBootstrap);
        environment.put("SHUQIAO_POSTGRES_HOST", postgresHost);
        environment.put("SHUQIAO_POSTGRES_PORT", Integer.toString(postgresPort));
        environment.put("SHUQIAO_POSTGRES_USER", postgresUser);
        environment.put("SHUQIAO_POSTGRES_PASSWORD", postgresPassword);
        environment.put("SPRING_DATA_REDIS_HOST", redisHost);
        environment.put("SPRING_DATA_REDIS_PORT", Integer.toString(redisPort));
        return environment;
    }
}
