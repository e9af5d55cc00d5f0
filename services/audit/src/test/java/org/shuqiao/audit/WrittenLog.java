package org.shuqiao.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.shuqiao.audit.chain.Checkpoint;
import org.shuqiao.audit.chain.CheckpointKey;
import org.shuqiao.audit.chain.Digests;

/** A log of so many entries, as lines of an export, written without a database. */
final class WrittenLog {
    static final Instant BEGUN = Instant.parse("2026-11-27T00:00:00Z");

    final UUID chain;
    final List<AuditEntry.Kept> entries = new ArrayList<>();

    /** @param salt logs of the same chain with another salt differ in every entry */
    WrittenLog(UUID chain, int count, String salt) {
        this.chain = chain;
        String previous = Digests.ofChain(chain);
        for (long n = 1; n <= count; n++) {
            Act act = Acts.change(n).details(Details.NONE.with("salt", salt));
            AuditEntry.Kept entry = AuditEntry.next(chain, n, BEGUN.plusSeconds(n), act, previous);
            entries.add(entry);
            previous = entry.hash();
        }
    }

    Checkpoint checkpoint(CheckpointKey key, int sequence) {
        String hash = entries.get(sequence - 1).hash();
        String instant = AuditEntry.text(BEGUN.plusSeconds(sequence));
        return key.sign(new Checkpoint.Head(Digests.FORMAT, chain, sequence, hash, instant, key.id()));
    }

    /** An export from one entry on; line n is entry n where it begins with the first. */
    List<String> export(int from) {
        String previous =
                from == 1 ? Digests.ofChain(chain) : entries.get(from - 2).hash();
        List<String> lines = new ArrayList<>();
        lines.add(
                "{\"export\":{\"chain\":\"%s\",\"format\":1,\"from\":%d,\"hash\":\"%s\",\"previous\":\"%s\",\"to\":%d}}"
                        .formatted(chain, from, entries.getLast().hash(), previous, entries.size()));
        entries.stream().skip(from - 1L).map(AuditEntry.Kept::line).forEach(lines::add);
        return lines;
    }
}
