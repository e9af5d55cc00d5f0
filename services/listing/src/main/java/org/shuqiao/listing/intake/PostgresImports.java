package org.shuqiao.listing.intake;

import static org.shuqiao.web.PostgresRows.present;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.shuqiao.contracts.listing.ImportView;
import org.shuqiao.contracts.listing.RefusedLine;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Imports and what they refused, in PostgreSQL. */
@Component
class PostgresImports {
    private final DatabaseClient database;

    PostgresImports(DatabaseClient database) {
        this.database = database;
    }

    /** The import of this key, begun now unless it was before. */
    Mono<ImportRun> begin(UUID id, String key, ImportView.Kind kind, boolean publish) {
        return database.sql("""
                        INSERT INTO import (id, key, kind, publish, status) VALUES ($1, $2, $3, $4, 'running')
                        ON CONFLICT (key) DO NOTHING
                        """)
                .bind(0, id)
                .bind(1, key)
                .bind(2, kind.name())
                .bind(3, publish)
                .then()
                .then(database.sql("SELECT * FROM import WHERE key = $1")
                        .bind(0, key)
                        .map(row -> new ImportRun(
                                present(row, "id", UUID.class),
                                ImportView.Kind.valueOf(present(row, "kind", String.class)),
                                present(row, "publish", Boolean.class),
                                ImportView.Status.valueOf(present(row, "status", String.class)),
                                present(row, "records", Long.class),
                                new Chain(present(row, "chain", String.class))))
                        .one());
    }

    /** Moves the checkpoint; false when another upload of the same import has moved it meanwhile. */
    Mono<Boolean> advance(UUID id, Settled step) {
        return database.sql("""
                        UPDATE import SET records = records + $3, bytes = bytes + $4, chain = $5,
                            created = created + $6, revised = revised + $7, unchanged = unchanged + $8,
                            refused = refused + $9, updated_at = now()
                        WHERE id = $1 AND records = $2
                        """)
                .bind(0, id)
                .bind(1, step.before())
                .bind(2, step.records())
                .bind(3, step.bytes())
                .bind(4, step.chain().value())
                .bind(5, step.created())
                .bind(6, step.revised())
                .bind(7, step.unchanged())
                .bind(8, step.refused().size())
                .fetch()
                .rowsUpdated()
                .flatMap(moved ->
                        moved == 0 ? Mono.just(false) : keep(id, step.refused()).thenReturn(true));
    }

    Mono<Void> complete(UUID id) {
        return database.sql("UPDATE import SET status = 'completed', updated_at = now() WHERE id = $1")
                .bind(0, id)
                .then();
    }

    Mono<ImportView> find(UUID id) {
        return database.sql("SELECT * FROM import WHERE id = $1")
                .bind(0, id)
                .map(PostgresImports::view)
                .one();
    }

    Mono<ImportView> find(String key) {
        return database.sql("SELECT * FROM import WHERE key = $1")
                .bind(0, key)
                .map(PostgresImports::view)
                .one();
    }

    /** All refused lines, in order. */
    Flux<RefusedLine> refused(UUID id) {
        return database.sql("SELECT * FROM import_refusal WHERE import_id = $1 ORDER BY line")
                .bind(0, id)
                .filter(statement -> statement.fetchSize(500))
                .map(row -> new RefusedLine(
                        present(row, "line", Long.class),
                        row.get("reference", String.class),
                        present(row, "field", String.class),
                        present(row, "expected", String.class),
                        row.get("received", String.class)))
                .all();
    }

    private Mono<Void> keep(UUID id, List<RefusedLine> lines) {
        if (lines.isEmpty()) {
            return Mono.empty();
        }
        return database.sql("""
                        INSERT INTO import_refusal (import_id, line, reference, field, expected, received)
                        SELECT $1, line, reference, field, expected, received
                        FROM unnest($2::bigint[], $3::text[], $4::text[], $5::text[], $6::text[])
                            AS r (line, reference, field, expected, received)
                        """)
                .bind(0, id)
                .bind(1, lines.stream().map(RefusedLine::line).toArray(Long[]::new))
                .bind(2, lines.stream().map(RefusedLine::reference).toArray(String[]::new))
                .bind(3, lines.stream().map(RefusedLine::field).toArray(String[]::new))
                .bind(4, lines.stream().map(RefusedLine::expected).toArray(String[]::new))
                .bind(5, lines.stream().map(RefusedLine::received).toArray(String[]::new))
                .then();
    }

    private static ImportView view(Readable row) {
        return new ImportView(
                present(row, "id", UUID.class),
                present(row, "key", String.class),
                ImportView.Kind.valueOf(present(row, "kind", String.class)),
                ImportView.Status.valueOf(present(row, "status", String.class)),
                present(row, "records", Long.class),
                present(row, "created", Long.class),
                present(row, "revised", Long.class),
                present(row, "unchanged", Long.class),
                present(row, "refused", Long.class),
                present(row, "bytes", Long.class),
                present(row, "started_at", Instant.class),
                present(row, "updated_at", Instant.class));
    }
}
