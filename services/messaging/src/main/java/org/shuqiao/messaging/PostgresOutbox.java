package org.shuqiao.messaging;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shuqiao.contracts.event.Event;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionSynchronization;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import reactor.core.publisher.Mono;

/** The outbox as a table beside the state it speaks of. */
final class PostgresOutbox implements Outbox {
    /** Lanes of the table; an aggregate always has the same one, and a lane is published by one relay at a time. */
    static final int LANES = 16;

    // ordinality keeps the identity column in the order of the list, and with it the order per aggregate
    private static final String INSERT = """
            INSERT INTO outbox (lane, topic, aggregate_id, event_id, type, occurred_at, payload, traceparent)
            SELECT lane, topic, aggregate_id, event_id, type, occurred_at::timestamptz, payload, $8::text
            FROM unnest($1::smallint[], $2::text[], $3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::text[])
                WITH ORDINALITY AS e (lane, topic, aggregate_id, event_id, type, occurred_at, payload, position)
            ORDER BY position
            """;

    private final DatabaseClient database;
    private final EventCodec codec;
    private final EventTraces traces;
    private final RelayNudge nudge;

    PostgresOutbox(DatabaseClient database, EventCodec codec, EventTraces traces, RelayNudge nudge) {
        this.database = database;
        this.codec = codec;
        this.traces = traces;
        this.nudge = nudge;
    }

    @Override
    public Mono<Void> append(List<? extends Event> events) {
        if (events.isEmpty()) {
            return Mono.empty();
        }
        return TransactionSynchronizationManager.forCurrentTransaction()
                .doOnNext(transaction -> transaction.registerSynchronization(new NudgeAfterCommit(nudge)))
                .then(Mono.defer(traces::appending))
                .flatMap(traceParent -> insert(events, traceParent));
    }

    private Mono<Void> insert(List<? extends Event> events, Optional<String> traceParent) {
        int n = events.size();
        Short[] lanes = new Short[n];
        String[] topics = new String[n];
        UUID[] aggregates = new UUID[n];
        UUID[] ids = new UUID[n];
        String[] types = new String[n];
        String[] times = new String[n];
        String[] payloads = new String[n];
        for (int i = 0; i < n; i++) {
            Event event = events.get(i);
            lanes[i] = lane(event.aggregateId());
            topics[i] = EventCodec.typeOf(event).topic();
            aggregates[i] = event.aggregateId();
            ids[i] = event.eventId();
            types[i] = EventCodec.typeOf(event).name();
            times[i] = event.occurredAt().toString();
            payloads[i] = codec.json(event);
        }
        return database.sql(INSERT)
                .bind(0, lanes)
                .bind(1, topics)
                .bind(2, aggregates)
                .bind(3, ids)
                .bind(4, types)
                .bind(5, times)
                .bind(6, payloads)
                .bind(7, Parameters.in(R2dbcType.VARCHAR, traceParent.orElse(null)))
                .then();
    }

    static short lane(UUID aggregateId) {
        return (short) Math.floorMod(aggregateId.hashCode(), LANES);
    }

    private record NudgeAfterCommit(RelayNudge nudge) implements TransactionSynchronization {
        @Override
        public Mono<Void> afterCommit() {
            return Mono.fromRunnable(nudge::nudge);
        }
    }
}
