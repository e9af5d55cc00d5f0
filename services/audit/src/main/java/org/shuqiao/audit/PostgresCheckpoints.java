package org.shuqiao.audit;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.shuqiao.audit.PostgresAuditEntries.Head;
import org.shuqiao.audit.PostgresAuditEntries.Signed;
import org.shuqiao.audit.chain.Canonical;
import org.shuqiao.audit.chain.ChainCheck;
import org.shuqiao.audit.chain.Checkpoint;
import org.shuqiao.audit.chain.CheckpointKey;
import org.shuqiao.audit.chain.CheckpointKeys;
import org.shuqiao.audit.chain.Digests;
import org.shuqiao.audit.chain.Fault;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/**
 * Signs the head of the log, after it has checked every entry since the last checkpoint, so that no key of ours vouches for
 * a log that was written anew. It remembers the last checkpoint it saw, which the database then must still know.
 */
final class PostgresCheckpoints {
    private final DatabaseClient database;
    private final PostgresAuditEntries entries;
    private final CheckpointKey key;
    private final CheckpointKeys trusted;
    private final Clock clock;
    private final AtomicReference<@Nullable Signed> seen = new AtomicReference<>();

    /** @param trusted those of earlier keys, and that of {@code key} */
    PostgresCheckpoints(
            DatabaseClient database,
            PostgresAuditEntries entries,
            CheckpointKey key,
            CheckpointKeys trusted,
            Clock clock) {
        this.database = database;
        this.entries = entries;
        this.key = key;
        this.trusted = trusted;
        this.clock = clock;
    }

    /** Makes a checkpoint of what is committed now. */
    Mono<Checkpointed> make() {
        return forgotten()
                .flatMap(forgotten -> forgotten
                        .<Mono<Checkpointed>>map(fault -> Mono.just(new Checkpointed.Broken(fault)))
                        .orElseGet(this::makeAfterLatest));
    }

    private Mono<Optional<Fault>> forgotten() {
        Signed last = seen.get();
        if (last == null) {
            return Mono.just(Optional.empty());
        }
        Fault gone = new Fault(Fault.Kind.REWRITTEN, last.sequence(), "its checkpoint is not in the database any more");
        return entries.checkpoints(last.sequence() - 1, last.sequence())
                .any(last::equals)
                .map(there -> there ? Optional.empty() : Optional.of(gone));
    }

    private Mono<Checkpointed> makeAfterLatest() {
        // the checkpoint before the head, which then cannot be the earlier
        return entries.latestCheckpoint()
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(latest -> entries.head().flatMap(head -> make(latest, head)));
    }

    private Mono<Checkpointed> make(Optional<Signed> latest, Head head) {
        if (latest.isEmpty()) {
            return make(new ChainCheck(head.chain(), 0, Digests.ofChain(head.chain())), head);
        }
        Checkpoint last;
        try {
            last = Checkpoint.of(Canonical.JSON.readTree(latest.get().line()));
        } catch (IllegalArgumentException e) {
            return broken(Fault.Kind.UNSIGNED, latest.get().sequence(), "its checkpoint cannot be read");
        }
        if (!trusted.trust(last)) {
            return broken(Fault.Kind.UNSIGNED, last.head().sequence(), "its checkpoint is not signed by a key of ours");
        }
        if (!last.head().chain().equals(head.chain())) {
            return broken(Fault.Kind.REWRITTEN, 1, "the last checkpoint is of another chain");
        }
        seen.set(latest.get());
        return make(
                new ChainCheck(head.chain(), last.head().sequence(), last.head().hash()), head);
    }

    private static Mono<Checkpointed> broken(Fault.Kind kind, long sequence, String text) {
        return Mono.just(new Checkpointed.Broken(new Fault(kind, sequence, text)));
    }

    private Mono<Checkpointed> make(ChainCheck check, Head head) {
        return entries.entries(check.sequence(), head.sequence())
                .concatMap(entry -> Mono.justOrEmpty(check.next(Canonical.JSON.readTree(entry.body()), entry.hash())))
                .next()
                .switchIfEmpty(Mono.defer(() -> Mono.justOrEmpty(end(check, head))))
                .<Checkpointed>map(Checkpointed.Broken::new)
                .switchIfEmpty(Mono.defer(() -> keep(head)));
    }

    private static @Nullable Fault end(ChainCheck check, Head head) {
        if (check.sequence() != head.sequence()) {
            return new Fault(
                    Fault.Kind.TRUNCATED, check.sequence() + 1, "the head of the log is entry " + head.sequence());
        }
        return check.hash().equals(head.hash())
                ? null
                : new Fault(Fault.Kind.REWRITTEN, head.sequence(), "it is not the one that is the head of the log");
    }

    private Mono<Checkpointed> keep(Head head) {
        Signed last = seen.get();
        if (head.sequence() == (last == null ? 0 : last.sequence())) {
            return Mono.just(new Checkpointed.Unchanged());
        }
        Checkpoint checkpoint = key.sign(new Checkpoint.Head(
                Digests.FORMAT,
                head.chain(),
                head.sequence(),
                head.hash(),
                AuditEntry.text(clock.instant()),
                key.id()));
        Signed signed = new Signed(head.sequence(), checkpoint.line());
        return database.sql("INSERT INTO audit_checkpoint (line) VALUES ($1) ON CONFLICT DO NOTHING")
                .bind(0, signed.line())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 0 ? new Checkpointed.Unchanged() : made(checkpoint, signed));
    }

    private Checkpointed made(Checkpoint checkpoint, Signed signed) {
        seen.set(signed);
        return new Checkpointed.Made(checkpoint);
    }
}
