package org.shuqiao.local.server;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.shuqiao.local.LocalFolder;

/**
 * What to start and where.
 *
 * @param root the clone's top folder; {@code deploy/local} must have been built
 * @param data folder of the servers' data and logs; kept when they end
 * @param javaHome a JDK, 25 or later, that Elasticsearch and Kafka run on
 * @param elasticsearchHeap size as {@code -Xmx} takes it
 * @param kafkaHeap size as {@code -Xmx} takes it
 */
public record Settings(
        Path root,
        Path data,
        Ports ports,
        Set<Server> servers,
        Path javaHome,
        String elasticsearchHeap,
        String kafkaHeap) {

    public Settings {
        root = root.toAbsolutePath().normalize();
        data = data.toAbsolutePath().normalize();
        servers = Set.copyOf(servers);
    }

    /** All four servers on free ports, this JVM's JDK, 512 MB heap for Elasticsearch and 384 MB for Kafka. */
    public static Settings of(Path root, Path data) {
        return new Settings(
                root,
                data,
                Ports.free(),
                EnumSet.allOf(Server.class),
                Path.of(System.getProperty("java.home")),
                "512m",
                "384m");
    }

    /**
     * The same with the data in {@code <local folder>/<name>}, where root's servers may write.
     *
     * @param name one path element, e.g. {@code test}
     */
    public static Settings named(Path root, String name) {
        return of(root, LocalFolder.of(root).path().resolve(name));
    }

    public Settings withPorts(Ports other) {
        return new Settings(root, data, other, servers, javaHome, elasticsearchHeap, kafkaHeap);
    }

    public Settings withServers(Set<Server> others) {
        return new Settings(root, data, ports, others, javaHome, elasticsearchHeap, kafkaHeap);
    }

    public Settings withElasticsearchHeap(String heap) {
        return new Settings(root, data, ports, servers, javaHome, heap, kafkaHeap);
    }

    public Settings withKafkaHeap(String heap) {
        return new Settings(root, data, ports, servers, javaHome, elasticsearchHeap, heap);
    }
}
