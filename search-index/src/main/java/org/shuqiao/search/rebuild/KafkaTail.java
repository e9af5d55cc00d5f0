package org.shuqiao.search.rebuild;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * What was appended to all topics since it was opened, read on a thread of its own and without a consumer group: what it
 * reads stays unread for the living indices. Malformed events are passed over; they are dead letters already.
 */
final class KafkaTail implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration DEADLINE = Duration.ofSeconds(20);
    private static final int MOST = 1_000;

    private final Scheduler thread = Schedulers.newBoundedElastic(1, 1_000, "rebuild-tail", 60, true);
    private final KafkaConsumer<String, byte[]> consumer;
    private final EventCodec codec;
    private final String namespace;

    /** @param connection how Kafka is reached */
    KafkaTail(Map<String, Object> connection, EventCodec codec, String namespace) {
        Map<String, Object> config = new HashMap<>(connection);
        config.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
        config.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MOST);
        config.remove(ConsumerConfig.GROUP_ID_CONFIG);
        this.codec = codec;
        this.namespace = namespace;
        this.consumer = new KafkaConsumer<>(config);
    }

    /** Begins at the present end of every topic. */
    Mono<Void> open() {
        return Mono.<Void>fromRunnable(() -> {
                    List<TopicPartition> partitions = partitions();
                    consumer.assign(partitions);
                    ends(partitions).forEach(consumer::seek);
                })
                .subscribeOn(thread);
    }

    /** How many records follow the last one read. */
    Mono<Long> behind() {
        return Mono.fromCallable(() -> behind(ends(List.copyOf(consumer.assignment()))))
                .subscribeOn(thread);
    }

    /** Batches of events in the order of each partition, at least up to the ends as of now; one is asked for at a time. */
    Flux<List<Event>> upToNow() {
        return Mono.fromCallable(() -> ends(List.copyOf(consumer.assignment())))
                .subscribeOn(thread)
                .flatMapMany(ends -> Mono.fromCallable(this::poll)
                        .subscribeOn(thread)
                        .repeat()
                        .concatMap(
                                batch -> Mono.fromCallable(() -> new Read(batch, behind(ends)))
                                        .subscribeOn(thread),
                                0)
                        .takeUntil(read -> read.behind() == 0)
                        .map(Read::events)
                        .filter(events -> !events.isEmpty()));
    }

    private record Read(List<Event> events, long behind) {}

    @Override
    public void close() {
        thread.schedule(() -> {
            consumer.close();
            thread.dispose();
        });
    }

    private List<Event> poll() {
        ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
        List<Event> events = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            try {
                events.add(codec.event(record));
            } catch (MalformedEvent e) {
                continue;
            }
        }
        return events;
    }

    private long behind(Map<TopicPartition, Long> ends) {
        long behind = 0;
        for (var end : ends.entrySet()) {
            behind += Math.max(0, end.getValue() - consumer.position(end.getKey(), DEADLINE));
        }
        return behind;
    }

    private List<TopicPartition> partitions() {
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
