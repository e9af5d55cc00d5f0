package org.shuqiao.identity.limit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.shuqiao.identity.IdentitySettings;
import org.shuqiao.identity.IdentitySettings.Rate;
import org.shuqiao.identity.PostgresTime;
import org.shuqiao.identity.secret.Sealer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts tries by the generic cell rate algorithm (ITU-T I.371): the instant at which all tries are given back moves on by
 * one interval a try, and a try that would move it further than all tries take is refused. One statement, so that two
 * instances at once count right. The database being away refuses everything, since nobody signs in without it.
 */
@Component
public class PostgresTries {
    private final JdbcClient database;
    private final Sealer sealer;
    private final IdentitySettings.Limits limits;
    private final Clock clock;

    PostgresTries(JdbcClient database, Sealer sealer, IdentitySettings settings, Clock clock) {
        this.database = database;
        this.sealer = sealer;
        this.limits = settings.limits();
        this.clock = clock;
    }

    /** Takes a try; false where none is left, and then none is taken. Never undone by the caller's transaction. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public boolean take(Limit limit, String subject) {
        Rate rate = limit.rate(limits);
        Instant now = clock.instant();
        Duration whole = rate.every().multipliedBy(rate.tries());
        OffsetDateTime latest = PostgresTime.of(now.plus(whole));
        return database.sql("""
                        INSERT INTO tries (kind, subject, full_at) VALUES (:kind, :subject, :first)
                        ON CONFLICT (kind, subject) DO UPDATE
                        SET full_at = greatest(tries.full_at, :now) + :every * interval '1 millisecond'
                        WHERE greatest(tries.full_at, :now) + :every * interval '1 millisecond' <= :latest
                        """)
                        .param("kind", limit.name())
                        .param("subject", sealer.fingerprint(subject))
                        .param("first", PostgresTime.of(now.plus(rate.every())))
                        .param("now", PostgresTime.of(now))
                        .param("every", rate.every().toMillis())
                        .param("latest", latest)
                        .update()
                == 1;
    }

    /** Gives one try back. */
    public void giveBack(Limit limit, String subject) {
        database.sql("""
                        UPDATE tries SET full_at = full_at - ? * interval '1 millisecond'
                        WHERE kind = ? AND subject = ?
                        """)
                .param(limit.rate(limits).every().toMillis())
                .param(limit.name())
                .param(sealer.fingerprint(subject))
                .update();
    }

    /** Gives all tries back. */
    public void forget(Limit limit, String subject) {
        database.sql("DELETE FROM tries WHERE kind = ? AND subject = ?")
                .param(limit.name())
                .param(sealer.fingerprint(subject))
                .update();
    }

    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT10M")
    void removeFull() {
        database.sql("DELETE FROM tries WHERE full_at < ?")
                .param(PostgresTime.of(clock.instant()))
                .update();
    }
}
