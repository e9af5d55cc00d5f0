package org.shuqiao.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shuqiao.audit.AuditDatabase.Instance;
import org.shuqiao.audit.chain.Checkpoint;
import org.shuqiao.audit.chain.CheckpointKey;

/** Somebody with all rights in the database meddles with the log. */
class TamperingTest {
    private static final int COUNT = 2_100;

    private final AuditDatabase log = new AuditDatabase();
    private final Instance one = log.instance();
    private final CheckpointKey key = Keys.any();
    private final PostgresCheckpoints checkpoints = one.checkpoints(key);

    @BeforeEach
    void write() {
        append(1, COUNT);
    }

    @AfterEach
    void close() {
        log.close();
    }

    private void append(long from, long to) {
        one.log()
                .appendAlone(
                        LongStream.rangeClosed(from, to).mapToObj(Acts::change).toList())
                .block();
    }

    @Test
    void holdsWhenNobodyDid() {
        assertThat(one.verdict()).isEqualTo("holds to " + COUNT);
        made();
        append(COUNT + 1, COUNT + 5);
        assertThat(make(checkpoints)).isInstanceOf(Checkpointed.Made.class);
        assertThat(make(checkpoints)).isInstanceOf(Checkpointed.Unchanged.class);
        assertThat(one.verdict()).isEqualTo("holds to " + (COUNT + 5));
        assertThat(one.export(1).stream().filter(line -> line.startsWith("{\"checkpoint\"")))
                .hasSize(2)
                .containsExactlyElementsOf(one.entries().checkpoints().toIterable());
        assertThat(one.export(2_101)).hasSize(1 + 1 + 5 + 1);
        assertThat(one.export(9_999)).hasSize(1 + 1);
    }

    @Test
    void findsAChange() {
        log.tamper("UPDATE audit_entry SET body = replace(body, 'changed', 'created') WHERE sequence = 1500");
        assertThat(one.verdict()).startsWith("changed: entry 1500:");
        assertThat(fault(make(checkpoints))).startsWith("changed: entry 1500:");
    }

    @Test
    void findsAChangeWithItsHashMadeAnew() {
        change(1500);
        assertThat(one.verdict()).startsWith("relinked: entry 1501:");
        assertThat(fault(make(checkpoints))).startsWith("relinked: entry 1501:");
    }

    @Test
    void findsARemoval() {
        log.tamper("DELETE FROM audit_entry WHERE sequence BETWEEN 7 AND 9");
        assertThat(one.verdict()).startsWith("removed: entry 7: all to 9");
        assertThat(fault(make(checkpoints))).startsWith("removed: entry 7:");
    }

    @Test
    void findsTwoEntriesThatChangedPlaces() {
        log.tamper(
                "CREATE TEMP TABLE moved AS SELECT body, hash, 1004 - sequence + 1000 AS place FROM audit_entry"
                        + " WHERE sequence IN (1000, 1004)",
                "DELETE FROM audit_entry WHERE sequence IN (1000, 1004)",
                "INSERT INTO audit_entry (body, hash) SELECT regexp_replace(body, '\"sequence\":\\d+',"
                        + " '\"sequence\":' || place), hash FROM moved");
        assertThat(one.verdict()).startsWith("changed: entry 1000:");
        assertThat(one.count("audit_entry")).isEqualTo(COUNT);
    }

    @Test
    void findsAnEntryPutInBetween() {
        log.tamper(
                "ALTER TABLE audit_entry DROP CONSTRAINT audit_entry_pkey",
                "INSERT INTO audit_entry (body, hash) SELECT body, hash FROM audit_entry WHERE sequence = 40");
        assertThat(one.verdict()).startsWith("inserted: entry 40:");
    }

    @Test
    void findsAnEndThatWasCutOffThoughTheHeadFits() {
        Checkpoint kept = made();
        log.tamper(
                "DELETE FROM audit_entry WHERE sequence > 2000",
                "UPDATE audit_head SET sequence = 2000, hash = (SELECT hash FROM audit_entry WHERE sequence = 2000)");
        assertThat(one.verdict()).startsWith("truncated: entry 2001:");
        log.tamper("DELETE FROM audit_checkpoint");
        assertThat(one.verdict()).isEqualTo("holds to 2000");
        assertThat(one.verdict(kept)).startsWith("truncated: entry 2001:");
        assertThat(fault(make(checkpoints))).startsWith("rewritten: entry 2100: its checkpoint is not in the database");
    }

    @Test
    void findsAnEndThatWasCutOffAndTheHeadLeft() {
        log.tamper("DELETE FROM audit_entry WHERE sequence > 2000");
        assertThat(one.verdict()).startsWith("truncated: entry 2001:");
        assertThat(fault(make(checkpoints))).startsWith("truncated: entry 2001:");
    }

    @Test
    void findsAChainThatWasWrittenAnewFromOneEntryOn() {
        Checkpoint kept = made();
        rewrite(1_800, COUNT);
        assertThat(one.verdict()).startsWith("rewritten: entry 1:");
        assertThat(one.verdict(kept)).startsWith("rewritten: entry 1:");
        log.tamper("DELETE FROM audit_checkpoint");
        assertThat(one.verdict()).isEqualTo("holds to " + COUNT);
        assertThat(one.verdict(kept)).startsWith("rewritten: entry 1: the chain holds, but its entry 2100");
    }

    @Test
    void vouchesForNoChainThatWasWrittenAnewSinceTheLastCheckpoint() {
        made();
        append(COUNT + 1, COUNT + 10);
        rewrite(1_800, COUNT + 10);
        append(COUNT + 11, COUNT + 12);
        assertThat(fault(make(checkpoints))).startsWith("relinked: entry 2101:");
        assertThat(fault(make(one.checkpoints(key)))).startsWith("relinked: entry 2101:");
        assertThat(one.count("audit_checkpoint")).isEqualTo(1);
    }

    @Test
    void vouchesForNothingAfterACheckpointOfAnotherKey() {
        make(one.checkpoints(Keys.any()));
        append(COUNT + 1, COUNT + 1);
        assertThat(fault(make(checkpoints))).startsWith("unsigned: entry 2100:");
    }

    private Checkpoint made() {
        return ((Checkpointed.Made) make(checkpoints)).checkpoint();
    }

    private static Checkpointed make(PostgresCheckpoints checkpoints) {
        return Objects.requireNonNull(checkpoints.make().block());
    }

    private static String fault(Checkpointed result) {
        return ((Checkpointed.Broken) result).fault().toString();
    }

    /** Changes one entry so that it agrees with its own hash. */
    private void change(long sequence) {
        AuditEntry entry = Objects.requireNonNull(
                one.entries().find(AuditFilter.ANY, sequence + 1, 1).blockFirst());
        replace(List.of(AuditEntry.next(entry.chain(), sequence, entry.instant(), Acts.read(), entry.previous())));
    }

    /** Writes the chain anew from an entry on, with the head, as its own code would. */
    private void rewrite(long from, long to) {
        List<AuditEntry> entries = Objects.requireNonNull(one.entries()
                .entries(from - 1, to)
                .map(AuditEntry::of)
                .collectList()
                .block());
        UUID chain = entries.getFirst().chain();
        String previous = entries.getFirst().previous();
        List<AuditEntry.Kept> anew = new ArrayList<>();
        for (AuditEntry entry : entries) {
            Act act = entry.sequence() == from ? Acts.read() : entry.act();
            AuditEntry.Kept kept = AuditEntry.next(chain, entry.sequence(), entry.instant(), act, previous);
            anew.add(kept);
            previous = kept.hash();
        }
        replace(anew);
        log.tamper("UPDATE audit_head SET hash = '" + previous + "' WHERE sequence = " + to);
    }

    private void replace(List<AuditEntry.Kept> entries) {
        log.tamper(entries.stream()
                .map(kept -> "UPDATE audit_entry SET body = '" + kept.body() + "', hash = '" + kept.hash()
                        + "' WHERE sequence = " + AuditEntry.of(kept).sequence())
                .toArray(String[]::new));
    }
}
