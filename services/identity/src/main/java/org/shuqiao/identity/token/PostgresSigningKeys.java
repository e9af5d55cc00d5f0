package org.shuqiao.identity.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.shuqiao.identity.IdentitySettings;
import org.shuqiao.identity.PostgresTime;
import org.shuqiao.identity.secret.Sealer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The keys that sign, sealed in the database, so that all instances have the same. A new key is published for a while before
 * it signs, an old one until what it signed has expired. One instance at a time looks after them.
 */
class PostgresSigningKeys {
    /** Of the advisory lock; no other use of this database takes one with it. */
    private static final long LOCK = 0x7368757169616fL;
    /** Enough until 2030 (NIST SP 800-57, part 1); a key signs for a month what lives for minutes. */
    private static final int BITS = 2048;
    /** By how much the clocks of those who check tokens may be behind. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Sealer sealer;
    private final IdentitySettings.SigningKeys settings;
    private final Duration tokenLife;
    private final Clock clock;

    PostgresSigningKeys(
            JdbcClient database,
            TransactionTemplate transaction,
            Sealer sealer,
            IdentitySettings settings,
            Clock clock) {
        this.database = database;
        this.transaction = transaction;
        this.sealer = sealer;
        this.settings = settings.signingKeys();
        // the framework gives ID tokens 30 minutes
        Duration access = settings.tokens().access();
        this.tokenLife = access.compareTo(SigningKeys.ID_TOKEN_LIFE) > 0 ? access : SigningKeys.ID_TOKEN_LIFE;
        this.clock = clock;
    }

    /** A key, and from when on it signs. */
    record SigningKey(RSAKey key, Instant signsFrom) {}

    /** Adds the first key, or the next one when it is time, and removes those that nothing is signed with any more. */
    void lookAfter() {
        transaction.executeWithoutResult(_ -> {
            database.sql("SELECT pg_advisory_xact_lock(?)")
                    .param(LOCK)
                    .query((_, _) -> 0)
                    .single();
            Instant now = clock.instant();
            List<Instant> starts = database.sql("SELECT signs_from FROM signing_key ORDER BY signs_from DESC")
                    .query((row, _) -> row.getTimestamp(1).toInstant())
                    .list();
            if (starts.isEmpty()) {
                add(now);
            } else if (!now.isBefore(starts.getFirst().plus(settings.rotation()).minus(settings.ahead()))) {
                add(now.plus(settings.ahead()));
            }
            removeRetired(now);
        });
    }

    private void add(Instant signsFrom) {
        String id = UUID.randomUUID().toString();
        try {
            RSAKey key = new RSAKeyGenerator(BITS)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyID(id)
                    .generate();
            byte[] sealed = sealer.seal(key.toJSONString().getBytes(StandardCharsets.UTF_8), belongsTo(id));
            database.sql("INSERT INTO signing_key (id, sealed, created_at, signs_from) VALUES (?, ?, ?, ?)")
                    .param(id)
                    .param(sealed)
                    .param(PostgresTime.of(clock.instant()))
                    .param(PostgresTime.of(signsFrom))
                    .update();
        } catch (JOSEException e) {
            throw new IllegalStateException("no key could be made", e);
        }
    }

    private void removeRetired(Instant now) {
        database.sql("""
                        DELETE FROM signing_key old WHERE EXISTS
                            (SELECT 1 FROM signing_key later WHERE later.signs_from > old.signs_from AND later.signs_from < ?)
                        """)
                .param(PostgresTime.of(
                        now.minus(tokenLife).minus(settings.reload()).minus(SKEW)))
                .update();
    }

    /** All keys, the one that signs last first. */
    List<SigningKey> read() {
        return database.sql("SELECT id, sealed, signs_from FROM signing_key ORDER BY signs_from DESC")
                .query((row, _) -> new SigningKey(
                        open(row.getString("id"), row.getBytes("sealed")),
                        row.getTimestamp("signs_from").toInstant()))
                .list();
    }

    private RSAKey open(String id, byte[] sealed) {
        try {
            return RSAKey.parse(new String(sealer.open(sealed, belongsTo(id)), StandardCharsets.UTF_8));
        } catch (ParseException e) {
            // without the cause, whose message may show a part of the key
            throw new IllegalStateException("signing key " + id + " cannot be read");
        }
    }

    private static String belongsTo(String id) {
        return "signing key " + id;
    }
}
