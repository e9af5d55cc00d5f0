package org.shuqiao.messaging;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Publishes the outbox. A pass claims one lane with rows ({@code FOR UPDATE SKIP LOCKED}), sends its oldest rows to
 * Kafka, waits for all acknowledgements, deletes the rows and commits. A lane is one relay's at a time, so events of an
 * aggregate go out in order whatever number of relays runs; a relay that dies loses its lock and nothing else. Between
 * an acknowledgement and the commit a death makes the rows go out again: consumers know events by id and version.
 */
final class Relay implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Relay.class);

    private static final String CLAIM = """
            SELECT lane FROM outbox_lane
            WHERE EXISTS (SELECT FROM outbox WHERE outbox.lane = outbox_lane.lane)
            ORDER BY random() LIMIT 1 FOR UPDATE SKIP LOCKED
            """;
    private static final String OLDEST = """
            SELECT id, topic, aggregate_id, event_id, type, occurred_at, traceparent, payload
            FROM outbox WHERE lane = $1 ORDER BY id LIMIT $2
            """;
    // a relay that hangs must not keep its lane for ever
    private static final String GUARD = "SET LOCAL idle_in_transaction_session_timeout = '60s'";

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final KafkaTemplate<String, byte[]> kafka;
    private final KafkaAdmin admin;
    private final EventCodec codec;
    private final Topics topics;
    private final RelayNudge nudge;
    private final MessagingSettings.Relay settings;
    private Disposable running = Disposables.disposed();

    Relay(
            DatabaseClient database,
            TransactionalOperator transaction,
            KafkaTemplate<String, byte[]> kafka,
            KafkaAdmin admin,
            EventCodec codec,
            Topics topics,
            RelayNudge nudge,
            MessagingSettings.Relay settings) {
        this.database = database;
        this.transaction = transaction;
        this.kafka = kafka;
        this.admin = admin;
        this.codec = codec;
        this.topics = topics;
        this.nudge = nudge;
        this.settings = settings;
    }

    private record Row(
            long id,
            String topic,
            UUID aggregateId,
            UUID eventId,
            String type,
            Instant occurredAt,
            @Nullable String traceParent,
            String payload) {}

    @Override
    public void start() {
        // Kafka's send may block for metadata or buffer space, so it has threads that may
        Scheduler sending = Schedulers.newBoundedElastic(settings.workers(), 1_000, "relay");
        Disposable workers = Flux.range(0, settings.workers())
                .flatMap(worker -> work(sending), settings.workers())
                .subscribe();
        running = Disposables.composite(workers, sending);
    }

    @Override
    public void stop() {
        running.dispose();
    }

    @Override
    public boolean isRunning() {
        return !running.isDisposed();
    }

    private Flux<Long> work(Scheduler sending) {
        Mono<Long> passAndRest = pass(sending)
                .switchIfEmpty(Mono.defer(this::rest))
                .onErrorResume(e -> {
                    log.warn("Outbox not published, trying again in {}: {}", settings.retryDelay(), e.toString());
                    return afterFailure(sending);
                });
        return passAndRest.repeat();
    }

    /** Waits, then sees to it that the topics exist: Kafka may have been away when this process started, and still be. */
    private Mono<Long> afterFailure(Scheduler sending) {
        return Mono.delay(settings.retryDelay(), sending)
                .doOnNext(tick -> admin.initialize())
                .onErrorResume(e -> {
                    log.warn("Topics not seen to: {}", e.toString());
                    return Mono.just(0L);
                });
    }

    private Mono<Long> rest() {
        return nudge.nudges()
                .next()
                .timeout(settings.pollInterval(), Mono.just(Boolean.FALSE))
                .thenReturn(0L);
    }

    /** Publishes the oldest rows of one lane; empty when there was nothing to do. */
    Mono<Long> pass(Scheduler sending) {
        Mono<Long> claimed = database.sql(CLAIM)
                .map(row -> row.get("lane", Short.class))
                .one()
                .flatMap(lane -> database.sql(GUARD).then().then(publish(lane, sending)));
        return transaction.transactional(claimed);
    }

    private Mono<Long> publish(short lane, Scheduler sending) {
        return database.sql(OLDEST)
                .bind(0, lane)
                .bind(1, settings.batch())
                .map(row -> new Row(
                        row.get("id", Long.class),
                        row.get("topic", String.class),
                        row.get("aggregate_id", UUID.class),
                        row.get("event_id", UUID.class),
                        row.get("type", String.class),
                        row.get("occurred_at", Instant.class),
                        row.get("traceparent", String.class),
                        row.get("payload", String.class)))
                .all()
                .collectList()
                .flatMap(rows -> send(rows, sending).then(delete(rows)));
    }

    private Mono<Void> send(List<Row> rows, Scheduler sending) {
        return Mono.fromSupplier(
                        () -> rows.stream().map(this::toRecord).map(kafka::send).toArray(CompletableFuture<?>[]::new))
                .subscribeOn(sending)
                .flatMap(sends -> Mono.fromFuture(CompletableFuture.allOf(sends)))
                .timeout(settings.sendTimeout());
    }

    private ProducerRecord<String, byte[]> toRecord(Row row) {
        return codec.record(
                topics.of(row.topic()),
                row.aggregateId().toString(),
                row.eventId(),
                row.type(),
                row.occurredAt(),
                row.traceParent(),
                row.payload().getBytes(StandardCharsets.UTF_8));
    }

    private Mono<Long> delete(List<Row> rows) {
        return database.sql("DELETE FROM outbox WHERE id = ANY($1)")
                .bind(0, rows.stream().map(Row::id).toArray(Long[]::new))
                .fetch()
                .rowsUpdated();
    }
}
