package org.shuqiao.messaging;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.AdminClient;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer.HeaderNames.HeadersToAdd;
import org.springframework.kafka.support.KafkaHeaders;

/**
 * The events this service could not handle: one topic per topic it listens to, {@code <topic>.<group>.dlt}, with the
 * reason in the headers. Replaying sends them to their topic again, as they were; every consumer knows events it has
 * handled, so only the one that failed has work. Blocks: for consumer threads and the management endpoint.
 */
final class DeadLetters {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String REPLAY_GROUP = ".replay";

    private final KafkaTemplate<String, byte[]> template;
    private final KafkaAdmin admin;
    private final Topics topics;
    private final ConsumerSettings consumers;
    private final String group;

    DeadLetters(
            KafkaTemplate<String, byte[]> template,
            KafkaAdmin admin,
            Topics topics,
            ConsumerSettings consumers,
            String group) {
        this.template = template;
        this.admin = admin;
        this.topics = topics;
        this.consumers = consumers;
        this.group = group;
    }

    /** Sends a record that was given up to its dead-letter topic, which it creates if need be. */
    DeadLetterPublishingRecoverer recoverer() {
        DeadLetterPublishingRecoverer recoverer = new DeadLetterPublishingRecoverer(template, (record, error) -> {
            String topic = Topics.deadLetters(record.topic(), group);
            admin.createOrModifyTopics(TopicBuilder.name(topic).partitions(1).build());
            return new TopicPartition(topic, 0);
        });
        recoverer.setFailIfSendResultIsError(true);
        recoverer.excludeHeader(HeadersToAdd.EX_STACKTRACE);
        return recoverer;
    }

    /** How many events wait in each dead-letter topic of this service. */
    SortedMap<String, Long> waiting() {
        SortedMap<String, Long> waiting = new TreeMap<>();
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            for (TopicPartition partition : partitions()) {
                waiting.put(partition.topic(), end(consumer, partition) - position(consumer, partition));
            }
        }
        return waiting;
    }

    /**
     * Sends what waits in a dead-letter topic to its topic again.
     *
     * @param topic the dead-letter topic; one that is not this service's is refused
     * @return how many events were sent
     */
    long replay(String topic) {
        TopicPartition partition = new TopicPartition(topic, 0);
        if (!partitions().contains(partition)) {
            throw new IllegalArgumentException(
                    "topic: expected one of " + waiting().keySet() + ", got " + topic);
        }
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            consumer.assign(List.of(partition));
            long end = end(consumer, partition);
            long next = position(consumer, partition);
            consumer.seek(partition, next);
            long sent = 0;
            while (next < end) {
                ConsumerRecords<String, byte[]> records = consumer.poll(PATIENCE);
                if (records.isEmpty()) {
                    break;
                }
                sent += send(records);
                next = consumer.position(partition);
                consumer.commitSync(Map.of(partition, new OffsetAndMetadata(next)));
            }
            return sent;
        }
    }

    private int send(ConsumerRecords<String, byte[]> records) {
        List<CompletableFuture<?>> sends = new ArrayList<>(records.count());
        for (ConsumerRecord<String, byte[]> dead : records) {
            sends.add(template.send(new ProducerRecord<>(
                    originalTopic(dead), null, dead.key(), dead.value(), original(dead.headers()))));
        }
        await(CompletableFuture.allOf(sends.toArray(CompletableFuture<?>[]::new)));
        return sends.size();
    }

    private String originalTopic(ConsumerRecord<String, byte[]> dead) {
        Header header = dead.headers().lastHeader(KafkaHeaders.DLT_ORIGINAL_TOPIC);
        return header == null
                ? dead.topic()
                        .substring(
                                0,
                                dead.topic().length()
                                        - Topics.deadLetters("", group).length())
                : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static Headers original(Headers headers) {
        RecordHeaders kept = new RecordHeaders();
        for (Header header : headers) {
            if (!header.key().startsWith("kafka_dlt-")) {
                kept.add(header);
            }
        }
        return kept;
    }

    private Collection<TopicPartition> partitions() {
        try (AdminClient client = AdminClient.create(admin.getConfigurationProperties())) {
            List<TopicPartition> partitions = new ArrayList<>();
            for (String name :
                    await(client.listTopics().names().toCompletionStage().toCompletableFuture())) {
                if (topics.isDeadLettersOf(name, group)) {
                    partitions.add(new TopicPartition(name, 0));
                }
            }
            return partitions;
        }
    }

    private static long end(KafkaConsumer<String, byte[]> consumer, TopicPartition partition) {
        return consumer.endOffsets(List.of(partition), PATIENCE).getOrDefault(partition, 0L);
    }

    private static long position(KafkaConsumer<String, byte[]> consumer, TopicPartition partition) {
        OffsetAndMetadata committed =
                consumer.committed(Set.of(partition), PATIENCE).get(partition);
        return committed == null
                ? consumer.beginningOffsets(List.of(partition), PATIENCE).getOrDefault(partition, 0L)
                : committed.offset();
    }

    private KafkaConsumer<String, byte[]> consumer() {
        Map<String, Object> config = new HashMap<>(consumers.config());
        config.put(ConsumerConfig.GROUP_ID_CONFIG, group + REPLAY_GROUP);
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 500);
        return new KafkaConsumer<>(config);
    }

    private static <T> T await(CompletableFuture<T> future) {
        try {
            return future.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Outage("interrupted while waiting for Kafka", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new Outage("Kafka did not answer", e);
        }
    }
}
