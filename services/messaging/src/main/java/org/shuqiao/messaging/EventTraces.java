package org.shuqiao.messaging;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.ReceiverContext;
import io.micrometer.observation.transport.SenderContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Takes a trace from the transaction that appended an event to those who handle it, by way of outbox and Kafka. What
 * travels is a {@code traceparent} (W3C Trace Context, section 3.2), on Kafka as the CloudEvents extension of that name.
 */
final class EventTraces {
    private static final String TRACE_PARENT = "traceparent";

    private final ObservationRegistry observations;

    EventTraces(ObservationRegistry observations) {
        this.observations = observations;
    }

    /** What to keep with events that are appended now; empty where nobody traces. */
    Mono<Optional<String>> appending() {
        return Mono.deferContextual(context -> Mono.just(Optional.ofNullable(
                appendedIn(context.<@Nullable Observation>getOrDefault(ObservationThreadLocalAccessor.KEY, null)))));
    }

    /**
     * Runs the handling of a batch as a part of every trace its events come from. On this thread, and in what it
     * subscribes to, the first of them is the current one.
     */
    void handling(String topic, Collection<String> traceParents, Runnable handling) {
        List<Observation> parts = new ArrayList<>();
        for (String traceParent : new LinkedHashSet<>(traceParents)) {
            parts.add(handlingOf(topic, traceParent));
        }
        if (parts.isEmpty()) {
            parts.add(handlingOf(topic, null));
        }
        try (Observation.Scope _ = parts.getFirst().openScope()) {
            handling.run();
        } catch (RuntimeException e) {
            parts.forEach(part -> part.error(e));
            throw e;
        } finally {
            parts.forEach(Observation::stop);
        }
    }

    private @Nullable String appendedIn(@Nullable Observation parent) {
        Map<String, String> carrier = new HashMap<>();
        SenderContext<Map<String, String>> context =
                new SenderContext<>((map, key, value) -> carrier.put(key, value), Kind.PRODUCER);
        context.setCarrier(carrier);
        Observation.createNotStarted("event.append", () -> context, observations)
                .parentObservation(parent)
                .start()
                .stop();
        return carrier.get(TRACE_PARENT);
    }

    private Observation handlingOf(String topic, @Nullable String traceParent) {
        ReceiverContext<Map<String, String>> context = new ReceiverContext<>(Map::get, Kind.CONSUMER);
        context.setCarrier(traceParent == null ? Map.of() : Map.of(TRACE_PARENT, traceParent));
        return Observation.createNotStarted("event.handle", () -> context, observations)
                .contextualName("handle " + topic)
                .lowCardinalityKeyValue("topic", topic)
                .start();
    }
}
