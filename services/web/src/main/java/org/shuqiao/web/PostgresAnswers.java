package org.shuqiao.web;

import io.r2dbc.spi.Readable;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** The answers given under idempotency keys, in the table {@code idempotency_key}. Each method runs in the caller's transaction. */
final class PostgresAnswers {
    private static final int PRUNED_PER_KEY = 10;

    private final DatabaseClient database;
    private final Duration kept;

    PostgresAnswers(DatabaseClient database, Duration kept) {
        this.database = database;
        this.kept = kept;
    }

    /** An answer as it was given; {@code fingerprint} is that of the request it belongs to. */
    record Answer(
            byte[] fingerprint,
            int status,
            @Nullable String location,
            @Nullable String etag,
            byte @Nullable [] body) {}

    /** Holds the key until the transaction ends; false, at once, when another transaction holds it. */
    Mono<Boolean> hold(String scope, String key) {
        return database.sql("SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0))")
                .bind(0, "idempotency " + scope + " " + key)
                .map(row -> Boolean.TRUE.equals(row.get(0, Boolean.class)))
                .one();
    }

    Mono<Answer> find(String scope, String key) {
        return database.sql("""
                SELECT fingerprint, status, location, etag, body
                FROM idempotency_key
                WHERE scope = $1 AND key = $2 AND created_at > now() - $3 * interval '1 second'
                """)
                .bind(0, scope)
                .bind(1, key)
                .bind(2, kept.toSeconds())
                .map(PostgresAnswers::answer)
                .one();
    }

    /** Keeps an answer, and lets go of some that have been kept long enough, so that the table does not grow for ever. */
    Mono<Void> keep(String scope, String key, Answer answer) {
        return insert(scope, key, answer).then(prune()).then();
    }

    private Mono<Long> insert(String scope, String key, Answer answer) {
        var insert = database.sql("""
                INSERT INTO idempotency_key (scope, key, fingerprint, status, location, etag, body)
                VALUES ($1, $2, $3, $4, $5, $6, $7)
                ON CONFLICT (scope, key) DO UPDATE SET fingerprint = excluded.fingerprint, status = excluded.status,
                    location = excluded.location, etag = excluded.etag, body = excluded.body, created_at = now()
                """)
                .bind(0, scope)
                .bind(1, key)
                .bind(2, ByteBuffer.wrap(answer.fingerprint()))
                .bind(3, answer.status());
        insert = answer.location() == null ? insert.bindNull(4, String.class) : insert.bind(4, answer.location());
        insert = answer.etag() == null ? insert.bindNull(5, String.class) : insert.bind(5, answer.etag());
        insert = answer.body() == null
                ? insert.bindNull(6, ByteBuffer.class)
                : insert.bind(6, ByteBuffer.wrap(answer.body()));
        return insert.fetch().rowsUpdated();
    }

    private Mono<Long> prune() {
        return database.sql("""
                DELETE FROM idempotency_key WHERE (scope, key) IN (
                    SELECT scope, key FROM idempotency_key
                    WHERE created_at < now() - $1 * interval '1 second'
                    ORDER BY created_at LIMIT $2 FOR UPDATE SKIP LOCKED)
                """)
                .bind(0, kept.toSeconds())
                .bind(1, PRUNED_PER_KEY)
                .fetch()
                .rowsUpdated();
    }

    private static Answer answer(Readable row) {
        byte[] fingerprint = bytes(row, 0);
        Integer status = row.get(1, Integer.class);
        if (fingerprint == null || status == null) {
            throw new IllegalStateException("idempotency_key has a row without fingerprint or status");
        }
        return new Answer(fingerprint, status, row.get(2, String.class), row.get(3, String.class), bytes(row, 4));
    }

    private static byte @Nullable [] bytes(Readable row, int index) {
        ByteBuffer buffer = row.get(index, ByteBuffer.class);
        if (buffer == null) {
            return null;
        }
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }
}
