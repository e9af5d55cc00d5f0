package org.shuqiao.listing.thesaurus;

import static org.shuqiao.web.PostgresRows.present;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import org.shuqiao.contracts.thesaurus.ConceptAddition;
import org.shuqiao.contracts.thesaurus.PublishedAddition;
import org.shuqiao.messaging.EventCodec;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The published additions in PostgreSQL, in the order of the versions they made. */
@Component
public class PostgresAdditions {
    private final DatabaseClient database;
    private final JsonMapper json = EventCodec.eventMapper();

    PostgresAdditions(DatabaseClient database) {
        this.database = database;
    }

    /** The current version of the thesaurus; 0 while nothing was added. */
    Mono<Long> version() {
        return database.sql("SELECT version FROM thesaurus")
                .map(row -> present(row, "version", Long.class))
                .one();
    }

    /** Makes the next version and holds it until the transaction ends; whoever wants one too waits. */
    public Mono<Long> nextVersion() {
        return database.sql("UPDATE thesaurus SET version = version + 1 RETURNING version")
                .map(row -> present(row, "version", Long.class))
                .one();
    }

    /** Those that lead from version {@code after} to {@code upTo}. */
    Flux<PublishedAddition> between(long after, long upTo) {
        return database.sql("""
                        SELECT thesaurus_version, updated_at, addition::text AS addition FROM thesaurus_proposal
                        WHERE thesaurus_version > $1 AND thesaurus_version <= $2 ORDER BY thesaurus_version
                        """)
                .bind(0, after)
                .bind(1, upTo)
                .map(this::addition)
                .all();
    }

    /** At most {@code limit} after the version {@code after}. */
    public Flux<PublishedAddition> after(long after, int limit) {
        return database.sql("""
                        SELECT thesaurus_version, updated_at, addition::text AS addition FROM thesaurus_proposal
                        WHERE thesaurus_version > $1 ORDER BY thesaurus_version LIMIT $2
                        """)
                .bind(0, after)
                .bind(1, limit)
                .map(this::addition)
                .all();
    }

    private PublishedAddition addition(Readable row) {
        return new PublishedAddition(
                present(row, "thesaurus_version", Long.class),
                present(row, "updated_at", Instant.class),
                json.readValue(present(row, "addition", String.class), ConceptAddition.class));
    }
}
