package org.shuqiao.listing.proposal;

import static org.shuqiao.web.PostgresRows.present;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.thesaurus.ConceptAddition;
import org.shuqiao.contracts.thesaurus.ProposalStatus;
import org.shuqiao.contracts.thesaurus.ProposalView;
import org.shuqiao.messaging.EventCodec;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Proposals in PostgreSQL. */
@Component
class PostgresProposals {
    private static final UUID FIRST = new UUID(0, 0);
    private static final String COLUMNS =
            "id, version, status, created_at, updated_at, reason, rejection, thesaurus_version, addition::text AS addition";

    private final DatabaseClient database;
    private final JsonMapper json = EventCodec.eventMapper();

    PostgresProposals(DatabaseClient database) {
        this.database = database;
    }

    /** Keeps a new proposal; false when its new concept is proposed or published already. */
    Mono<Boolean> insert(ProposalView proposal) {
        ConceptAddition addition = proposal.addition();
        return database.sql("""
                        INSERT INTO thesaurus_proposal (id, version, status, kind, concept, created_at, updated_at, reason,
                            addition)
                        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9::jsonb) ON CONFLICT DO NOTHING
                        """)
                .bind(0, proposal.id())
                .bind(1, proposal.version())
                .bind(2, proposal.status().name())
                .bind(3, addition.kind().name())
                .bind(4, addition.concept())
                .bind(5, proposal.createdAt())
                .bind(6, proposal.updatedAt())
                .bind(7, proposal.reason())
                .bind(8, json.writeValueAsString(addition))
                .fetch()
                .rowsUpdated()
                .map(inserted -> inserted == 1);
    }

    /** Keeps where a proposal stands now in place of its version before; false when that is no longer the current one. */
    Mono<Boolean> update(ProposalView proposal) {
        GenericExecuteSpec update = database.sql("""
                        UPDATE thesaurus_proposal SET version = $3, status = $4, updated_at = $5, rejection = $6,
                            thesaurus_version = $7
                        WHERE id = $1 AND version = $2
                        """)
                .bind(0, proposal.id())
                .bind(1, proposal.version() - 1)
                .bind(2, proposal.version())
                .bind(3, proposal.status().name())
                .bind(4, proposal.updatedAt());
        update = bind(update, 5, proposal.rejection(), String.class);
        return bind(update, 6, proposal.thesaurusVersion(), Long.class)
                .fetch()
                .rowsUpdated()
                .map(updated -> updated == 1);
    }

    Mono<ProposalView> find(UUID id) {
        return database.sql("SELECT " + COLUMNS + " FROM thesaurus_proposal WHERE id = $1")
                .bind(0, id)
                .map(this::read)
                .one();
    }

    /** Those of a status, or all, in the order in which they came, from after {@code after}. */
    Flux<ProposalView> list(@Nullable ProposalStatus status, @Nullable UUID after, int limit) {
        GenericExecuteSpec select = database.sql("SELECT " + COLUMNS + """
                         FROM thesaurus_proposal WHERE ($1::text IS NULL OR status = $1) AND id > $2
                        ORDER BY id LIMIT $3
                        """);
        return bind(select, 0, status == null ? null : status.name(), String.class)
                .bind(1, after == null ? FIRST : after)
                .bind(2, limit)
                .map(this::read)
                .all();
    }

    private ProposalView read(Readable row) {
        return new ProposalView(
                present(row, "id", UUID.class),
                present(row, "version", Long.class),
                ProposalStatus.valueOf(present(row, "status", String.class)),
                present(row, "created_at", Instant.class),
                present(row, "updated_at", Instant.class),
                present(row, "reason", String.class),
                row.get("rejection", String.class),
                row.get("thesaurus_version", Long.class),
                json.readValue(present(row, "addition", String.class), ConceptAddition.class));
    }

    private static <T> GenericExecuteSpec bind(GenericExecuteSpec spec, int index, @Nullable T value, Class<T> type) {
        return value == null ? spec.bindNull(index, type) : spec.bind(index, value);
    }
}
