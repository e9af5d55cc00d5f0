package org.shuqiao.search.frozen;

import static org.shuqiao.web.PostgresRows.present;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.search.ShortListView;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Frozen short lists in PostgreSQL, each written once. */
@Component
class PostgresShortLists {
    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final String HEAD = """
            id, demand_id, demand_version, buyer_id, frozen_at, ranking_version, generation, offers, candidates, digest
            """;

    private final DatabaseClient database;

    PostgresShortLists(DatabaseClient database) {
        this.database = database;
    }

    /**
     * A list as it is kept.
     *
     * @param record compressed; so is {@code shown}
     */
    record Row(ShortListView head, byte[] record, byte[] shown) {}

    /** How many a demand has; nobody adds one to them before the transaction ends. */
    Mono<Long> hold(UUID demand) {
        return database.sql("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))::text AS held")
                .bind(0, "short_list " + demand)
                .fetch()
                .one()
                .then(database.sql("SELECT count(*) AS many FROM short_list WHERE demand_id = $1")
                        .bind(0, demand)
                        .map(row -> present(row, "many", Long.class))
                        .one());
    }

    Mono<Void> insert(Row row) {
        ShortListView head = row.head();
        return database.sql("INSERT INTO short_list (" + HEAD + """
                        , record, shown) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
                        """)
                .bind(0, head.id())
                .bind(1, head.demandId())
                .bind(2, head.demandVersion())
                .bind(3, head.buyerId())
                .bind(4, head.frozenAt())
                .bind(5, head.rankingVersion())
                .bind(6, head.generation())
                .bind(7, head.offers())
                .bind(8, head.candidates())
                .bind(9, head.digest())
                .bind(10, row.record())
                .bind(11, row.shown())
                .then();
    }

    /** At most {@code limit} of a demand in the order they were frozen in, after {@code after}. */
    Flux<ShortListView> of(UUID demand, @Nullable UUID after, int limit) {
        return database.sql("SELECT " + HEAD + " FROM short_list WHERE demand_id = $1 AND id > $2 ORDER BY id LIMIT $3")
                .bind(0, demand)
                .bind(1, after == null ? BEFORE_ALL : after)
                .bind(2, limit)
                .map(PostgresShortLists::head)
                .all();
    }

    Mono<Row> find(UUID demand, UUID id) {
        return database.sql("SELECT " + HEAD + ", record, shown FROM short_list WHERE demand_id = $1 AND id = $2")
                .bind(0, demand)
                .bind(1, id)
                .map(row ->
                        new Row(head(row), present(row, "record", byte[].class), present(row, "shown", byte[].class)))
                .one();
    }

    private static ShortListView head(Readable row) {
        return new ShortListView(
                present(row, "id", UUID.class),
                present(row, "demand_id", UUID.class),
                present(row, "demand_version", Long.class),
                present(row, "buyer_id", UUID.class),
                present(row, "frozen_at", Instant.class),
                present(row, "ranking_version", String.class),
                present(row, "generation", String.class),
                present(row, "offers", Integer.class),
                present(row, "candidates", Integer.class),
                present(row, "digest", String.class));
    }
}
