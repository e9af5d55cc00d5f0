package org.shuqiao.identity.account;

import java.text.Normalizer;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.shuqiao.identity.IdentitySettings;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes passwords by Argon2id (RFC 9106) in two passes and one lane; with the default of 19 MiB that is the least that
 * OWASP's Password Storage Cheat Sheet names. Few at a time, so that a flood of sign-ins takes neither all memory nor all processors.
 */
@Component
public class PasswordHasher {
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int PASSES = 2;

    private final Argon2PasswordEncoder argon2;
    private final Semaphore turns;
    private final Duration wait;
    private final String nobodys;

    PasswordHasher(IdentitySettings settings) {
        int kibibytes = Math.toIntExact(settings.passwords().memory().toKilobytes());
        this.argon2 = new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, kibibytes, PASSES);
        this.turns = new Semaphore(settings.passwords().parallelism(), true);
        this.wait = settings.passwords().patience();
        this.nobodys = String.valueOf(argon2.encode("nobody has this password"));
    }

    /** Too many passwords wait to be hashed; the client should come again. */
    public static final class Busy extends RuntimeException {
        Busy() {
            super("too many passwords wait to be hashed", null, false, false);
        }
    }

    /** Unicode's form for passwords (NIST SP 800-63B-4, 3.1.1.2): the same keys give the same bytes on every system. */
    static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    public String hash(String password) {
        takeTurn();
        try {
            return String.valueOf(argon2.encode(normal(password)));
        } finally {
            turns.release();
        }
    }

    /**
     * Whether the password is the one that was hashed.
     *
     * @param hash null where there is no account: it takes as long and does not match
     */
    public boolean matches(String password, @Nullable String hash) {
        takeTurn();
        try {
            boolean matches = argon2.matches(normal(password), hash == null ? nobodys : hash);
            return matches && hash != null;
        } finally {
            turns.release();
        }
    }

    private void takeTurn() {
        try {
            if (!turns.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Busy();
        }
    }
}
