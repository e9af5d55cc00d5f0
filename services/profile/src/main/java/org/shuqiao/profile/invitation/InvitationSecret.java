package org.shuqiao.profile.invitation;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * What an invitation is accepted by: 256 random bits, of which the SHA-256 is kept.
 *
 * @param value in base64url; never logged, never stored
 */
record InvitationSecret(String value) {
    private static final SecureRandom RANDOM = new SecureRandom();

    static InvitationSecret create() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return new InvitationSecret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    ByteBuffer hash() {
        try {
            byte[] text = value.getBytes(StandardCharsets.UTF_8);
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "InvitationSecret[]";
    }
}
