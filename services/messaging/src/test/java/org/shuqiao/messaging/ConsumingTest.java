package org.shuqiao.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shuqiao.contracts.listing.OfferPausedV1;
import org.shuqiao.testkit.TestServers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import reactor.core.publisher.Mono;

@MessagingTest
class ConsumingTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry registry) {
        TestServers.register(registry, "messaging");
    }

    @Autowired
    KafkaTemplate<String, byte[]> kafka;

    @Autowired
    EventCodec codec;

    @Autowired
    Topics topics;

    @Autowired
    MessagingSettings settings;

    @Autowired
    DeadLetters deadLetters;

    @Autowired
    Inbox inbox;

    @Autowired
    MessagingApplication.Listener listener;

    @AfterEach
    void nothingFails() {
        listener.effect = event -> Mono.empty();
    }

    @Test
    void deadLettersAMalformedEventAndGoesOn() {
        UUID offer = UUID.randomUUID();
        String topic = topics.of("listing.offer");
        long before = waiting();
        send(Samples.paused(offer, 1));
        kafka.send(topic, offer.toString(), "not an event".getBytes(StandardCharsets.UTF_8))
                .join();
        send(Samples.paused(offer, 2));

        await().atMost(SOON).until(() -> listener.heardOf(offer).size() == 2);
        await().atMost(SOON).until(() -> waiting() == before + 1);
    }

    @Test
    void triesFiveTimesThenDeadLettersThenReplays() {
        UUID offer = UUID.randomUUID();
        AtomicInteger attempts = new AtomicInteger();
        listener.effect = event -> event.aggregateId().equals(offer)
                ? Mono.fromRunnable(attempts::incrementAndGet).then(Mono.error(new IllegalStateException("poison")))
                : Mono.empty();
        UUID other = UUID.randomUUID();
        long before = waiting();
        send(Samples.paused(offer, 1));
        send(Samples.paused(other, 1));

        await().atMost(SOON).until(() -> waiting() == before + 1);
        await().atMost(SOON).until(() -> listener.heardOf(other).size() == 1);
        // a batch of several finds its culprit by handling its events one by one
        assertThat(attempts.get()).isBetween(settings.attempts(), 2 * settings.attempts());
        assertThat(listener.heardOf(offer)).isEmpty();

        listener.effect = event -> Mono.empty();
        assertThat(deadLetters.replay(deadLetterTopic())).isEqualTo(before + 1);
        await().atMost(SOON).until(() -> listener.heardOf(offer).size() == 1);
        // what is malformed for ever comes back, what was cured does not
        await().atMost(SOON).until(() -> waiting() == before);
    }

    @Test
    void waitsOutAnOutageWithoutDeadLettering() {
        UUID offer = UUID.randomUUID();
        AtomicInteger attempts = new AtomicInteger();
        long before = waiting();
        listener.effect = event -> event.aggregateId().equals(offer) && attempts.incrementAndGet() <= 12
                ? Mono.error(new IllegalStateException("down", new ConnectException("refused")))
                : Mono.empty();
        send(Samples.paused(offer, 1));

        await().atMost(SOON).until(() -> listener.heardOf(offer).size() == 1);
        assertThat(attempts.get()).isEqualTo(13);
        assertThat(waiting()).isEqualTo(before);
    }

    @Test
    void refusesToReplayATopicThatIsNoneOfItsOwn() {
        assertThatThrownBy(() -> deadLetters.replay("listing.offer.someone-else.dlt"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected one of");
    }

    @Test
    void theInboxLetsAnEventHaveItsEffectOnce() {
        UUID event = UUID.randomUUID();
        AtomicInteger effects = new AtomicInteger();
        Mono<Void> effect = Mono.fromRunnable(effects::incrementAndGet);

        assertThat(inbox.once("a", event, effect).block()).isTrue();
        assertThat(inbox.once("a", event, effect).block()).isFalse();
        assertThat(inbox.once("b", event, effect).block()).isTrue();
        assertThat(effects.get()).isEqualTo(2);
    }

    @Test
    void theInboxForgetsWhatFailed() {
        UUID event = UUID.randomUUID();
        assertThatThrownBy(() -> inbox.once("a", event, Mono.error(new IllegalStateException("no")))
                        .block())
                .hasMessage("no");
        assertThat(inbox.once("a", event, Mono.empty()).block()).isTrue();
    }

    private void send(OfferPausedV1 event) {
        ProducerRecord<String, byte[]> record = codec.record(
                topics.of("listing.offer"),
                event.aggregateId().toString(),
                event.eventId(),
                EventCodec.typeOf(event).name(),
                event.occurredAt(),
                null,
                codec.json(event).getBytes(StandardCharsets.UTF_8));
        kafka.send(record).join();
    }

    private String deadLetterTopic() {
        return Topics.deadLetters(topics.of("listing.offer"), settings.group());
    }

    private long waiting() {
        return deadLetters.waiting().getOrDefault(deadLetterTopic(), 0L);
    }
}
