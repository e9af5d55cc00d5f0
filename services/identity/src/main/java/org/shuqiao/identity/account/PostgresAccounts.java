package org.shuqiao.identity.account;

import com.fasterxml.uuid.Generators;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.shuqiao.identity.PostgresTime;
import org.shuqiao.identity.language.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The accounts. */
@Component
public class PostgresAccounts {
    private final JdbcClient database;
    private final Clock clock;

    PostgresAccounts(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    public Optional<Account> find(EmailAddress email) {
        return database.sql("SELECT id, email, language, password_hash FROM account WHERE email_key = ?")
                .param(email.key())
                .query((row, _) -> account(row))
                .optional();
    }

    public Optional<Account> find(UUID id) {
        return database.sql("SELECT id, email, language, password_hash FROM account WHERE id = ?")
                .param(id)
                .query((row, _) -> account(row))
                .optional();
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                row.getObject("id", UUID.class),
                row.getString("email"),
                Language.valueOf(row.getString("language")),
                row.getString("password_hash"));
    }

    /** Adds the account of a confirmed registration; false if the address has one. */
    boolean add(Registration registration) {
        var now = PostgresTime.of(clock.instant());
        return database.sql("""
                        INSERT INTO account
                            (id, email, email_key, language, password_hash, created_at, password_changed_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT (email_key) DO NOTHING
                        """)
                        .param(Generators.timeBasedEpochGenerator().generate())
                        .param(registration.email().value())
                        .param(registration.email().key())
                        .param(registration.language().name())
                        .param(registration.passwordHash())
                        .param(now)
                        .param(now)
                        .update()
                == 1;
    }

    void changePassword(UUID id, String hash) {
        database.sql("UPDATE account SET password_hash = ?, password_changed_at = ? WHERE id = ?")
                .param(hash)
                .param(PostgresTime.of(clock.instant()))
                .param(id)
                .update();
    }
}
