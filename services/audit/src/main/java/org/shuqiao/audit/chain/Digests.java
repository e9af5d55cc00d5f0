package org.shuqiao.audit.chain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * What is hashed and signed: the name and version of the kind of thing, a line feed, its canonical JSON, all in UTF-8. So
 * a hash of one kind is never one of another, nor of a later format. Hashes are SHA-256 in 64 lower-case hexadecimal digits.
 */
public final class Digests {
    /** The version of the format, in every entry and checkpoint. */
    public static final int FORMAT = 1;

    private Digests() {}

    /** What the first entry of a chain names as the one before it. */
    public static String ofChain(UUID chain) {
        return sha256(bytes("chain", chain.toString()));
    }

    /** @param body the entry without its own hash */
    public static String ofEntry(JsonNode body) {
        return ofEntry(Canonical.of(body));
    }

    /** @param canonical the entry without its own hash, in canonical form */
    public static String ofEntry(String canonical) {
        return sha256(bytes("entry", canonical));
    }

    /** What is signed of a checkpoint. */
    static byte[] ofCheckpoint(String canonical) {
        return bytes("checkpoint", canonical);
    }

    private static byte[] bytes(String kind, String text) {
        return ("shuqiao audit " + kind + " " + FORMAT + "\n" + text).getBytes(StandardCharsets.UTF_8);
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
