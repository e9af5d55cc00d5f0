package org.shuqiao.listing.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A hash chained over the records of an import, h(n) = SHA-256(h(n-1) + record n), so that a body that is sent again can
 * be told from another one at the point where the import goes on.
 */
record Chain(String value) {
    static final Chain START = new Chain("");

    Chain next(RawRecord record) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(value.getBytes(StandardCharsets.US_ASCII));
            digest.update(Long.toString(record.size()).getBytes(StandardCharsets.US_ASCII));
            digest.update(record.bytes());
            return new Chain(HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
