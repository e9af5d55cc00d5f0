package org.shuqiao.identity.account;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.shuqiao.identity.PostgresTime;
import org.shuqiao.identity.language.Language;
import org.shuqiao.identity.secret.SecretToken;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What the links in mails stand for: each is used once, and in time. */
@Component
class PostgresLinks {
    /** Wrong passwords after which a link is void. */
    static final int MOST_FAILURES = 10;

    private final JdbcClient database;
    private final Clock clock;

    PostgresLinks(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    void add(SecretToken token, Registration registration, Duration life) {
        database.sql("""
                        INSERT INTO registration (token_hash, email, email_key, language, password_hash, expires_at)
                        VALUES (?, ?, ?, ?, ?, ?)
                        """)
                .param(token.hash())
                .param(registration.email().value())
                .param(registration.email().key())
                .param(registration.language().name())
                .param(registration.passwordHash())
                .param(PostgresTime.of(clock.instant().plus(life)))
                .update();
    }

    /** Looks without using the link up. */
    Optional<Registration> registration(SecretToken token) {
        return database.sql("""
                        SELECT email, email_key, language, password_hash FROM registration
                        WHERE token_hash = ? AND expires_at > ? AND failures < ?
                        """)
                .param(token.hash())
                .param(PostgresTime.of(clock.instant()))
                .param(MOST_FAILURES)
                .query((row, _) -> new Registration(
                        new EmailAddress(row.getString("email"), row.getString("email_key")),
                        Language.valueOf(row.getString("language")),
                        row.getString("password_hash")))
                .optional();
    }

    /** Counts a try with a password; false if the link is void. */
    boolean tryRegistration(SecretToken token) {
        return database.sql("UPDATE registration SET failures = failures + 1 WHERE token_hash = ? AND failures < ?")
                        .param(token.hash())
                        .param(MOST_FAILURES)
                        .update()
                == 1;
    }

    /** Uses a link up; false if another request was faster. */
    boolean takeRegistration(SecretToken token) {
        return database.sql("DELETE FROM registration WHERE token_hash = ?")
                        .param(token.hash())
                        .update()
                == 1;
    }

    void removeRegistrations(EmailAddress email) {
        database.sql("DELETE FROM registration WHERE email_key = ?")
                .param(email.key())
                .update();
    }

    void add(SecretToken token, EmailAddress email, Duration life) {
        database.sql("INSERT INTO recovery (token_hash, email_key, expires_at) VALUES (?, ?, ?)")
                .param(token.hash())
                .param(email.key())
                .param(PostgresTime.of(clock.instant().plus(life)))
                .update();
    }

    /** Whose password the link lets set; looks without using the link up. */
    Optional<EmailAddress> recovery(SecretToken token) {
        return database.sql("SELECT email_key FROM recovery WHERE token_hash = ? AND expires_at > ?")
                .param(token.hash())
                .param(PostgresTime.of(clock.instant()))
                .query((row, _) -> new EmailAddress(row.getString("email_key"), row.getString("email_key")))
                .optional();
    }

    boolean takeRecovery(SecretToken token) {
        return database.sql("DELETE FROM recovery WHERE token_hash = ?")
                        .param(token.hash())
                        .update()
                == 1;
    }

    void removeRecoveries(EmailAddress email) {
        database.sql("DELETE FROM recovery WHERE email_key = ?")
                .param(email.key())
                .update();
    }

    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT10M")
    void removeExpired() {
        var now = PostgresTime.of(clock.instant());
        database.sql("DELETE FROM registration WHERE expires_at < ?").param(now).update();
        database.sql("DELETE FROM recovery WHERE expires_at < ?").param(now).update();
    }
}
