package org.shuqiao.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import io.micrometer.observation.transport.ReceiverContext;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shuqiao.testkit.TestServers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

@MessagingTest
class TracesTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry registry) {
        TestServers.register(registry, "messaging");
    }

    @Autowired
    Outbox outbox;

    @Autowired
    ReactiveTransactionManager transactions;

    @Autowired
    ObservationRegistry observations;

    @Autowired
    Tracer tracer;

    @Autowired
    EventTraces traces;

    @Autowired
    MessagingApplication.Listener listener;

    private final Map<UUID, String> traceOf = new ConcurrentHashMap<>();

    @AfterEach
    void noEffect() {
        listener.effect = event -> Mono.empty();
    }

    @Test
    void handlesAnEventInTheTraceItWasAppendedIn() {
        UUID one = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        listener.effect = event -> Mono.fromRunnable(() -> traceOf.put(event.aggregateId(), currentTrace()));
        append(one, "0af7651916cd43dd8448eb211c80319c");
        await().atMost(SOON).until(() -> traceOf.containsKey(one));
        append(other, "1bf7651916cd43dd8448eb211c80319d");
        await().atMost(SOON).until(() -> traceOf.containsKey(other));

        assertThat(traceOf)
                .containsEntry(one, "0af7651916cd43dd8448eb211c80319c")
                .containsEntry(other, "1bf7651916cd43dd8448eb211c80319d");
    }

    @Test
    void handlesAnEventOfNoTraceInOneOfItsOwn() {
        traces.handling("topic", List.of(), () -> assertThat(currentTrace()).hasSize(32));
    }

    @Test
    void goesOnWithATraceThatCannotBeRead() {
        traces.handling(
                "topic", List.of("nonsense"), () -> assertThat(currentTrace()).hasSize(32));
    }

    private void append(UUID offer, String trace) {
        ReceiverContext<String> context =
                new ReceiverContext<>((carrier, key) -> key.equals("traceparent") ? carrier : null);
        context.setCarrier("00-" + trace + "-b7ad6b7169203331-01");
        Observation request = Observation.createNotStarted("request", () -> context, observations)
                .start();
        TransactionalOperator.create(transactions)
                .transactional(outbox.append(List.of(Samples.paused(offer, 1))))
                .contextWrite(c -> c.put(ObservationThreadLocalAccessor.KEY, request))
                .block();
        request.stop();
    }

    private String currentTrace() {
        Span span = tracer.currentSpan();
        return span == null ? "none" : span.context().traceId();
    }
}
