package org.shuqiao.messaging;

import java.time.Duration;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** The inbox as a table beside the state that events change. */
final class PostgresInbox implements Inbox {
    private final DatabaseClient database;
    private final TransactionalOperator transaction;

    PostgresInbox(DatabaseClient database, TransactionalOperator transaction) {
        this.database = database;
        this.transaction = transaction;
    }

    @Override
    public Mono<Boolean> once(String consumer, UUID eventId, Mono<Void> effect) {
        Mono<Boolean> handled = database.sql(
                        "INSERT INTO inbox (consumer, event_id) VALUES ($1, $2) ON CONFLICT DO NOTHING")
                .bind(0, consumer)
                .bind(1, eventId)
                .fetch()
                .rowsUpdated()
                .flatMap(inserted -> inserted == 0 ? Mono.just(false) : effect.thenReturn(true));
        return transaction.transactional(handled);
    }

    /** Forgets what was handled longer ago than {@code retention}. */
    Mono<Long> prune(Duration retention) {
        return database.sql("DELETE FROM inbox WHERE handled_at < now() - make_interval(secs => $1)")
                .bind(0, (double) retention.toSeconds())
                .fetch()
                .rowsUpdated();
    }
}
