package org.shuqiao.audit;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** Reads the log, for the operator. Who may is the caller's to check, and reading it is an act to be noted too. */
public interface AuditEntries {
    /** The most entries of one page. */
    int LARGEST_PAGE = 500;

    /**
     * A page of entries, the latest first.
     *
     * @param before the sequence of the last entry of the page before; null for the first page
     * @param limit 1 to {@value #LARGEST_PAGE}
     */
    Flux<AuditEntry> find(AuditFilter filter, @Nullable Long before, int limit);

    /**
     * The log as JSON Lines without line ends, for {@link Verify}: what it is of, then every entry from {@code from} on that
     * was committed when it began, each followed by its checkpoint if it has one.
     *
     * @param from at least 1; an export that begins after the last entry has none
     */
    Flux<String> export(long from);

    /** The lines of all checkpoints, to be kept where who can write the database cannot. */
    Flux<String> checkpoints();
}
