package org.shuqiao.search.rebuild;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.shuqiao.contracts.event.Event;
import org.shuqiao.contracts.event.EventType;
import org.shuqiao.messaging.EventCodec;
import org.shuqiao.messaging.MalformedEvent;
import org.shuqiao.messaging.Outage;

/**
 * What was appended to all topics since it was opened, read by the thread that owns it and without a consumer group:
 * what it reads stays unread for the living indices. Malformed events are passed over; they are dead letters already.
 */
final class KafkaTail implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration DEADLINE = Duration.ofSeconds(20);

    private final KafkaConsumer<String, byte[]> consumer;
    private final EventCodec codec;

    /** Opens it at the present end of every topic. */
    KafkaTail(Map<String, Object> connection, EventCodec codec, String namespace) {
        Map<String, Object> config = new HashMap<>(connection);
        config.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
        config.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1_000);
        config.remove(ConsumerConfig.GROUP_ID_CONFIG);
        this.codec = codec;
        this.consumer = new KafkaConsumer<>(config);
        try {
            List<TopicPartition> partitions = partitions(namespace);
            consumer.assign(partitions);
            ends(partitions).forEach(consumer::seek);
        } catch (RuntimeException e) {
            consumer.close();
            throw e;
        }
    }

    /** How many records follow the last one read. */
    long behind() {
        long behind = 0;
        for (var end : ends(List.copyOf(consumer.assignment())).entrySet()) {
            behind += Math.max(0, end.getValue() - consumer.position(end.getKey(), DEADLINE));
        }
        return behind;
    }

    /** Reads at least up to the ends as of now, handing on batches in the order of each partition. */
    void readOn(Consumer<List<Event>> batch, Instant until) {
        Map<TopicPartition, Long> ends = ends(List.copyOf(consumer.assignment()));
        while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey(), DEADLINE) < e.getValue())) {
            if (Instant.now().isAfter(until)) {
                throw new Outage("the topics were not read to their ends in time", null);
            }
            ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
            List<Event> events = new ArrayList<>();
            for (ConsumerRecord<String, byte[]> record : records) {
                try {
                    events.add(codec.event(record));
                } catch (MalformedEvent e) {
                    continue;
                }
            }
            if (!events.isEmpty()) {
                batch.accept(events);
            }
        }
    }

    @Override
    public void close() {
        consumer.close();
    }

    private List<TopicPartition> partitions(String namespace) {
        List<TopicPartition> partitions = new ArrayList<>();
        for (String topic : List.of(EventType.ORGANIZATIONS, EventType.OFFERS, EventType.DEMANDS)) {
            consumer.partitionsFor(namespace + topic, DEADLINE)
                    .forEach(p -> partitions.add(new TopicPartition(p.topic(), p.partition())));
        }
        return partitions;
    }

    private Map<TopicPartition, Long> ends(List<TopicPartition> partitions) {
        return consumer.endOffsets(partitions, DEADLINE);
    }
}
