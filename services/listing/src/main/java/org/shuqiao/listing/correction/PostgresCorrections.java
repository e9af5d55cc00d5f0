package org.shuqiao.listing.correction;

import static org.shuqiao.web.PostgresRows.present;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.thesaurus.Correction.Kind;
import org.shuqiao.contracts.thesaurus.CorrectionGroupView;
import org.shuqiao.contracts.thesaurus.CorrectionGroupView.Status;
import org.shuqiao.contracts.thesaurus.CorrectionView;
import org.shuqiao.contracts.value.LanguageTag;
import org.shuqiao.web.Ids;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Corrections in PostgreSQL, in their groups. A group that nobody says any more is not there. */
@Component
class PostgresCorrections {
    private static final UUID FIRST = new UUID(0, 0);
    private static final String GROUPS = """
            SELECT g.id, g.version, g.status, g.language, g.concept, g.kind, g.reason, g.proposal,
                said.organizations, said.oldest, said.newest,
                (SELECT array_agg(w.words ORDER BY w.times DESC, w.words) FROM (
                    SELECT words, count(*) AS times FROM correction WHERE group_id = g.id
                    GROUP BY words ORDER BY times DESC, words LIMIT 5) w) AS written,
                (SELECT array_agg(c.context ORDER BY c.created_at DESC) FROM (
                    SELECT context, created_at FROM correction WHERE group_id = g.id AND context IS NOT NULL
                    ORDER BY created_at DESC LIMIT 5) c) AS contexts
            FROM correction_group g CROSS JOIN LATERAL (
                SELECT count(*)::int AS organizations, min(created_at) AS oldest, max(created_at) AS newest
                FROM correction WHERE group_id = g.id) said
            """;

    private final DatabaseClient database;

    PostgresCorrections(DatabaseClient database) {
        this.database = database;
    }

    /**
     * Keeps what an organization says, in place of the opposite if it said that, and answers it; the one of before where it
     * said the same. A group that was accepted is open again: what it led to must have been undone. In a transaction of the
     * caller's.
     *
     * @param form in which words are compared
     */
    Mono<CorrectionView> keep(CorrectionView correction, String form) {
        return group(correction, form)
                .flatMap(group -> takeBackOpposite(correction, form)
                        .then(insert(correction, group))
                        .then(find(group, correction)));
    }

    private Mono<UUID> group(CorrectionView correction, String form) {
        return database.sql("""
                        INSERT INTO correction_group AS g (id, version, status, language, form, concept, kind, updated_at)
                        VALUES ($1, 1, 'open', $2, $3, $4, $5, $6)
                        ON CONFLICT (language, form, concept, kind) DO UPDATE SET
                            version = g.version + (g.status = 'accepted')::int,
                            status = CASE g.status WHEN 'accepted' THEN 'open' ELSE g.status END,
                            reason = CASE g.status WHEN 'accepted' THEN NULL ELSE g.reason END,
                            proposal = NULL
                        RETURNING id
                        """)
                .bind(0, Ids.next())
                .bind(1, correction.language().value())
                .bind(2, form)
                .bind(3, correction.concept())
                .bind(4, correction.kind().name())
                .bind(5, correction.createdAt())
                .map(row -> present(row, "id", UUID.class))
                .one();
    }

    private Mono<Void> takeBackOpposite(CorrectionView correction, String form) {
        return database.sql("""
                        DELETE FROM correction c USING correction_group g
                        WHERE g.id = c.group_id AND c.organization = $1
                            AND g.language = $2 AND g.form = $3 AND g.concept = $4 AND g.kind <> $5
                        """)
                .bind(0, correction.organization())
                .bind(1, correction.language().value())
                .bind(2, form)
                .bind(3, correction.concept())
                .bind(4, correction.kind().name())
                .then();
    }

    private Mono<Void> insert(CorrectionView correction, UUID group) {
        GenericExecuteSpec insert = database.sql("""
                        INSERT INTO correction (id, group_id, organization, words, context, created_at)
                        VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (group_id, organization) DO NOTHING
                        """)
                .bind(0, correction.id())
                .bind(1, group)
                .bind(2, correction.organization())
                .bind(3, correction.words());
        return bind(insert, 4, correction.context(), String.class)
                .bind(5, correction.createdAt())
                .then();
    }

    private Mono<CorrectionView> find(UUID group, CorrectionView said) {
        return database.sql(
                        "SELECT id, words, context, created_at FROM correction WHERE group_id = $1 AND organization = $2")
                .bind(0, group)
                .bind(1, said.organization())
                .map(row -> new CorrectionView(
                        present(row, "id", UUID.class),
                        said.organization(),
                        said.language(),
                        present(row, "words", String.class),
                        said.concept(),
                        said.kind(),
                        row.get("context", String.class),
                        present(row, "created_at", Instant.class)))
                .one();
    }

    Mono<CorrectionGroupView> find(UUID id) {
        return database.sql(GROUPS + " WHERE g.id = $1 AND said.organizations > 0")
                .bind(0, id)
                .map(PostgresCorrections::read)
                .one();
    }

    /** Like {@link #find}, and whoever wants to change it too waits until the transaction ends. */
    Mono<CorrectionGroupView> hold(UUID id) {
        return database.sql(GROUPS + " WHERE g.id = $1 AND said.organizations > 0 FOR UPDATE OF g")
                .bind(0, id)
                .map(PostgresCorrections::read)
                .one();
    }

    /** Groups of a status, or all, that at least so many organizations say, in the order in which they came. */
    Flux<CorrectionGroupView> list(@Nullable Status status, int organizations, @Nullable UUID after, int limit) {
        GenericExecuteSpec select = database.sql(GROUPS + """
                 WHERE ($1::text IS NULL OR g.status = $1) AND said.organizations >= $2 AND g.id > $3
                ORDER BY g.id LIMIT $4
                """);
        return bind(select, 0, status == null ? null : status.name(), String.class)
                .bind(1, organizations)
                .bind(2, after == null ? FIRST : after)
                .bind(3, limit)
                .map(PostgresCorrections::read)
                .all();
    }

    /** Keeps what was decided on a group in place of its version before; false when that is no longer the current one. */
    Mono<Boolean> update(CorrectionGroupView group, Instant now) {
        GenericExecuteSpec update = database.sql("""
                        UPDATE correction_group SET version = $3, status = $4, updated_at = $5, reason = $6, proposal = $7
                        WHERE id = $1 AND version = $2
                        """)
                .bind(0, group.id())
                .bind(1, group.version() - 1)
                .bind(2, group.version())
                .bind(3, group.status().name())
                .bind(4, now);
        update = bind(update, 5, group.reason(), String.class);
        return bind(update, 6, group.proposal(), UUID.class)
                .fetch()
                .rowsUpdated()
                .map(updated -> updated == 1);
    }

    private static CorrectionGroupView read(Readable row) {
        List<String> written = List.of(present(row, "written", String[].class));
        String @Nullable [] contexts = row.get("contexts", String[].class);
        return new CorrectionGroupView(
                present(row, "id", UUID.class),
                present(row, "version", Long.class),
                Status.valueOf(present(row, "status", String.class)),
                new LanguageTag(present(row, "language", String.class)),
                present(row, "concept", String.class),
                Kind.valueOf(present(row, "kind", String.class)),
                written.getFirst(),
                written,
                present(row, "organizations", Integer.class),
                present(row, "oldest", Instant.class),
                present(row, "newest", Instant.class),
                contexts == null ? List.of() : List.of(contexts),
                row.get("reason", String.class),
                row.get("proposal", UUID.class));
    }

    private static <T> GenericExecuteSpec bind(GenericExecuteSpec spec, int index, @Nullable T value, Class<T> type) {
        return value == null ? spec.bindNull(index, type) : spec.bind(index, value);
    }
}
