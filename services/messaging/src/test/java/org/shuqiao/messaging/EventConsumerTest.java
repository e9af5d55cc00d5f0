package org.shuqiao.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.observation.ObservationRegistry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.shuqiao.contracts.listing.DemandEvent;
import org.shuqiao.contracts.listing.OfferEvent;
import org.shuqiao.contracts.listing.OfferPausedV1;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.kafka.listener.BatchListenerFailedException;
import reactor.core.publisher.Mono;

class EventConsumerTest {
    private static final MessagingSettings SETTINGS = new Binder(
                    new MapConfigurationPropertySource(Map.of("shuqiao.messaging.group", "listing")))
            .bind("shuqiao.messaging", MessagingSettings.class)
            .get();

    private final EventCodec codec = new EventCodec("listing");
    private final EventConsumers consumers =
            new EventConsumers(codec, new EventTraces(ObservationRegistry.NOOP), SETTINGS);
    private final List<Long> heard = new ArrayList<>();

    private record Versioned(long version) {}

    @Test
    void hearsThePartOfEachEvent() {
        offers().handle(List.of(record(0, 3), record(1, 4)));

        assertThat(heard).containsExactly(3L, 4L);
    }

    @Test
    void blamesWhatIsMalformedOnceTheRestIsHandled() {
        ConsumerRecord<String, byte[]> malformed = malformed(1);

        assertThatThrownBy(() -> offers().handle(List.of(record(0, 3), malformed, record(2, 5))))
                .isInstanceOfSatisfying(
                        BatchListenerFailedException.class,
                        e -> assertThat(e.getRecord()).isSameAs(malformed));
        assertThat(heard).containsExactly(3L);
    }

    @Test
    void anEventOfAnotherFamilyIsMalformed() {
        EventConsumer<Excerpt<Versioned>> demands =
                consumers.of(DemandEvent.class, Versioned.class, excerpts -> Mono.empty());

        assertThatThrownBy(() -> demands.handle(List.of(record(0, 1)))).hasCauseInstanceOf(MalformedEvent.class);
    }

    @Test
    void passesOverWhatIsMalformedWhereAnotherMakesADeadLetterOfIt() {
        offers().handleReadable(List.of(malformed(0), record(1, 4), malformed(2), record(3, 6)));

        assertThat(heard).containsExactly(4L, 6L);
    }

    @Test
    void blamesTheRecordThatFailsAmongTheReadable() {
        ConsumerRecord<String, byte[]> failing = record(2, 5);
        EventConsumer<OfferEvent> consumer = consumers.of(
                OfferEvent.class,
                events -> events.stream().anyMatch(event -> event.version() == 5)
                        ? Mono.error(new IllegalStateException("poison"))
                        : Mono.empty());

        assertThatThrownBy(() -> consumer.handleReadable(List.of(malformed(0), record(1, 4), failing)))
                .isInstanceOfSatisfying(
                        BatchListenerFailedException.class,
                        e -> assertThat(e.getRecord()).isSameAs(failing));
    }

    private EventConsumer<Excerpt<Versioned>> offers() {
        return consumers.of(
                OfferEvent.class,
                Versioned.class,
                excerpts -> Mono.fromRunnable(() ->
                        excerpts.forEach(excerpt -> heard.add(excerpt.data().version()))));
    }

    private ConsumerRecord<String, byte[]> record(long offset, long version) {
        OfferPausedV1 event = Samples.paused(UUID.randomUUID(), version);
        ProducerRecord<String, byte[]> sent = codec.record(
                "listing.offer",
                event.aggregateId().toString(),
                event.eventId(),
                EventCodec.typeOf(event).name(),
                event.occurredAt(),
                null,
                codec.json(event).getBytes(StandardCharsets.UTF_8));
        ConsumerRecord<String, byte[]> record = new ConsumerRecord<>(sent.topic(), 0, offset, sent.key(), sent.value());
        sent.headers().forEach(record.headers()::add);
        return record;
    }

    private static ConsumerRecord<String, byte[]> malformed(long offset) {
        return new ConsumerRecord<>("listing.offer", 0, offset, "k", new byte[] {1});
    }
}
