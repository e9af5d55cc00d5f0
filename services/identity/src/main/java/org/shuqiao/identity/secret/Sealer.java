package org.shuqiao.identity.secret;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keeps secrets in the database: sealed by AES-256-GCM (NIST SP 800-38D) and bound to what they belong to, or as a
 * fingerprint by HMAC-SHA-256, where only sameness matters. Each use has a key of its own, made from the master key.
 */
public final class Sealer {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec sealing;
    private final SecretKeySpec marking;

    public Sealer(MasterKey key) {
        this.sealing = new SecretKeySpec(mac(new SecretKeySpec(key.bytes(), "HmacSHA256"), "seal"), "AES");
        this.marking = new SecretKeySpec(mac(new SecretKeySpec(key.bytes(), "HmacSHA256"), "mark"), "HmacSHA256");
    }

    /**
     * @param belongsTo what it is sealed for; it opens for nothing else
     * @return nonce, then ciphertext with tag
     */
    public byte[] seal(byte[] secret, String belongsTo) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, secret, belongsTo);
        byte[] whole = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
        System.arraycopy(sealed, 0, whole, NONCE_BYTES, sealed.length);
        return whole;
    }

    /** Opens what was sealed; throws where it was sealed with another key, for something else, or was changed. */
    public byte[] open(byte[] sealed, String belongsTo) {
        return run(
                Cipher.DECRYPT_MODE,
                Arrays.copyOf(sealed, NONCE_BYTES),
                Arrays.copyOfRange(sealed, NONCE_BYTES, sealed.length),
                belongsTo);
    }

    /** 32 bytes that are the same for the same text, and tell nobody without the key which it is. */
    public byte[] fingerprint(String text) {
        return mac(marking, text);
    }

    private byte[] run(int mode, byte[] nonce, byte[] input, String belongsTo) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, sealing, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(belongsTo.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot be opened with this master key: " + belongsTo, e);
        }
    }

    private static byte[] mac(SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
