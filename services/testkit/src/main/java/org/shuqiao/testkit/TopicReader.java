package org.shuqiao.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What a topic of this test's namespace has been told since it was created, read from Kafka itself. */
public final class TopicReader {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private TopicReader() {}

    /** The records of an aggregate in their order, once there are {@code count}; those there are after 30 s otherwise. */
    public static List<ConsumerRecord<String, byte[]>> read(String topic, UUID aggregate, int count) {
        return read(topic, record -> aggregate.toString().equals(record.key()), count);
    }

    /** The records that pass, once there are {@code count}; those there are after 30 s otherwise. */
    public static List<ConsumerRecord<String, byte[]>> read(
            String topic, Predicate<ConsumerRecord<String, byte[]>> which, int count) {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(Map.of(
                "bootstrap.servers",
                TestServers.addresses().kafkaBootstrap(),
                "group.id",
                "reader-" + UUID.randomUUID(),
                "auto.offset.reset",
                "earliest",
                "key.deserializer",
                StringDeserializer.class,
                "value.deserializer",
                ByteArrayDeserializer.class))) {
            consumer.subscribe(List.of(TestServers.namespace() + topic));
            while (records.size() < count && System.nanoTime() < deadline) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (which.test(record)) {
                        records.add(record);
                    }
                });
            }
        }
        return records;
    }
}
