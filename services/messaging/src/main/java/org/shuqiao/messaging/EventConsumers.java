package org.shuqiao.messaging;

import java.util.List;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.shuqiao.contracts.event.Event;
import reactor.core.publisher.Mono;

/** Makes the consumers of a service, one for each family of events it listens to. */
public final class EventConsumers {
    private final EventCodec codec;
    private final EventTraces traces;
    private final MessagingSettings settings;

    EventConsumers(EventCodec codec, EventTraces traces, MessagingSettings settings) {
        this.codec = codec;
        this.traces = traces;
        this.settings = settings;
    }

    /**
     * A consumer of one topic.
     *
     * @param family of the events on the topic; another one is malformed
     * @param effect handles events in order and must bear being given an event again, alone or in another batch
     */
    public <E extends Event> EventConsumer<E> of(Class<E> family, Function<List<E>, Mono<Void>> effect) {
        return consumer(
                record -> {
                    Event event = codec.event(record);
                    refuseOthers(family, event.getClass());
                    return family.cast(event);
                },
                effect);
    }

    /**
     * A consumer of one topic that needs little of its events.
     *
     * @param family of the events on the topic; another one is malformed
     * @param part what is read of each event's data, a record of the consumer's own
     * @param effect as of the other
     */
    public <P> EventConsumer<Excerpt<P>> of(
            Class<? extends Event> family, Class<P> part, Function<List<Excerpt<P>>, Mono<Void>> effect) {
        return consumer(
                record -> {
                    Excerpt<P> excerpt = codec.excerpt(record, part);
                    refuseOthers(family, excerpt.type());
                    return excerpt;
                },
                effect);
    }

    private <T> EventConsumer<T> consumer(
            Function<ConsumerRecord<String, byte[]>, T> reader, Function<List<T>, Mono<Void>> effect) {
        return new EventConsumer<>(codec, traces, settings.handlingTimeout(), reader, effect);
    }

    private static void refuseOthers(Class<? extends Event> family, Class<? extends Event> type) {
        if (!family.isAssignableFrom(type)) {
            throw new MalformedEvent("an event of another topic: " + type.getSimpleName(), null);
        }
    }
}
