package org.shuqiao.identity.factor;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.shuqiao.identity.PostgresTime;
import org.shuqiao.identity.secret.Sealer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The secrets of authenticator applications, sealed. */
@Component
class PostgresTotp {
    private final JdbcClient database;
    private final Sealer sealer;
    private final Clock clock;

    PostgresTotp(JdbcClient database, Sealer sealer, Clock clock) {
        this.database = database;
        this.sealer = sealer;
        this.clock = clock;
    }

    /** Whether the account asks for a second step. */
    boolean isOn(UUID account) {
        return confirmed(account).isPresent();
    }

    /** Keeps a secret that does not count yet, in place of another such; one that counts is left as it is. */
    void offer(UUID account, TotpSecret secret) {
        database.sql("""
                        INSERT INTO totp (account_id, sealed, offered_at) VALUES (?, ?, ?)
                        ON CONFLICT (account_id) DO UPDATE
                        SET sealed = excluded.sealed, offered_at = excluded.offered_at WHERE totp.confirmed_at IS NULL
                        """)
                .param(account)
                .param(sealer.seal(secret.bytes(), belongsTo(account)))
                .param(PostgresTime.of(clock.instant()))
                .update();
    }

    Optional<TotpSecret> offered(UUID account) {
        return secret("SELECT sealed FROM totp WHERE account_id = ? AND confirmed_at IS NULL", account);
    }

    Optional<TotpSecret> confirmed(UUID account) {
        return secret("SELECT sealed FROM totp WHERE account_id = ? AND confirmed_at IS NOT NULL", account);
    }

    private Optional<TotpSecret> secret(String query, UUID account) {
        return database.sql(query)
                .param(account)
                .query((row, _) -> new TotpSecret(sealer.open(row.getBytes("sealed"), belongsTo(account))))
                .optional();
    }

    /** Lets the secret count; false where it does already. */
    boolean confirm(UUID account, long step) {
        return database.sql("""
                        UPDATE totp SET confirmed_at = ?, last_step = ? WHERE account_id = ? AND confirmed_at IS NULL
                        """)
                        .param(PostgresTime.of(clock.instant()))
                        .param(step)
                        .param(account)
                        .update()
                == 1;
    }

    /** Takes the code of a step; false where that of the same or a later one was taken (RFC 6238, section 5.2). */
    boolean take(UUID account, long step) {
        return database.sql("UPDATE totp SET last_step = ? WHERE account_id = ? AND last_step < ?")
                        .param(step)
                        .param(account)
                        .param(step)
                        .update()
                == 1;
    }

    void remove(UUID account) {
        database.sql("DELETE FROM totp WHERE account_id = ?").param(account).update();
    }

    private static String belongsTo(UUID account) {
        return "totp " + account;
    }
}
