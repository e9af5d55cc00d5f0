package org.shuqiao.messaging;

import java.util.List;
import java.util.function.Function;
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
        return new EventConsumer<>(codec, traces, settings.handlingTimeout(), family, effect);
    }
}
