package org.shuqiao.identity.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.shuqiao.identity.secret.SecretToken;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Compares the secrets of clients. They are long and random, so SHA-256 is enough and costs nothing; people's passwords go
 * another way.
 */
final class ClientSecrets implements PasswordEncoder {
    @Override
    public @Nullable String encode(@Nullable CharSequence secret) {
        return secret == null ? null : hash(secret.toString());
    }

    static String hash(String secret) {
        return HexFormat.of().formatHex(SecretToken.hash(secret));
    }

    @Override
    public boolean matches(@Nullable CharSequence secret, @Nullable String encoded) {
        String given = encode(secret);
        return given != null
                && encoded != null
                && MessageDigest.isEqual(
                        given.getBytes(StandardCharsets.US_ASCII), encoded.getBytes(StandardCharsets.US_ASCII));
    }
}
