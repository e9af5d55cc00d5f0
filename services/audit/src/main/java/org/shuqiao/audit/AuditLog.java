package org.shuqiao.audit;

import java.util.List;
import reactor.core.publisher.Mono;

/** Says who did what to what. */
public interface AuditLog {
    /**
     * Notes the acts with the current transaction: they are in the log if, and only if, it commits. They are written as the
     * last thing before the commit, all at once, because all who write wait for one another from there on. A log that cannot
     * be written fails the commit. Without a transaction it is an error. What a transaction nested by a savepoint noted stays
     * noted when only the savepoint is rolled back.
     */
    Mono<Void> append(List<Act> acts);

    /**
     * Notes the acts in a transaction of their own, whatever becomes of the caller's: for refusals, and for reads, of which
     * it completes before anything may be shown.
     */
    Mono<Void> appendAlone(List<Act> acts);
}
