package org.shuqiao.search.alert;

import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.search.AlertView;
import org.shuqiao.contracts.search.AlertView.AlertedListing;
import org.shuqiao.contracts.search.Delivery;
import org.shuqiao.contracts.value.LanguageTag;
import org.shuqiao.messaging.EventCodec;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Alerts in PostgreSQL: one row for each search and listing that have met, whatever met them and how often. */
@Component
class PostgresAlerts {
    private static final UUID AFTER_ALL = new UUID(-1, -1);
    private static final String SELECT = """
            SELECT a.id, a.search_id, s.name, a.owner_id, s.language, a.daily, a.raised_at, a.seen_at, s.demand_id,
                a.score, a.listing::text AS listing
            FROM alert a JOIN saved_search s ON s.id = a.search_id
            """;

    private final DatabaseClient database;
    private final JsonMapper json = EventCodec.eventMapper();

    PostgresAlerts(DatabaseClient database) {
        this.database = database;
    }

    /** A listing meets a search; {@code score} NaN where none was asked for. */
    record Meeting(UUID alert, UUID search, UUID listing, double score) {}

    /**
     * Raises an alert of each meeting that is new: the listing entered the market after the search was saved and was
     * published no longer than {@code arrival} before that, is not the owner's own, and neither alerted of nor seen before.
     * A search that is being removed raises none.
     */
    Flux<AlertView> raise(List<Meeting> meetings, Map<UUID, AlertedListing> listings, Duration arrival) {
        List<UUID> ids = List.copyOf(listings.keySet());
        return database.sql("""
                        WITH met AS (
                            SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[])
                                AS m (id, search_id, listing_id, score)),
                        shown AS (SELECT * FROM unnest($5::uuid[], $6::text[]) AS s (listing_id, content)),
                        new AS (
                            SELECT m.id, m.search_id, m.listing_id, s.owner_id, s.digest_zone IS NOT NULL AS daily,
                                NULLIF(m.score, '')::float8 AS score
                            FROM met m
                            JOIN saved_search s ON s.id = m.search_id
                            JOIN listing l ON l.id = m.listing_id
                            WHERE l.owner_id <> s.owner_id AND l.entered_at > s.since
                                AND l.published_at > s.since - $7 * interval '1 second'
                            ORDER BY s.id FOR KEY SHARE OF s)
                        INSERT INTO alert (id, search_id, listing_id, owner_id, raised_at, daily, score, listing)
                        SELECT n.id, n.search_id, n.listing_id, n.owner_id, clock_timestamp(), n.daily, n.score,
                            shown.content::jsonb
                        FROM new n JOIN shown ON shown.listing_id = n.listing_id
                        ON CONFLICT (search_id, listing_id) DO NOTHING
                        RETURNING id
                        """)
                .bind(0, meetings.stream().map(Meeting::alert).toArray(UUID[]::new))
                .bind(1, meetings.stream().map(Meeting::search).toArray(UUID[]::new))
                .bind(2, meetings.stream().map(Meeting::listing).toArray(UUID[]::new))
                .bind(3, meetings.stream().map(PostgresAlerts::score).toArray(String[]::new))
                .bind(4, ids.toArray(UUID[]::new))
                .bind(
                        5,
                        ids.stream()
                                .map(id -> json.writeValueAsString(listings.get(id)))
                                .toArray(String[]::new))
                .bind(6, arrival.toSeconds())
                .map(row -> present(row, "id", UUID.class))
                .all()
                .collectList()
                .flatMapMany(raised -> raised.isEmpty() ? Flux.empty() : of(raised));
    }

    private Flux<AlertView> of(Collection<UUID> ids) {
        return database.sql(SELECT + "WHERE a.id = ANY($1) ORDER BY a.id")
                .bind(0, ids.toArray(UUID[]::new))
                .map(this::read)
                .all();
    }

    /** At most {@code limit} of an owner, newest first, after {@code after}. */
    Flux<AlertView> of(UUID owner, @Nullable UUID after, int limit) {
        return database.sql(SELECT + """
                        WHERE a.owner_id = $1 AND a.raised_at IS NOT NULL AND a.id < $2 ORDER BY a.id DESC LIMIT $3
                        """)
                .bind(0, owner)
                .bind(1, after == null ? AFTER_ALL : after)
                .bind(2, limit)
                .map(this::read)
                .all();
    }

    /** The newest of a digest. */
    Flux<AlertView> ofDigest(UUID digest, int most) {
        return database.sql(SELECT + "WHERE a.digest_id = $1 ORDER BY a.id DESC LIMIT $2")
                .bind(0, digest)
                .bind(1, most)
                .map(this::read)
                .all();
    }

    Mono<Long> unseen(UUID owner) {
        return database.sql("""
                        SELECT count(*) AS many FROM alert
                        WHERE owner_id = $1 AND raised_at IS NOT NULL AND seen_at IS NULL
                        """)
                .bind(0, owner)
                .map(row -> present(row, "many", Long.class))
                .one();
    }

    /** Says that the owner of a search has seen listings, alerted of or not. */
    Mono<Void> seen(UUID search, Collection<UUID> listings) {
        return database.sql("""
                        INSERT INTO alert (id, search_id, listing_id, owner_id, seen_at)
                        SELECT gen_random_uuid(), s.id, l.id, s.owner_id, clock_timestamp()
                        FROM unnest($2::uuid[]) AS l (id), saved_search s WHERE s.id = $1
                        ORDER BY l.id FOR KEY SHARE OF s
                        ON CONFLICT (search_id, listing_id) DO UPDATE SET seen_at = EXCLUDED.seen_at
                        WHERE alert.seen_at IS NULL
                        """)
                .bind(0, search)
                .bind(1, listings.toArray(UUID[]::new))
                .then();
    }

    /** Says that the owner of a search has seen all it was alerted of. */
    Mono<Void> seenAll(UUID search) {
        return database.sql("""
                        UPDATE alert SET seen_at = clock_timestamp()
                        WHERE search_id = $1 AND raised_at IS NOT NULL AND seen_at IS NULL
                        """).bind(0, search).then();
    }

    private AlertView read(Readable row) {
        return new AlertView(
                present(row, "id", UUID.class),
                present(row, "search_id", UUID.class),
                present(row, "name", String.class),
                present(row, "owner_id", UUID.class),
                new LanguageTag(present(row, "language", String.class)),
                present(row, "daily", Boolean.class) ? Delivery.Mode.daily : Delivery.Mode.immediately,
                present(row, "raised_at", Instant.class),
                row.get("seen_at", Instant.class),
                row.get("demand_id", UUID.class),
                row.get("score", Double.class),
                json.readValue(present(row, "listing", String.class), AlertedListing.class));
    }

    private static String score(Meeting meeting) {
        return Double.isNaN(meeting.score()) ? "" : Double.toString(meeting.score());
    }

    private static <T> T present(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
