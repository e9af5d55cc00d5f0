package org.shuqiao.audit;

import io.r2dbc.spi.Readable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shuqiao.audit.AuditEntry.Kept;
import org.shuqiao.audit.chain.Digests;
import org.shuqiao.contracts.value.InvalidValue;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads the log's tables. */
final class PostgresAuditEntries implements AuditEntries {
    private static final int EXPORT_PAGE = 1_000;

    private final DatabaseClient database;

    PostgresAuditEntries(DatabaseClient database) {
        this.database = database;
    }

    /** The last entry that is committed. */
    record Head(UUID chain, long sequence, String hash) {}

    Mono<Head> head() {
        return database.sql("SELECT chain, sequence, hash FROM audit_head")
                .map(row -> new Head(
                        row.get("chain", UUID.class), row.get("sequence", Long.class), row.get("hash", String.class)))
                .one()
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("the audit log has no head")));
    }

    @Override
    public Flux<AuditEntry> find(AuditFilter filter, @Nullable Long before, int limit) {
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw new InvalidValue("limit", "a whole number from 1 to " + LARGEST_PAGE, limit);
        }
        Conditions conditions = new Conditions();
        conditions.add("sequence < %s", before);
        conditions.add("subject = %s", filter.subject());
        conditions.add("organization = %s", filter.organization());
        conditions.add(
                "action = %s", filter.action() == null ? null : filter.action().word());
        conditions.add("object_kind = %s", filter.objectKind());
        conditions.add("object_id = %s", filter.objectId());
        // instants rise with sequences, so a time is a place in the chain, which every index knows
        conditions.add(
                "sequence >= (SELECT sequence FROM audit_entry WHERE instant >= %s ORDER BY instant, sequence LIMIT 1)",
                filter.from() == null ? null : AuditEntry.text(filter.from()));
        conditions.add(
                "sequence < coalesce((SELECT sequence FROM audit_entry WHERE instant >= %s"
                        + " ORDER BY instant, sequence LIMIT 1), 9223372036854775807)",
                filter.until() == null ? null : AuditEntry.text(filter.until()));
        return conditions
                .bound(database, "SELECT body, hash FROM audit_entry", "ORDER BY sequence DESC LIMIT " + limit)
                .map(PostgresAuditEntries::kept)
                .all()
                .map(AuditEntry::of);
    }

    /** What is asked for, each condition with its parameter. */
    private static final class Conditions {
        private final List<String> texts = new ArrayList<>();
        private final List<Object> values = new ArrayList<>();

        void add(String text, @Nullable Object value) {
            if (value != null) {
                values.add(value);
                texts.add(text.formatted("$" + values.size()));
            }
        }

        DatabaseClient.GenericExecuteSpec bound(DatabaseClient database, String select, String end) {
            String where = texts.isEmpty() ? "" : " WHERE " + String.join(" AND ", texts);
            DatabaseClient.GenericExecuteSpec statement = database.sql(select + where + " " + end);
            for (int i = 0; i < values.size(); i++) {
                statement = statement.bind(i, values.get(i));
            }
            return statement;
        }
    }

    private static Kept kept(Readable row) {
        return new Kept(row.get("body", String.class), row.get("hash", String.class));
    }

    /** An entry with the place that the database keeps it under, whatever has become of the rest of it. */
    private record Row(long sequence, Kept kept) {}

    /** The entries after one to another, in order, page by page, so that no statement runs long. */
    Flux<Kept> entries(long after, long to) {
        return pages(after, to).concatMapIterable(page -> page, 1).map(Row::kept);
    }

    private Flux<List<Row>> pages(long after, long to) {
        return page(after, to)
                .expand(page -> page.size() < EXPORT_PAGE
                        ? Mono.empty()
                        : page(page.getLast().sequence(), to));
    }

    private Mono<List<Row>> page(long after, long to) {
        return database.sql("SELECT sequence, body, hash FROM audit_entry WHERE sequence > $1 AND sequence <= $2"
                        + " ORDER BY sequence LIMIT " + EXPORT_PAGE)
                .bind(0, after)
                .bind(1, to)
                .map(row -> new Row(row.get("sequence", Long.class), kept(row)))
                .all()
                .collectList();
    }

    @Override
    public Flux<String> export(long from) {
        if (from < 1) {
            throw new InvalidValue("from", "a whole number from 1", from);
        }
        // the last checkpoint before the head: one that is later than the head then shows that the end is gone
        return latestCheckpoint()
                .map(List::of)
                .defaultIfEmpty(List.of())
                .flatMapMany(latest ->
                        head().flatMapMany(head -> export(Math.min(from, head.sequence + 1), head, latest)));
    }

    private Flux<String> export(long from, Head head, List<Signed> latest) {
        Flux<String> beyond = Flux.fromIterable(latest)
                .filter(checkpoint -> checkpoint.sequence > head.sequence)
                .map(Signed::line);
        return previous(from, head)
                .flatMapMany(previous -> Flux.just(beginning(head, from, previous))
                        .concatWith(checkpoints(from - 2, from - 1).map(Signed::line))
                        .concatWith(pages(from - 1, head.sequence).concatMap(this::lines, 1))
                        .concatWith(beyond));
    }

    private static String beginning(Head head, long from, String previous) {
        return "{\"export\":{\"chain\":\"%s\",\"format\":%d,\"from\":%d,\"hash\":\"%s\",\"previous\":\"%s\",\"to\":%d}}"
                .formatted(head.chain, Digests.FORMAT, from, head.hash, previous, head.sequence);
    }

    private Mono<String> previous(long from, Head head) {
        return from == 1
                ? Mono.just(Digests.ofChain(head.chain))
                : database.sql("SELECT hash FROM audit_entry WHERE sequence = $1")
                        .bind(0, from - 1)
                        .map(row -> row.get("hash", String.class))
                        .one()
                        .defaultIfEmpty("");
    }

    private Flux<String> lines(List<Row> page) {
        if (page.isEmpty()) {
            return Flux.empty();
        }
        return checkpoints(page.getFirst().sequence - 1, page.getLast().sequence)
                .collectList()
                .flatMapIterable(checkpoints -> lines(page, checkpoints));
    }

    private static List<String> lines(List<Row> page, List<Signed> checkpoints) {
        List<String> lines = new ArrayList<>(page.size() + checkpoints.size());
        Deque<Signed> next = new ArrayDeque<>(checkpoints);
        for (Row row : page) {
            lines.add(row.kept.line());
            while (!next.isEmpty() && next.getFirst().sequence <= row.sequence) {
                lines.add(next.removeFirst().line);
            }
        }
        return lines;
    }

    @Override
    public Flux<String> checkpoints() {
        return checkpoints(0, Long.MAX_VALUE).map(Signed::line);
    }

    /** A checkpoint as it is kept. */
    record Signed(long sequence, String line) {}

    /** The checkpoints of entries after one to another, in order. */
    Flux<Signed> checkpoints(long after, long to) {
        return database.sql("SELECT sequence, line FROM audit_checkpoint WHERE sequence > $1 AND sequence <= $2"
                        + " ORDER BY sequence")
                .bind(0, after)
                .bind(1, to)
                .map(PostgresAuditEntries::signed)
                .all();
    }

    Mono<Signed> latestCheckpoint() {
        return database.sql("SELECT sequence, line FROM audit_checkpoint ORDER BY sequence DESC LIMIT 1")
                .map(PostgresAuditEntries::signed)
                .one();
    }

    private static Signed signed(Readable row) {
        return new Signed(row.get("sequence", Long.class), row.get("line", String.class));
    }
}
