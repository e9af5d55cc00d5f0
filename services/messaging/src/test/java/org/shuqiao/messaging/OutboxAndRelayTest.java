package org.shuqiao.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.shuqiao.contracts.event.Event;
import org.shuqiao.testkit.TestServers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.support.SendResult;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

@MessagingTest
class OutboxAndRelayTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry registry) {
        TestServers.register(registry, "messaging");
    }

    @Autowired
    Outbox outbox;

    @Autowired
    DatabaseClient database;

    @Autowired
    ReactiveTransactionManager transactions;

    @Autowired
    MessagingApplication.Listener listener;

    @Autowired
    KafkaTemplate<String, byte[]> kafka;

    @Autowired
    KafkaAdmin admin;

    @Autowired
    Relay relay;

    @Autowired
    ApplicationContext context;

    @Autowired
    EventCodec codec;

    @Autowired
    Topics topics;

    @Autowired
    MessagingSettings settings;

    @Test
    void publishesWhatWasCommitted() {
        UUID offer = UUID.randomUUID();
        inTransaction(outbox.append(List.of(Samples.paused(offer, 1)))).block();

        await().atMost(SOON).until(() -> listener.heardOf(offer).size() == 1);
        await().atMost(SOON).until(() -> rows(offer) == 0);
    }

    @Test
    void publishesNothingOfWhatWasRolledBack() {
        UUID gone = UUID.randomUUID();
        UUID kept = UUID.randomUUID();
        assertThatThrownBy(() -> inTransaction(outbox.append(List.of(Samples.paused(gone, 1)))
                                .then(Mono.error(new IllegalStateException("no"))))
                        .block())
                .hasMessageContaining("no");
        inTransaction(outbox.append(List.of(Samples.paused(kept, 1)))).block();

        await().atMost(SOON).until(() -> listener.heardOf(kept).size() == 1);
        assertThat(listener.heardOf(gone)).isEmpty();
    }

    @Test
    void refusesEventsOutsideATransaction() {
        assertThatThrownBy(() -> outbox.append(List.of(Samples.paused(UUID.randomUUID(), 1)))
                        .block())
                .hasMessageContaining("transaction");
    }

    @Test
    void keepsTheOrderPerAggregateWhileRelaysComeAndGo() {
        List<UUID> offers = Stream.generate(UUID::randomUUID).limit(40).toList();
        List<Relay> relays = new ArrayList<>();
        Mono<Void> writing = Flux.fromStream(LongStream.rangeClosed(1, 50).boxed())
                .concatMap(version -> Flux.fromIterable(offers)
                        .flatMap(offer -> inTransaction(outbox.append(List.of(Samples.paused(offer, version)))), 8))
                .then();
        // relays beside the context's own, each stopped in the middle of its work and followed by another
        Mono<Void> coming = Flux.interval(Duration.ofMillis(60))
                .take(25)
                // stopping waits for a lock
                .publishOn(Schedulers.boundedElastic())
                .doOnNext(tick -> {
                    relays.stream().filter(Relay::isRunning).findFirst().ifPresent(Relay::stop);
                    IntStream.range(0, 2).forEach(i -> relays.add(start()));
                })
                .then();
        Mono.when(writing, coming).block(Duration.ofSeconds(60));

        await().atMost(SOON)
                .until(() -> offers.stream().allMatch(offer -> versions(offer).size() >= 50));
        relays.forEach(Relay::stop);
        for (UUID offer : offers) {
            // a relay that stops between Kafka's acknowledgement and its commit makes events come again, from the
            // oldest
            assertThat(new ArrayList<>(new LinkedHashSet<>(versions(offer))))
                    .as("first deliveries, in order")
                    .isEqualTo(LongStream.rangeClosed(1, 50).boxed().toList());
        }
    }

    @Test
    void goesOnAfterKafkaWasAwayForLongerThanItsClientsWait() {
        Relay afterOutage = new Relay(
                database,
                TransactionalOperator.create(transactions),
                new AwayAtFirst(kafka.getProducerFactory()),
                adminOfNoBroker(),
                codec,
                topics,
                new RelayNudge(),
                settings.relay());
        UUID offer = UUID.randomUUID();
        relay.stop();
        try {
            inTransaction(outbox.append(List.of(Samples.paused(offer, 1)))).block();
            afterOutage.start();

            await().atMost(SOON).until(() -> listener.heardOf(offer).size() == 1);
        } finally {
            afterOutage.stop();
            relay.start();
        }
    }

    /** Refuses each worker's first try. */
    private static final class AwayAtFirst extends KafkaTemplate<String, byte[]> {
        private final AtomicInteger refusals = new AtomicInteger();

        AwayAtFirst(ProducerFactory<String, byte[]> producers) {
            super(producers);
        }

        @Override
        public CompletableFuture<SendResult<String, byte[]>> send(ProducerRecord<String, byte[]> message) {
            return refusals.incrementAndGet() <= 2
                    ? CompletableFuture.failedFuture(new TimeoutException("no broker"))
                    : super.send(message);
        }
    }

    /** Seeing to the topics fails as it does while Kafka is away. */
    private KafkaAdmin adminOfNoBroker() {
        KafkaAdmin admin = new KafkaAdmin(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:1"));
        admin.setApplicationContext(context);
        admin.setOperationTimeout(1);
        admin.setCloseTimeout(1);
        assertThatThrownBy(admin::initialize).isInstanceOf(IllegalStateException.class);
        return admin;
    }

    private List<Long> versions(UUID offer) {
        return listener.heardOf(offer).stream().map(Event::version).toList();
    }

    private Relay start() {
        Relay relay = new Relay(
                database,
                TransactionalOperator.create(transactions),
                kafka,
                admin,
                codec,
                topics,
                new RelayNudge(),
                settings.relay());
        relay.start();
        return relay;
    }

    private Mono<Void> inTransaction(Mono<Void> work) {
        return TransactionalOperator.create(transactions).transactional(work);
    }

    private long rows(UUID offer) {
        Long rows = database.sql("SELECT count(*) FROM outbox WHERE aggregate_id = $1")
                .bind(0, offer)
                .map(row -> row.get(0, Long.class))
                .one()
                .block();
        return rows == null ? -1 : rows;
    }
}
