package org.shuqiao.audit.chain;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The head of a chain at an instant, signed: who keeps it elsewhere can later tell whether the log up to it is still the
 * same.
 *
 * @param signature Ed25519 (RFC 8032), Base64
 */
public record Checkpoint(Head head, String signature) {
    /**
     * What is signed.
     *
     * @param hash that of the entry with this sequence
     * @param instant when it was made, UTC with six digits of a second
     * @param key the id of the key that signed, see {@link CheckpointKeys#id}
     */
    public record Head(
            @JsonProperty(required = true) int format,
            @JsonProperty(required = true) UUID chain,
            @JsonProperty(required = true) long sequence,
            @JsonProperty(required = true) String hash,
            @JsonProperty(required = true) String instant,
            @JsonProperty(required = true) String key) {
        public Head {
            if (format != Digests.FORMAT) {
                throw new IllegalArgumentException("expected format " + Digests.FORMAT + ", got " + format);
            }
        }

        String canonical() {
            return Canonical.of(Canonical.JSON.valueToTree(this));
        }

        byte[] signed() {
            return Digests.ofCheckpoint(canonical());
        }
    }

    /** The line of an export it is: {@code {"checkpoint":{…},"signature":"…"}}. */
    public String line() {
        return "{\"checkpoint\":" + head.canonical() + ",\"signature\":\"" + signature + "\"}";
    }

    /** @throws IllegalArgumentException when the line is no checkpoint */
    public static Checkpoint of(JsonNode line) {
        try {
            Head head = Canonical.JSON.treeToValue(line.path("checkpoint"), Head.class);
            JsonNode signature = line.path("signature");
            if (line.size() != 2 || !signature.isString()) {
                throw new IllegalArgumentException("expected a checkpoint and its signature");
            }
            return new Checkpoint(head, signature.stringValue());
        } catch (JacksonException e) {
            throw new IllegalArgumentException("no checkpoint: " + e.getOriginalMessage(), e);
        }
    }
}
