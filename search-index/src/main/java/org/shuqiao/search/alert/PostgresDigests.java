package org.shuqiao.search.alert;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Digests in PostgreSQL: a row for each that was due, and its number with the alerts that are in it. */
@Component
class PostgresDigests {
    private static final String OPEN =
            "a.daily AND a.digest_id IS NULL AND a.raised_at IS NOT NULL AND a.seen_at IS NULL";

    private final DatabaseClient database;

    PostgresDigests(DatabaseClient database) {
        this.database = database;
    }

    /** Whom a digest is for, and when it wants it. */
    record Reader(UUID owner, String zone, int hour) {}

    /** Those for whom there are alerts that were in no digest. */
    Flux<Reader> waiting() {
        return database.sql("""
                        SELECT DISTINCT s.owner_id, s.digest_zone, s.digest_hour
                        FROM alert a JOIN saved_search s ON s.id = a.search_id
                        WHERE s.digest_zone IS NOT NULL AND\s""" + OPEN).map(PostgresDigests::reader).all();
    }

    /** Takes the digest of a day; false when it was taken before. */
    Mono<Boolean> take(UUID id, Reader reader, LocalDate day) {
        return database.sql("""
                        INSERT INTO digest (id, owner_id, zone, hour, day, created_at)
                        VALUES ($1, $2, $3, $4, $5, clock_timestamp()) ON CONFLICT (owner_id, zone, hour, day) DO NOTHING
                        """)
                .bind(0, id)
                .bind(1, reader.owner())
                .bind(2, reader.zone())
                .bind(3, (short) reader.hour())
                .bind(4, day)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    /** Puts into a digest what was raised until it was due and is not seen; gives how many alerts those are. */
    Mono<Long> fill(UUID id, Reader reader, DigestTime due) {
        return database.sql("""
                        UPDATE alert a SET digest_id = $1 FROM saved_search s
                        WHERE s.id = a.search_id AND s.owner_id = $2 AND s.digest_zone = $3 AND s.digest_hour = $4
                            AND a.raised_at <= $5 AND\s""" + OPEN)
                .bind(0, id)
                .bind(1, reader.owner())
                .bind(2, reader.zone())
                .bind(3, (short) reader.hour())
                .bind(4, due.at())
                .fetch()
                .rowsUpdated();
    }

    private static Reader reader(Readable row) {
        return new Reader(
                Objects.requireNonNull(row.get("owner_id", UUID.class)),
                Objects.requireNonNull(row.get("digest_zone", String.class)),
                Objects.requireNonNull(row.get("digest_hour", Integer.class)));
    }
}
