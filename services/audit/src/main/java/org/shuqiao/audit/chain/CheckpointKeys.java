package org.shuqiao.audit.chain;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The public Ed25519 keys that checkpoints are believed of. */
public final class CheckpointKeys {
    static final String ALGORITHM = "Ed25519";
    static final String PUBLIC = "PUBLIC KEY";

    private static final int ID_DIGITS = 16;

    private final Map<String, PublicKey> keys;

    private CheckpointKeys(Map<String, PublicKey> keys) {
        this.keys = Map.copyOf(keys);
    }

    /**
     * @param pem one or more blocks {@code PUBLIC KEY}
     * @throws IllegalArgumentException when there is none, or one that is no Ed25519 key
     */
    public static CheckpointKeys of(String pem) {
        List<byte[]> blocks = Pem.blocks(pem, PUBLIC);
        if (blocks.isEmpty()) {
            throw new IllegalArgumentException("expected a PEM block " + PUBLIC);
        }
        Map<String, PublicKey> keys = new HashMap<>();
        try {
            for (byte[] block : blocks) {
                PublicKey key = KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(block));
                keys.put(id(key), key);
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("expected an Ed25519 public key", e);
        }
        return new CheckpointKeys(keys);
    }

    /** The first 16 hexadecimal digits of the SHA-256 of the key's SubjectPublicKeyInfo (RFC 8410). */
    static String id(PublicKey key) {
        return Digests.sha256(key.getEncoded()).substring(0, ID_DIGITS);
    }

    /** Whether one of these keys signed the checkpoint. */
    public boolean trust(Checkpoint checkpoint) {
        PublicKey key = keys.get(checkpoint.head().key());
        if (key == null) {
            return false;
        }
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key);
            signature.update(checkpoint.head().signed());
            return signature.verify(Base64.getDecoder().decode(checkpoint.signature()));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }
}
