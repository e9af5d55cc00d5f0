package org.shuqiao.local.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shuqiao.local.process.Leash;
import org.shuqiao.local.process.LeashedProcess;
import org.shuqiao.local.process.StartFailure;

/** One Kafka broker that is its own controller (KRaft). */
final class KafkaServer {

    private KafkaServer() {}

    static LeashedProcess start(Settings settings, Programs programs, Leash leash)
            throws StartFailure, IOException, InterruptedException {
        String classPath = programs.kafkaClassPath();
        Path folder = Files.createDirectories(settings.data().resolve("kafka"));
        Path properties = folder.resolve("server.properties");
        Files.writeString(properties, properties(settings.ports(), folder.resolve("data")));
        String java = settings.javaHome().resolve("bin/java").toString();
        if (!Files.exists(folder.resolve("data/meta.properties"))) {
            format(java, classPath, properties, leash);
        }
        LeashedProcess process = leash.start(
                "kafka",
                List.of(
                        java,
                        "-Xmx" + settings.kafkaHeap(),
                        "-XX:+UseSerialGC",
                        "-Dorg.slf4j.simpleLogger.showDateTime=true",
                        "-Dorg.slf4j.simpleLogger.log.org.apache.kafka.common.config=warn",
                        "-cp",
                        classPath,
                        "kafka.Kafka",
                        properties.toString()),
                Map.of(),
                Leash.Ending.TERM);
        try {
            process.awaitReady(
                    Duration.ofMinutes(2),
                    () -> Files.readString(process.log(), StandardCharsets.ISO_8859_1)
                            .contains("Kafka Server started"));
            return process;
        } catch (StartFailure | InterruptedException | RuntimeException e) {
            process.close();
            throw e;
        }
    }

    private static void format(String java, String classPath, Path properties, Leash leash)
            throws StartFailure, InterruptedException {
        try (LeashedProcess format = leash.start(
                "kafka-format",
                List.of(
                        java,
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath,
                        "kafka.tools.StorageTool",
                        "format",
                        "-t",
                        clusterId(),
                        "-c",
                        properties.toString()),
                Map.of(),
                Leash.Ending.TERM)) {
            int code = format.awaitExit(Duration.ofMinutes(2));
            if (code != 0) {
                throw format.failure("ended with exit code " + code);
            }
        }
    }

    /** A UUID as Kafka writes it: 22 characters of base 64, none of them a hyphen at the front. */
    private static String clusterId() {
        while (true) {
            UUID uuid = UUID.randomUUID();
            byte[] bytes = ByteBuffer.allocate(16)
                    .putLong(uuid.getMostSignificantBits())
                    .putLong(uuid.getLeastSignificantBits())
                    .array();
            String text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            if (!text.startsWith("-")) {
                return text;
            }
        }
    }

    private static String properties(Ports ports, Path data) {
        return """
               process.roles=broker,controller
               node.id=1
               controller.quorum.voters=1@127.0.0.1:%2$d
               listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
               advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
               controller.listener.names=CONTROLLER
               listener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT
               log.dirs=%3$s
               offsets.topic.replication.factor=1
               offsets.topic.num.partitions=4
               transaction.state.log.replication.factor=1
               transaction.state.log.min.isr=1
               transaction.state.log.num.partitions=4
               share.coordinator.state.topic.replication.factor=1
               share.coordinator.state.topic.min.isr=1
               share.coordinator.state.topic.num.partitions=1
               group.initial.rebalance.delay.ms=0
               auto.create.topics.enable=false
               """.formatted(ports.kafka(), ports.kafkaController(), data);
    }
}
