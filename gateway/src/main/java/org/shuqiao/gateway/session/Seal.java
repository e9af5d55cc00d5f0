package org.shuqiao.gateway.session;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.shuqiao.gateway.GatewaySettings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Values as JSON, sealed by AES-256-GCM (NIST SP 800-38D) under a random nonce and bound to the place they lie in: what
 * was moved, changed or sealed with another key does not open. A key is good for 2³² values.
 */
@Component
public class Seal {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final JsonMapper json = JsonMapper.shared();
    private final SecretKeySpec key;

    @Autowired
    Seal(GatewaySettings settings) {
        this(SealingKey.of(settings.sessions().key(), settings.sessions().keyFile()));
    }

    Seal(SecretKeySpec key) {
        this.key = key;
    }

    /** In base64url. */
    public String seal(Object value, String place) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] secret = cipher(Cipher.ENCRYPT_MODE, nonce, place).doFinal(json.writeValueAsBytes(value));
            byte[] whole = Arrays.copyOf(nonce, NONCE_BYTES + secret.length);
            System.arraycopy(secret, 0, whole, NONCE_BYTES, secret.length);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has AES-GCM", impossible);
        }
    }

    /** Empty for what does not open. */
    public <T> Optional<T> open(String value, String place, Class<T> type) {
        try {
            byte[] whole = Base64.getUrlDecoder().decode(value);
            if (whole.length < NONCE_BYTES) {
                return Optional.empty();
            }
            byte[] plain = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(whole, NONCE_BYTES), place)
                    .doFinal(whole, NONCE_BYTES, whole.length - NONCE_BYTES);
            return Optional.of(json.readValue(plain, type));
        } catch (GeneralSecurityException | IllegalArgumentException | JacksonException foreign) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String place) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
