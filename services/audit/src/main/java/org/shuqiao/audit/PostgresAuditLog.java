package org.shuqiao.audit;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.springframework.core.Ordered;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.reactive.TransactionSynchronization;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import reactor.core.publisher.Mono;

/** The log as a table beside the state it speaks of. One row, the head, is locked by who appends. */
final class PostgresAuditLog implements AuditLog {
    // a process that hangs with the lock must not stop all others for ever; evaluated again if the row had to be waited
    // for
    private static final String HEAD = """
            SELECT chain, sequence, hash, greatest(instant, clock_timestamp()) AS instant,
                   set_config('idle_in_transaction_session_timeout', '30s', true)
            FROM audit_head FOR UPDATE
            """;
    private static final String APPEND = """
            WITH entry AS (
                INSERT INTO audit_entry (body, hash)
                SELECT body, hash FROM unnest($1::text[], $2::text[]) AS e (body, hash)
            )
            UPDATE audit_head SET sequence = $3, hash = $4, instant = $5::timestamptz
            """;

    private final DatabaseClient database;
    private final TransactionalOperator alone;

    PostgresAuditLog(DatabaseClient database, ReactiveTransactionManager transactions) {
        this.database = database;
        this.alone = TransactionalOperator.create(
                transactions, new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRES_NEW));
    }

    private record Head(UUID chain, long sequence, String hash, Instant instant) {}

    @Override
    public Mono<Void> append(List<Act> acts) {
        List<Act> noted = List.copyOf(acts);
        return TransactionSynchronizationManager.forCurrentTransaction()
                .doOnNext(transaction -> noted(transaction).add(noted))
                .then();
    }

    @Override
    public Mono<Void> appendAlone(List<Act> acts) {
        return alone.transactional(append(acts));
    }

    private Noted noted(TransactionSynchronizationManager transaction) {
        for (TransactionSynchronization known : transaction.getSynchronizations()) {
            if (known instanceof Noted noted && noted.isOf(this)) {
                return noted;
            }
        }
        Noted noted = new Noted();
        transaction.registerSynchronization(noted);
        return noted;
    }

    /** What a transaction noted so far. */
    private final class Noted implements TransactionSynchronization, Ordered {
        private final Queue<Act> acts = new ConcurrentLinkedQueue<>();
        private volatile boolean written;

        boolean isOf(PostgresAuditLog log) {
            return PostgresAuditLog.this == log;
        }

        void add(List<Act> more) {
            if (written) {
                throw new IllegalStateException("the transaction is about to commit: too late for the log");
            }
            acts.addAll(more);
        }

        @Override
        public Mono<Void> beforeCommit(boolean readOnly) {
            written = true;
            return acts.isEmpty() ? Mono.empty() : write(List.copyOf(acts));
        }

        /** After all others that write before the commit. */
        @Override
        public int getOrder() {
            return Ordered.LOWEST_PRECEDENCE;
        }
    }

    private Mono<Void> write(List<Act> acts) {
        return database.sql(HEAD)
                .map(PostgresAuditLog::head)
                .one()
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("the audit log has no head")))
                .flatMap(head -> write(acts, head));
    }

    private static Head head(Readable row) {
        return new Head(
                row.get("chain", UUID.class),
                row.get("sequence", Long.class),
                row.get("hash", String.class),
                row.get("instant", Instant.class));
    }

    private Mono<Void> write(List<Act> acts, Head head) {
        List<AuditEntry.Kept> entries = new ArrayList<>(acts.size());
        String previous = head.hash;
        for (Act act : acts) {
            long sequence = head.sequence + entries.size() + 1;
            AuditEntry.Kept entry = AuditEntry.next(head.chain, sequence, head.instant, act, previous);
            entries.add(entry);
            previous = entry.hash();
        }
        return database.sql(APPEND)
                .bind(0, entries.stream().map(AuditEntry.Kept::body).toArray(String[]::new))
                .bind(1, entries.stream().map(AuditEntry.Kept::hash).toArray(String[]::new))
                .bind(2, head.sequence + entries.size())
                .bind(3, previous)
                .bind(4, AuditEntry.text(head.instant))
                .fetch()
                .rowsUpdated()
                .then();
    }
}
