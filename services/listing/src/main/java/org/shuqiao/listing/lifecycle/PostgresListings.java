package org.shuqiao.listing.lifecycle;

import static org.shuqiao.web.PostgresRows.present;

import io.r2dbc.spi.Readable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.listing.ListingContent;
import org.shuqiao.contracts.listing.ListingStatus;
import org.shuqiao.contracts.listing.ListingView;
import org.shuqiao.messaging.EventCodec;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Offers and demands in PostgreSQL. */
@Component
public class PostgresListings {
    private static final String COLUMNS =
            "id, owner_id, status, version, created_at, updated_at, published_at, expires_at, content::text AS content";

    private final DatabaseClient database;
    private final JsonMapper json = EventCodec.eventMapper();

    PostgresListings(DatabaseClient database) {
        this.database = database;
    }

    <C extends ListingContent, V extends ListingView> Mono<Listing<C, V>> find(ListingKind<C, V> kind, UUID id) {
        return database.sql("SELECT " + COLUMNS + " FROM listing WHERE kind = $1 AND id = $2")
                .bind(0, kind.name())
                .bind(1, id)
                .map(row -> read(kind, row))
                .one();
    }

    /** Keeps a new listing; false when its owner has one with the same reference. */
    <C extends ListingContent, V extends ListingView> Mono<Boolean> insert(Listing<C, V> listing) {
        String content = write(listing.content());
        GenericExecuteSpec insert = database.sql("""
                        INSERT INTO listing (id, kind, owner_id, reference, status, version, created_at, updated_at,
                            content, digest)
                        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9::jsonb, $10) ON CONFLICT DO NOTHING
                        """)
                .bind(0, listing.id())
                .bind(1, listing.kind().name())
                .bind(2, listing.ownerId());
        return bind(insert, 3, listing.content().reference(), String.class)
                .bind(4, listing.status().name())
                .bind(5, listing.version())
                .bind(6, listing.createdAt())
                .bind(7, listing.updatedAt())
                .bind(8, content)
                .bind(9, digest(content))
                .fetch()
                .rowsUpdated()
                .map(inserted -> inserted == 1);
    }

    /** Keeps a changed listing in place of its version before; false when that is no longer the current one. */
    <C extends ListingContent, V extends ListingView> Mono<Boolean> update(Listing<C, V> listing) {
        String content = write(listing.content());
        GenericExecuteSpec update = database.sql("""
                        UPDATE listing SET reference = $3, status = $4, version = $5, updated_at = $6,
                            published_at = $7, expires_at = $8, content = $9::jsonb, digest = $10
                        WHERE id = $1 AND version = $2
                        """).bind(0, listing.id()).bind(1, listing.version() - 1);
        update = bind(update, 2, listing.content().reference(), String.class)
                .bind(3, listing.status().name())
                .bind(4, listing.version())
                .bind(5, listing.updatedAt());
        update = bind(update, 6, listing.publishedAt(), Instant.class);
        return bind(update, 7, listing.expiresAt(), Instant.class)
                .bind(8, content)
                .bind(9, digest(content))
                .fetch()
                .rowsUpdated()
                .map(updated -> updated == 1);
    }

    /** An owner's listings of all states in the order of their ids, from after {@code after}. */
    <C extends ListingContent, V extends ListingView> Flux<Listing<C, V>> ofOwner(
            ListingKind<C, V> kind, UUID owner, @Nullable UUID after, int limit) {
        return database.sql("SELECT " + COLUMNS
                        + " FROM listing WHERE kind = $1 AND owner_id = $2 AND id > $3 ORDER BY id LIMIT $4")
                .bind(0, kind.name())
                .bind(1, owner)
                .bind(2, after == null ? FIRST : after)
                .bind(3, limit)
                .map(row -> read(kind, row))
                .all();
    }

    /** Everything that was ever shown, in the order of ids, from after {@code after}. */
    public <C extends ListingContent, V extends ListingView> Flux<Listing<C, V>> shown(
            ListingKind<C, V> kind, @Nullable UUID after, int limit) {
        return database.sql("SELECT " + COLUMNS
                        + " FROM listing WHERE kind = $1 AND status <> 'draft' AND id > $2 ORDER BY id LIMIT $3")
                .bind(0, kind.name())
                .bind(1, after == null ? FIRST : after)
                .bind(2, limit)
                .map(row -> read(kind, row))
                .all();
    }

    /** Marks as expired what is due at {@code now}, at most {@code limit}; what another process is busy with waits. */
    <C extends ListingContent, V extends ListingView> Flux<Listing<C, V>> expireDue(
            ListingKind<C, V> kind, Instant now, int limit) {
        return database.sql("""
                        UPDATE listing SET status = 'expired', version = version + 1, updated_at = $2
                        WHERE id IN (
                            SELECT id FROM listing
                            WHERE status IN ('published', 'paused') AND kind = $1 AND expires_at <= $2
                            ORDER BY expires_at LIMIT $3 FOR UPDATE SKIP LOCKED)
                        RETURNING %s
                        """.formatted(COLUMNS))
                .bind(0, kind.name())
                .bind(1, now)
                .bind(2, limit)
                .map(row -> read(kind, row))
                .all();
    }

    /** The content as it is kept. */
    public String write(ListingContent content) {
        return json.writeValueAsString(content);
    }

    /** The digest of a content as written: equal digests, equal content. */
    public static UUID digest(String content) {
        return UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8));
    }

    private <C extends ListingContent, V extends ListingView> Listing<C, V> read(ListingKind<C, V> kind, Readable row) {
        return listing(kind, row, json.readValue(present(row, "content", String.class), kind.contentType()));
    }

    /** The listing in a row that has all its columns; {@code content} is what the column of that name says. */
    public static <C extends ListingContent, V extends ListingView> Listing<C, V> listing(
            ListingKind<C, V> kind, Readable row, C content) {
        return new Listing<>(
                kind,
                present(row, "id", UUID.class),
                present(row, "owner_id", UUID.class),
                ListingStatus.valueOf(present(row, "status", String.class)),
                present(row, "version", Long.class),
                present(row, "created_at", Instant.class),
                present(row, "updated_at", Instant.class),
                row.get("published_at", Instant.class),
                row.get("expires_at", Instant.class),
                content);
    }

    private static final UUID FIRST = new UUID(0, 0);

    private static <T> GenericExecuteSpec bind(GenericExecuteSpec spec, int index, @Nullable T value, Class<T> type) {
        return value == null ? spec.bindNull(index, type) : spec.bind(index, value);
    }
}
