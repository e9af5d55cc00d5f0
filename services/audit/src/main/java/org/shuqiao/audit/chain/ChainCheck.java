package org.shuqiao.audit.chain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Takes the entries of a chain one by one, in order, and says of each whether it belongs there. Not for several threads. */
public final class ChainCheck {
    private final UUID chain;
    private long sequence;
    private String hash;

    /**
     * @param sequence the last entry that is known to be right; 0 before the first
     * @param hash its hash; {@link Digests#ofChain} before the first
     */
    public ChainCheck(UUID chain, long sequence, String hash) {
        this.chain = chain;
        this.sequence = sequence;
        this.hash = hash;
    }

    ChainCheck(ChainCheck other) {
        this(other.chain, other.sequence, other.hash);
    }

    UUID chain() {
        return chain;
    }

    /** The last entry that was right. */
    public long sequence() {
        return sequence;
    }

    /** Its hash. */
    public String hash() {
        return hash;
    }

    /**
     * @param body the next entry without its own hash
     * @param own its own hash
     * @return null when it is right; else the entry counts as not seen
     */
    public @Nullable Fault next(JsonNode body, String own) {
        long expected = sequence + 1;
        long said = body.path("sequence").asLong(-1);
        if (!isHashOf(body, own)) {
            String itself = said == expected ? "" : " (it calls itself " + said + ")";
            return new Fault(Fault.Kind.CHANGED, expected, "it is not what its hash was made of" + itself);
        }
        if (!chain.toString().equals(body.path("chain").asString(""))) {
            return new Fault(Fault.Kind.INSERTED, expected, "it belongs to another chain");
        }
        if (said > expected) {
            return new Fault(Fault.Kind.REMOVED, expected, "after " + sequence + " comes " + said);
        }
        if (said < expected) {
            return new Fault(Fault.Kind.INSERTED, said, "it stands after " + sequence + " too");
        }
        if (!hash.equals(body.path("previous").asString(""))) {
            return new Fault(Fault.Kind.RELINKED, said, relinked());
        }
        sequence = said;
        hash = own;
        return null;
    }

    private String relinked() {
        return "it does not name the hash of entry " + sequence
                + ": that one or this one was changed, or others between"
                + " them removed or inserted, and hashes made anew";
    }

    private static boolean isHashOf(JsonNode body, String own) {
        try {
            return body.isObject() && Digests.ofEntry(body).equals(own);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
