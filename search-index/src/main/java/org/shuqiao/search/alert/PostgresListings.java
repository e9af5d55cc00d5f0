package org.shuqiao.search.alert;

import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shuqiao.search.index.Kind;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Which listings there are or were, and which of them are to be matched, in PostgreSQL. */
@Component
class PostgresListings {
    private final DatabaseClient database;

    PostgresListings(DatabaseClient database) {
        this.database = database;
    }

    /** Keeps what is newer than what is known and makes it due; gives the ids of those. */
    Flux<UUID> keep(Collection<Told> told) {
        Map<UUID, Told> newest = new TreeMap<>();
        told.forEach(one -> newest.merge(one.id(), one, Told::and));
        List<Told> rows = List.copyOf(newest.values());
        return database.sql("""
                        INSERT INTO listing (id, kind, owner_id, version, open, published_at, entered_at, told_at, due_at)
                        SELECT id, kind, NULLIF(owner, '')::uuid, version, open, NULLIF(published, '')::timestamptz,
                            NULLIF(before, '')::timestamptz, clock_timestamp(), CASE WHEN open THEN clock_timestamp() END
                        FROM unnest($1::uuid[], $2::text[], $3::text[], $4::bigint[], $5::boolean[], $6::text[], $7::text[])
                            AS told (id, kind, owner, version, open, published, before)
                        ORDER BY id
                        ON CONFLICT (id) DO UPDATE SET
                            owner_id = COALESCE(EXCLUDED.owner_id, listing.owner_id),
                            version = EXCLUDED.version,
                            open = EXCLUDED.open,
                            published_at = COALESCE(EXCLUDED.published_at, listing.published_at),
                            told_at = EXCLUDED.told_at,
                            due_at = EXCLUDED.due_at,
                            attempts = 0
                        WHERE listing.version < EXCLUDED.version
                        RETURNING id
                        """)
                .bind(0, rows.stream().map(Told::id).toArray(UUID[]::new))
                .bind(1, rows.stream().map(one -> one.kind().alias()).toArray(String[]::new))
                .bind(2, rows.stream().map(one -> text(one.owner())).toArray(String[]::new))
                .bind(3, rows.stream().map(Told::version).toArray(Long[]::new))
                .bind(4, rows.stream().map(Told::open).toArray(Boolean[]::new))
                .bind(5, rows.stream().map(one -> text(one.publishedAt())).toArray(String[]::new))
                .bind(6, rows.stream().map(one -> text(one.before())).toArray(String[]::new))
                .map(row -> present(row, "id", UUID.class))
                .all();
    }

    /**
     * Keeps the versions of organizations and makes their listings due again. Two statements, each committed by itself: a
     * listing that is written meanwhile is seen by the second, or sees the first when it is claimed.
     */
    Mono<Void> keepOrganizations(Map<UUID, Long> versions) {
        Map<UUID, Long> sorted = new TreeMap<>(versions);
        UUID[] ids = sorted.keySet().toArray(UUID[]::new);
        Long[] of = sorted.values().toArray(Long[]::new);
        Mono<Void> kept = database.sql("""
                        INSERT INTO organization (id, version)
                        SELECT id, version FROM unnest($1::uuid[], $2::bigint[]) AS told (id, version) ORDER BY id
                        ON CONFLICT (id) DO UPDATE SET version = EXCLUDED.version
                        WHERE organization.version < EXCLUDED.version
                        """).bind(0, ids).bind(1, of).then();
        Mono<Void> due = database.sql("""
                        UPDATE listing SET due_at = COALESCE(due_at, clock_timestamp()), told_at = clock_timestamp(), attempts = 0
                        WHERE id IN (
                            SELECT l.id FROM unnest($1::uuid[], $2::bigint[]) AS told (id, version)
                            JOIN listing l ON l.owner_id = told.id
                            WHERE l.open AND l.organization_version < told.version
                            ORDER BY l.id FOR UPDATE OF l)
                        """).bind(0, ids).bind(1, of).then();
        return kept.then(due);
    }

    /** Takes listings that are due, those longest due first; nobody else takes them before the transaction ends. */
    Flux<Due> claim(int most) {
        return database.sql("""
                        SELECT l.id, l.kind, l.version, l.entered_at, l.told_at, l.attempts,
                            GREATEST(l.organization_version, COALESCE(o.version, 0)) AS organization_version
                        FROM listing l LEFT JOIN organization o ON o.id = l.owner_id
                        WHERE l.due_at <= clock_timestamp() ORDER BY l.due_at LIMIT $1 FOR UPDATE OF l SKIP LOCKED
                        """).bind(0, most).map(PostgresListings::due).all();
    }

    /** Says that listings are matched, and have entered the market now unless they had before. */
    Mono<Void> enter(Collection<Due> matched) {
        return done(matched, ", entered_at = COALESCE(entered_at, clock_timestamp())");
    }

    /** Says that nothing is to be done with listings any more. */
    Mono<Void> done(Collection<Due> due) {
        return done(due, "");
    }

    private Mono<Void> done(Collection<Due> due, String more) {
        return due.isEmpty()
                ? Mono.empty()
                : database.sql(
                                "UPDATE listing SET due_at = NULL, attempts = 0, organization_version = d.organization_version"
                                        + more
                                        + " FROM unnest($1::uuid[], $2::bigint[]) AS d (id, organization_version) WHERE listing.id = d.id")
                        .bind(0, ids(due))
                        .bind(1, organizationVersions(due))
                        .then();
    }

    /** Puts listings off that were looked for in vain, each for the pause at its place. */
    Mono<Void> later(List<Due> due, List<Duration> pauses) {
        return due.isEmpty()
                ? Mono.empty()
                : database.sql("""
                        UPDATE listing
                        SET due_at = clock_timestamp() + d.pause * interval '1 millisecond', attempts = attempts + 1
                        FROM unnest($1::uuid[], $2::bigint[]) AS d (id, pause) WHERE listing.id = d.id
                        """)
                        .bind(0, ids(due))
                        .bind(1, pauses.stream().map(Duration::toMillis).toArray(Long[]::new))
                        .then();
    }

    /** Puts listings off, each until the instant at its place. */
    Mono<Void> at(List<Due> due, List<Instant> instants) {
        return due.isEmpty()
                ? Mono.empty()
                : database.sql("""
                        UPDATE listing
                        SET due_at = d.at::timestamptz, attempts = 0, organization_version = d.organization_version
                        FROM unnest($1::uuid[], $2::bigint[], $3::text[]) AS d (id, organization_version, at)
                        WHERE listing.id = d.id
                        """)
                        .bind(0, ids(due))
                        .bind(1, organizationVersions(due))
                        .bind(2, instants.stream().map(Instant::toString).toArray(String[]::new))
                        .then();
    }

    private static UUID[] ids(Collection<Due> due) {
        return due.stream().map(Due::id).toArray(UUID[]::new);
    }

    private static Long[] organizationVersions(Collection<Due> due) {
        return due.stream().map(Due::organizationVersion).toArray(Long[]::new);
    }

    private static Due due(Readable row) {
        return new Due(
                present(row, "id", UUID.class),
                present(row, "kind", String.class).equals(Kind.OFFERS.alias()) ? Kind.OFFERS : Kind.DEMANDS,
                present(row, "version", Long.class),
                present(row, "organization_version", Long.class),
                row.get("entered_at", Instant.class),
                present(row, "told_at", Instant.class),
                present(row, "attempts", Integer.class));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static <T> T present(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
