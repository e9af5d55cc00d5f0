package org.shuqiao.identity.mail;

import com.fasterxml.uuid.Generators;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shuqiao.identity.PostgresTime;
import org.shuqiao.identity.secret.Sealer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The queue of mails. What waits in it is sealed: it holds tokens and addresses. */
@Component
public class PostgresMails {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient database;
    private final Sealer sealer;
    private final Clock clock;

    PostgresMails(JdbcClient database, Sealer sealer, Clock clock) {
        this.database = database;
        this.sealer = sealer;
        this.clock = clock;
    }

    /**
     * A mail taken from the queue, locked until the transaction ends.
     *
     * @param mail null if it was sealed with another master key
     */
    record Waiting(UUID id, @Nullable Mail mail, int attempts, Instant expiresAt) {}

    /**
     * Puts a mail into the queue, in the caller's transaction.
     *
     * @param life after which it is not worth sending
     */
    public void add(Mail mail, Duration life) {
        UUID id = Generators.timeBasedEpochGenerator().generate();
        Instant now = clock.instant();
        database.sql("INSERT INTO mail (id, sealed, due_at, expires_at) VALUES (?, ?, ?, ?)")
                .param(id)
                .param(sealer.seal(JSON.writeValueAsBytes(mail), belongsTo(id)))
                .param(PostgresTime.of(now))
                .param(PostgresTime.of(now.plus(life)))
                .update();
    }

    /** The next mail that is due and that no other instance has in hand; null if there is none. */
    @Nullable
    Waiting next() {
        return database.sql("""
                        SELECT id, sealed, attempts, expires_at FROM mail
                        WHERE due_at <= ? ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED
                        """)
                .param(PostgresTime.of(clock.instant()))
                .query((row, _) -> {
                    UUID id = row.getObject("id", UUID.class);
                    return new Waiting(
                            id,
                            opened(id, row.getBytes("sealed")),
                            row.getInt("attempts"),
                            row.getTimestamp("expires_at").toInstant());
                })
                .optional()
                .orElse(null);
    }

    private @Nullable Mail opened(UUID id, byte[] sealed) {
        try {
            return JSON.readValue(sealer.open(sealed, belongsTo(id)), Mail.class);
        } catch (IllegalStateException e) {
            return null;
        }
    }

    void remove(UUID id) {
        database.sql("DELETE FROM mail WHERE id = ?").param(id).update();
    }

    void putOff(UUID id, Instant until) {
        database.sql("UPDATE mail SET attempts = attempts + 1, due_at = ? WHERE id = ?")
                .param(PostgresTime.of(until))
                .param(id)
                .update();
    }

    private static String belongsTo(UUID id) {
        return "mail " + id;
    }
}
