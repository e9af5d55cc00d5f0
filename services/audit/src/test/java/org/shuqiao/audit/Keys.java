package org.shuqiao.audit;

import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.shuqiao.audit.chain.CheckpointKey;

/** Keys that sign checkpoints, new in every run. */
final class Keys {
    private Keys() {}

    /** A private key as a file has it. */
    static String pem() {
        try {
            byte[] key = KeyPairGenerator.getInstance("Ed25519")
                    .generateKeyPair()
                    .getPrivate()
                    .getEncoded();
            return "-----BEGIN PRIVATE KEY-----\n" + Base64.getEncoder().encodeToString(key)
                    + "\n-----END PRIVATE KEY-----\n";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has Ed25519", e);
        }
    }

    static CheckpointKey any() {
        return CheckpointKey.of(pem());
    }
}
