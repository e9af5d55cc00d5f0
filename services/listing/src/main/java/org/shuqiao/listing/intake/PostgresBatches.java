package org.shuqiao.listing.intake;

import static org.shuqiao.web.PostgresRows.present;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.listing.ListingContent;
import org.shuqiao.contracts.listing.ListingStatus;
import org.shuqiao.contracts.listing.ListingView;
import org.shuqiao.listing.lifecycle.Listing;
import org.shuqiao.listing.lifecycle.ListingKind;
import org.shuqiao.listing.lifecycle.PostgresListings;
import org.shuqiao.web.Ids;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Many listings at once into PostgreSQL, by owner and reference: new ones created, changed ones revised. */
@Component
class PostgresBatches {
    // A line that changes nothing touches nothing, unless it brings back what had expired. Withdrawn is for good.
    private static final String UPSERT = """
            INSERT INTO listing (id, kind, owner_id, reference, status, version, created_at, updated_at,
                published_at, expires_at, content, digest)
            SELECT id, $1, owner_id, reference, $2, 1, $3, $3,
                CASE WHEN $2 = 'published' THEN $3 END,
                CASE WHEN $2 = 'published' THEN expires_at::timestamptz END, content::jsonb, digest
            FROM unnest($4::uuid[], $5::uuid[], $6::text[], $7::text[], $8::text[], $9::uuid[])
                AS r (id, owner_id, reference, expires_at, content, digest)
            ON CONFLICT (kind, owner_id, reference) WHERE reference IS NOT NULL DO UPDATE SET
                content = EXCLUDED.content, digest = EXCLUDED.digest, version = listing.version + 1,
                updated_at = EXCLUDED.updated_at,
                status = CASE WHEN listing.status IN ('draft', 'expired') AND EXCLUDED.status = 'published'
                    THEN 'published' ELSE listing.status END,
                published_at = CASE WHEN listing.status IN ('draft', 'expired') AND EXCLUDED.status = 'published'
                    THEN EXCLUDED.published_at ELSE listing.published_at END,
                expires_at = CASE WHEN listing.status = 'draft' AND EXCLUDED.status = 'draft'
                    THEN NULL ELSE COALESCE(EXCLUDED.expires_at, listing.expires_at) END
            WHERE listing.status <> 'withdrawn' AND (listing.digest <> EXCLUDED.digest
                OR listing.status IN ('draft', 'expired') AND EXCLUDED.status = 'published')
            RETURNING old.status AS status_before, new.id, new.owner_id, new.reference, new.status, new.version,
                new.created_at, new.updated_at, new.published_at, new.expires_at
            """;

    private final DatabaseClient database;
    private final PostgresListings listings;

    PostgresBatches(DatabaseClient database, PostgresListings listings) {
        this.database = database;
        this.listings = listings;
    }

    /** A listing to keep: its owner, content, and when it expires if it is published now. */
    record Row<C extends ListingContent>(UUID owner, String reference, C content, Instant expiresAt) {}

    /** A listing that was created ({@code before} null) or revised. */
    record Kept<C extends ListingContent, V extends ListingView>(
            @Nullable ListingStatus before, Listing<C, V> listing) {}

    /**
     * Keeps all rows, no two of which have the same owner and reference; answers those that were created or changed.
     */
    <C extends ListingContent, V extends ListingView> Flux<Kept<C, V>> keep(
            ListingKind<C, V> kind, List<Row<C>> rows, boolean publish, Instant now) {
        int n = rows.size();
        UUID[] ids = new UUID[n];
        UUID[] owners = new UUID[n];
        String[] references = new String[n];
        String[] ends = new String[n];
        String[] contents = new String[n];
        UUID[] digests = new UUID[n];
        Map<Key, C> byKey = HashMap.newHashMap(n);
        for (int i = 0; i < n; i++) {
            Row<C> row = rows.get(i);
            ids[i] = Ids.next();
            owners[i] = row.owner();
            references[i] = row.reference();
            ends[i] = row.expiresAt().toString();
            contents[i] = listings.write(row.content());
            digests[i] = PostgresListings.digest(contents[i]);
            byKey.put(new Key(row.owner(), row.reference()), row.content());
        }
        return database.sql(UPSERT)
                .bind(0, kind.name())
                .bind(1, (publish ? ListingStatus.published : ListingStatus.draft).name())
                .bind(2, now)
                .bind(3, ids)
                .bind(4, owners)
                .bind(5, references)
                .bind(6, ends)
                .bind(7, contents)
                .bind(8, digests)
                .map(row -> {
                    Key key = new Key(present(row, "owner_id", UUID.class), present(row, "reference", String.class));
                    return kept(kind, row, Objects.requireNonNull(byKey.get(key)));
                })
                .all();
    }

    /** An owner and its own id for a listing. */
    record Key(UUID owner, String reference) {}

    /** Those of the keys whose listing was withdrawn. */
    Flux<Key> withdrawn(ListingKind<?, ?> kind, List<Key> keys) {
        return database.sql("""
                        SELECT owner_id, reference
                        FROM unnest($2::uuid[], $3::text[]) AS k (owner_id, reference)
                        JOIN listing USING (owner_id, reference) WHERE kind = $1 AND status = 'withdrawn'
                        """)
                .bind(0, kind.name())
                .bind(1, keys.stream().map(Key::owner).toArray(UUID[]::new))
                .bind(2, keys.stream().map(Key::reference).toArray(String[]::new))
                .map(row -> new Key(present(row, "owner_id", UUID.class), present(row, "reference", String.class)))
                .all();
    }

    private static <C extends ListingContent, V extends ListingView> Kept<C, V> kept(
            ListingKind<C, V> kind, Readable row, C content) {
        String before = row.get("status_before", String.class);
        return new Kept<>(
                before == null ? null : ListingStatus.valueOf(before), PostgresListings.listing(kind, row, content));
    }
}
