package org.shuqiao.audit.chain;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;

/** The private Ed25519 key that signs checkpoints. */
public final class CheckpointKey {
    private static final String PRIVATE = "PRIVATE KEY";

    private final PrivateKey key;
    private final PublicKey publicKey;

    private CheckpointKey(PrivateKey key, PublicKey publicKey) {
        this.key = key;
        this.publicKey = publicKey;
    }

    /**
     * @param pem one block {@code PRIVATE KEY} (PKCS #8), as of {@code openssl genpkey -algorithm ed25519}
     * @throws IllegalArgumentException when it is none; what came is not repeated
     */
    public static CheckpointKey of(String pem) {
        List<byte[]> blocks = Pem.blocks(pem, PRIVATE);
        if (blocks.size() != 1) {
            throw new IllegalArgumentException("expected one PEM block " + PRIVATE + ", got " + blocks.size());
        }
        try {
            PrivateKey key = KeyFactory.getInstance(CheckpointKeys.ALGORITHM)
                    .generatePrivate(new PKCS8EncodedKeySpec(blocks.getFirst()));
            CheckpointKey checked = new CheckpointKey(key, publicKeyOf(key));
            checked.check();
            return checked;
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("expected an Ed25519 private key", e);
        }
    }

    /** The platform makes a public key only together with a private one: so it is made once more, of the same secret. */
    private static PublicKey publicKeyOf(PrivateKey key) throws GeneralSecurityException {
        byte[] secret = ((EdECPrivateKey) key)
                .getBytes()
                .orElseThrow(() -> new GeneralSecurityException("a key whose secret cannot be read"));
        KeyPairGenerator generator = KeyPairGenerator.getInstance(CheckpointKeys.ALGORITHM);
        generator.initialize(NamedParameterSpec.ED25519, new Fixed(secret));
        return generator.generateKeyPair().getPublic();
    }

    private static final class Fixed extends SecureRandom {
        private final transient byte[] secret;

        Fixed(byte[] secret) {
            this.secret = secret;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(secret, 0, bytes, 0, bytes.length);
        }
    }

    private void check() throws GeneralSecurityException {
        byte[] message = publicKey.getEncoded();
        Signature verifying = Signature.getInstance(CheckpointKeys.ALGORITHM);
        verifying.initVerify(publicKey);
        verifying.update(message);
        if (!verifying.verify(signature(message))) {
            throw new GeneralSecurityException("a public key that does not fit");
        }
    }

    private byte[] signature(byte[] message) throws GeneralSecurityException {
        Signature signing = Signature.getInstance(CheckpointKeys.ALGORITHM);
        signing.initSign(key);
        signing.update(message);
        return signing.sign();
    }

    /** The id by which a checkpoint names the key. */
    public String id() {
        return CheckpointKeys.id(publicKey);
    }

    /** The public key as a PEM block, for who verifies. */
    public String publicPem() {
        return Pem.block(CheckpointKeys.PUBLIC, publicKey.getEncoded());
    }

    public Checkpoint sign(Checkpoint.Head head) {
        try {
            return new Checkpoint(head, Base64.getEncoder().encodeToString(signature(head.signed())));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no signature by the checkpoint key", e);
        }
    }
}
