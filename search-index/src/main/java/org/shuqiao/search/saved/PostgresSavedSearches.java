package org.shuqiao.search.saved;

import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.search.Delivery;
import org.shuqiao.contracts.search.SavedSearch;
import org.shuqiao.contracts.search.SavedSearchView;
import org.shuqiao.contracts.value.LanguageTag;
import org.shuqiao.contracts.value.OrganizationReference;
import org.shuqiao.messaging.EventCodec;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Saved searches in PostgreSQL. Each change gets the next revision, and has the row of the revisions for itself until its
 * transaction ends; so revisions are committed in their order, and who shares that row sees all searches there are.
 */
@Component
public class PostgresSavedSearches {
    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final TypeReference<Map<String, List<String>>> PARAMETERS = new TypeReference<>() {};
    private static final String COLUMNS = """
            id, owner_id, version, created_at, updated_at, since, name, kind, parameters::text AS parameters, demand_id,
            least_score, language, digest_zone, digest_hour
            """;

    private final DatabaseClient database;
    private final JsonMapper json = EventCodec.eventMapper();

    PostgresSavedSearches(DatabaseClient database) {
        this.database = database;
    }

    /** A change begun: its revision, and the instant from which on the market is new to a search saved by it. */
    record Revision(long number, Instant since) {}

    /** Begins a change; waits for others, and for alerts that are being raised. */
    Mono<Revision> begin() {
        return database.sql("UPDATE search_revision SET last = last + 1 RETURNING last, clock_timestamp() AS since")
                .map(row -> new Revision(present(row, "last", Long.class), present(row, "since", Instant.class)))
                .one();
    }

    /** The last revision; none follows before the transaction ends. */
    public Mono<Long> holdRevision() {
        return database.sql("SELECT last FROM search_revision FOR SHARE")
                .map(row -> present(row, "last", Long.class))
                .one();
    }

    /** The searches saved or changed after a revision. */
    public Flux<SavedSearchView> changedAfter(long revision) {
        return database.sql("SELECT " + COLUMNS + " FROM saved_search WHERE revision > $1")
                .bind(0, revision)
                .map(this::read)
                .all();
    }

    /** The searches removed after a revision, as far as it is remembered. */
    public Flux<UUID> removedAfter(long revision) {
        return database.sql("SELECT id FROM removed_search WHERE revision > $1")
                .bind(0, revision)
                .map(row -> present(row, "id", UUID.class))
                .all();
    }

    /** The last revision as of now. */
    public Mono<Long> revision() {
        return database.sql("SELECT last FROM search_revision")
                .map(row -> present(row, "last", Long.class))
                .one();
    }

    public Mono<SavedSearchView> find(UUID id) {
        return database.sql("SELECT " + COLUMNS + " FROM saved_search WHERE id = $1")
                .bind(0, id)
                .map(this::read)
                .one();
    }

    /** Like {@link #find}, held against other changes until the transaction ends. */
    Mono<SavedSearchView> lock(UUID id) {
        return database.sql("SELECT " + COLUMNS + " FROM saved_search WHERE id = $1 FOR UPDATE")
                .bind(0, id)
                .map(this::read)
                .one();
    }

    /** At most {@code limit} of an owner in the order they were saved in, after {@code after}. */
    Flux<SavedSearchView> of(UUID owner, @Nullable UUID after, int limit) {
        return database.sql("SELECT " + COLUMNS + """
                         FROM saved_search WHERE owner_id = $1 AND id > $2 ORDER BY id LIMIT $3
                        """)
                .bind(0, owner)
                .bind(1, after == null ? BEFORE_ALL : after)
                .bind(2, limit)
                .map(this::read)
                .all();
    }

    Mono<Long> count(UUID owner) {
        return database.sql("SELECT count(*) AS many FROM saved_search WHERE owner_id = $1")
                .bind(0, owner)
                .map(row -> present(row, "many", Long.class))
                .one();
    }

    /** False when the demand has one already. */
    Mono<Boolean> insert(SavedSearchView view, long revision) {
        return write(view, revision, """
                INSERT INTO saved_search (id, owner_id, version, created_at, updated_at, since, revision, name, kind,
                    parameters, demand_id, least_score, language, digest_zone, digest_hour)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::jsonb, $11::uuid, $12::float8, $13, $14, $15::smallint)
                ON CONFLICT (demand_id) DO NOTHING
                """);
    }

    /** Writes a version over the one before it; call it with the row locked. False when its demand has another search. */
    Mono<Boolean> update(SavedSearchView view, long revision) {
        return write(view, revision, """
                UPDATE saved_search SET owner_id = $2, version = $3, created_at = $4, updated_at = $5, since = $6,
                    revision = $7, name = $8, kind = $9, parameters = $10::jsonb, demand_id = $11::uuid,
                    least_score = $12::float8, language = $13, digest_zone = $14, digest_hour = $15::smallint
                WHERE id = $1 AND NOT EXISTS (SELECT FROM saved_search WHERE demand_id = $11::uuid AND id <> $1)
                """);
    }

    /** Notes as seen by a search those of the listings that have not entered the market yet; those that have are not new. */
    Mono<Void> there(UUID id, List<UUID> listings) {
        return database.sql("""
                        INSERT INTO alert (id, search_id, listing_id, owner_id, seen_at)
                        SELECT gen_random_uuid(), s.id, t.id, s.owner_id, clock_timestamp()
                        FROM unnest($2::uuid[]) AS t (id) JOIN saved_search s ON s.id = $1
                        WHERE NOT EXISTS (SELECT FROM listing l WHERE l.id = t.id AND l.entered_at IS NOT NULL)
                        ON CONFLICT (search_id, listing_id) DO NOTHING
                        """)
                .bind(0, id)
                .bind(1, listings.toArray(UUID[]::new))
                .then();
    }

    Mono<Void> remove(UUID id, long revision) {
        return database.sql("DELETE FROM saved_search WHERE id = $1")
                .bind(0, id)
                .then()
                .then(removed(List.of(id), revision));
    }

    /** Removes the searches for the matches of demands that have ended. */
    public Mono<Void> demandsEnded(List<UUID> demands) {
        if (demands.isEmpty()) {
            return Mono.empty();
        }
        return begin().flatMap(
                        revision -> database.sql("DELETE FROM saved_search WHERE demand_id = ANY($1) RETURNING id")
                                .bind(0, demands.toArray(UUID[]::new))
                                .map(row -> present(row, "id", UUID.class))
                                .all()
                                .collectList()
                                .flatMap(ids -> removed(ids, revision.number())));
    }

    private Mono<Void> removed(List<UUID> ids, long revision) {
        return database.sql("INSERT INTO removed_search (id, revision) SELECT id, $2 FROM unnest($1::uuid[]) AS r (id)")
                .bind(0, ids.toArray(UUID[]::new))
                .bind(1, revision)
                .then()
                .then(database.sql("DELETE FROM removed_search WHERE removed_at < now() - interval '7 days'")
                        .then());
    }

    private Mono<Boolean> write(SavedSearchView view, long revision, String sql) {
        SavedSearch search = view.search();
        Delivery delivery = search.delivery();
        GenericExecuteSpec write = database.sql(sql)
                .bind(0, view.id())
                .bind(1, view.ownerId())
                .bind(2, view.version())
                .bind(3, view.createdAt())
                .bind(4, view.updatedAt())
                .bind(5, view.since())
                .bind(6, revision)
                .bind(7, search.name())
                .bind(8, search.kind().name())
                .bind(9, json.writeValueAsString(search.parameters()))
                .bind(10, text(search.demand()))
                .bind(11, text(search.leastScore()))
                .bind(12, search.language().value())
                .bind(13, text(delivery.zone()))
                .bind(14, text(delivery.hour()));
        return write.fetch().rowsUpdated().map(rows -> rows > 0);
    }

    private static Parameter text(@Nullable Object value) {
        return Parameters.in(R2dbcType.VARCHAR, value == null ? null : value.toString());
    }

    private SavedSearchView read(Readable row) {
        String zone = row.get("digest_zone", String.class);
        Delivery delivery = zone == null
                ? Delivery.IMMEDIATELY
                : new Delivery(Delivery.Mode.daily, zone, present(row, "digest_hour", Integer.class));
        UUID owner = present(row, "owner_id", UUID.class);
        SavedSearch search = new SavedSearch(
                OrganizationReference.of(owner),
                present(row, "name", String.class),
                SavedSearch.Kind.valueOf(present(row, "kind", String.class)),
                json.readValue(present(row, "parameters", String.class), PARAMETERS),
                row.get("demand_id", UUID.class),
                row.get("least_score", Double.class),
                new LanguageTag(present(row, "language", String.class)),
                delivery);
        return new SavedSearchView(
                present(row, "id", UUID.class),
                owner,
                present(row, "version", Long.class),
                present(row, "created_at", Instant.class),
                present(row, "updated_at", Instant.class),
                present(row, "since", Instant.class),
                search);
    }

    private static <T> T present(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
