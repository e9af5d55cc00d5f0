package org.shuqiao.audit.chain;

/**
 * What does not hold together in a log.
 *
 * @param sequence the first entry it is about
 * @param text one sentence for people
 */
public record Fault(Kind kind, long sequence, String text) {
    /** How a log can fail. */
    public enum Kind {
        /** An entry is not what its own hash was made of. */
        CHANGED,
        /** Entries between others are not there. */
        REMOVED,
        /** An entry stands after one that it came before. */
        REORDERED,
        /** An entry stands twice, belongs to another chain, or follows the last. */
        INSERTED,
        /** Each of two neighbours agrees with its own hash, but the later does not name the earlier: one was made anew. */
        RELINKED,
        /** Entries are missing at the end. */
        TRUNCATED,
        /** The chain holds together but is not the one a checkpoint was made of. */
        REWRITTEN,
        /** A checkpoint is not signed by a key that is trusted. */
        UNSIGNED
    }

    @Override
    public String toString() {
        return kind.name().toLowerCase(java.util.Locale.ROOT) + ": entry " + sequence + ": " + text;
    }
}
