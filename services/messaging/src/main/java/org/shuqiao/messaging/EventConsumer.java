package org.shuqiao.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.BatchListenerFailedException;
import reactor.core.publisher.Mono;

/**
 * Handles batches of records in order, on the consumer's own thread, which it blocks: the one place where a service
 * blocks. When a batch fails it finds the record to blame, so that what came before it is committed and it alone is
 * tried again. An outage blames the first record, since nothing was handled for certain.
 *
 * @param <T> what it reads of a record: an event, or an excerpt of one
 */
public final class EventConsumer<T> {
    private final EventCodec codec;
    private final EventTraces traces;
    private final Duration timeout;
    private final Function<ConsumerRecord<String, byte[]>, T> reader;
    private final Function<List<T>, Mono<Void>> effect;

    EventConsumer(
            EventCodec codec,
            EventTraces traces,
            Duration timeout,
            Function<ConsumerRecord<String, byte[]>, T> reader,
            Function<List<T>, Mono<Void>> effect) {
        this.codec = codec;
        this.traces = traces;
        this.timeout = timeout;
        this.reader = reader;
        this.effect = effect;
    }

    /**
     * Handles all records, or those before the one it blames.
     *
     * @throws BatchListenerFailedException naming the record that could not be handled
     */
    public void handle(List<ConsumerRecord<String, byte[]>> records) {
        List<T> events = new ArrayList<>(records.size());
        @Nullable MalformedEvent malformed = null;
        for (ConsumerRecord<String, byte[]> record : records) {
            try {
                events.add(reader.apply(record));
            } catch (MalformedEvent e) {
                malformed = e;
                break;
            }
        }
        handleRead(events, records);
        if (malformed != null) {
            throw new BatchListenerFailedException("malformed event", malformed, records.get(events.size()));
        }
    }

    /**
     * Handles all records that can be read and passes over the others: for one who hears a topic beside another consumer of
     * the service, which makes dead letters of what is malformed.
     *
     * @throws BatchListenerFailedException naming the record that could not be handled
     */
    public void handleReadable(List<ConsumerRecord<String, byte[]>> records) {
        List<T> events = new ArrayList<>(records.size());
        List<ConsumerRecord<String, byte[]>> readable = new ArrayList<>(records.size());
        for (ConsumerRecord<String, byte[]> record : records) {
            try {
                events.add(reader.apply(record));
                readable.add(record);
            } catch (MalformedEvent _) {
                // another's dead letter
            }
        }
        handleRead(events, readable);
    }

    private void handleRead(List<T> events, List<ConsumerRecord<String, byte[]>> records) {
        if (events.isEmpty()) {
            return;
        }
        try {
            run(events, records.subList(0, events.size()));
        } catch (RuntimeException e) {
            if (Outage.isOutage(e) || events.size() == 1) {
                throw new BatchListenerFailedException("event not handled", e, records.getFirst());
            }
            handleOneByOne(events, records);
        }
    }

    private void handleOneByOne(List<T> events, List<ConsumerRecord<String, byte[]>> records) {
        for (int i = 0; i < events.size(); i++) {
            try {
                run(List.of(events.get(i)), records.subList(i, i + 1));
            } catch (RuntimeException e) {
                throw new BatchListenerFailedException("event not handled", e, records.get(i));
            }
        }
    }

    private void run(List<T> events, List<ConsumerRecord<String, byte[]>> records) {
        List<String> traceParents = records.stream()
                .flatMap(record -> codec.traceParent(record).stream())
                .toList();
        traces.handling(
                records.getFirst().topic(),
                traceParents,
                () -> effect.apply(events).timeout(timeout).block());
    }
}
