package org.shuqiao.profile;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.shuqiao.contracts.event.Event;
import org.shuqiao.contracts.event.EventType;
import org.shuqiao.messaging.EventCodec;
import org.shuqiao.testkit.TestServers;

/** What Kafka has been told of organizations. */
public final class Heard {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Heard() {}

    /** The events of an organization, once there are {@code count}; those there are after 30 s otherwise. */
    public static List<Event> of(UUID organization, int count) {
        EventCodec codec = new EventCodec("test");
        List<Event> events = new ArrayList<>();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(Map.of(
                "bootstrap.servers",
                TestServers.addresses().kafkaBootstrap(),
                "group.id",
                "heard-" + UUID.randomUUID(),
                "auto.offset.reset",
                "earliest",
                "key.deserializer",
                StringDeserializer.class,
                "value.deserializer",
                ByteArrayDeserializer.class))) {
            consumer.subscribe(List.of(TestServers.namespace() + EventType.ORGANIZATIONS));
            while (events.size() < count && System.nanoTime() < deadline) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    Event event = codec.event(record);
                    if (event.aggregateId().equals(organization)) {
                        events.add(event);
                    }
                }
            }
        }
        return events;
    }
}
