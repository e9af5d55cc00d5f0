package org.shuqiao.search.text;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Orders what scores the same: by a keyed hash, so that neither the alphabet nor the time of registration favours
 * anyone, and the same input gives the same order on every run and machine.
 */
public final class TieBreak {
    private static final String KEY = "shuqiao-tie-1:";

    private TieBreak() {}

    /** A number from the parts, evenly spread over all longs: the first 8 bytes of SHA-256 over key and parts. */
    public static long of(String... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((KEY + String.join("|", parts)).getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest.digest()).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
