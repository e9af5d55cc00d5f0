package org.shuqiao.identity.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shuqiao.identity.IdentitySettings;
import org.shuqiao.identity.TestClock;
import org.shuqiao.identity.TestDatabase;
import org.shuqiao.identity.secret.MasterKey;
import org.shuqiao.identity.secret.Sealer;

class SigningKeysTest {
    private static final IdentitySettings SETTINGS = TestDatabase.settings(Map.of());
    private static final Duration ROTATION = SETTINGS.signingKeys().rotation();
    private static final Duration AHEAD = SETTINGS.signingKeys().ahead();

    private static TestDatabase database;

    private final TestClock clock = new TestClock();

    @BeforeAll
    static void makeDatabase() {
        database = new TestDatabase();
    }

    @BeforeEach
    void empty() {
        database.client().sql("DELETE FROM signing_key").update();
    }

    @Test
    void makesOneKeyWhereTwoInstancesStartAtOnce() throws Exception {
        Callable<SigningKeys> start = this::instance;
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<SigningKeys>> started = threads.invokeAll(List.of(start, start));
            assertThat(ids(started.get(0).get()))
                    .hasSize(1)
                    .isEqualTo(ids(started.get(1).get()));
        }
    }

    @Test
    void publishesTheNextKeyOnBothInstancesBeforeEitherSignsWithIt() {
        SigningKeys first = instance();
        SigningKeys second = instance();
        String old = signer(first).getKeyID();
        clock.passes(ROTATION.minus(AHEAD));
        first.reload();
        second.reload();
        assertThat(ids(first)).hasSize(2).isEqualTo(ids(second));
        assertThat(signer(first).getKeyID()).isEqualTo(old);
        assertThat(signer(second).getKeyID()).isEqualTo(old);

        clock.passes(AHEAD);
        assertThat(signer(first).getKeyID())
                .isNotEqualTo(old)
                .isEqualTo(signer(second).getKeyID());
    }

    @Test
    void verifiesWithAnOldKeyUntilItsTokensHaveExpired() throws JOSEException, ParseException {
        SigningKeys keys = instance();
        clock.passes(ROTATION.minus(AHEAD));
        keys.reload();
        clock.passes(AHEAD.minusSeconds(1));
        String token = sign(keys);
        clock.passes(Duration.ofSeconds(1).plus(SigningKeys.ID_TOKEN_LIFE));
        keys.reload();
        assertThat(signer(keys).getKeyID())
                .isNotEqualTo(JWSObject.parse(token).getHeader().getKeyID());
        assertThat(verifies(keys, token)).isTrue();

        clock.passes(Duration.ofMinutes(7));
        keys.reload();
        assertThat(verifies(keys, token)).isFalse();
        assertThat(ids(keys)).hasSize(1);
    }

    @Test
    void rotatesAfterALongRestToo() {
        SigningKeys keys = instance();
        String old = signer(keys).getKeyID();
        clock.passes(ROTATION.multipliedBy(3));
        keys.reload();
        assertThat(signer(keys).getKeyID()).isEqualTo(old);
        clock.passes(AHEAD);
        keys.reload();
        assertThat(signer(keys).getKeyID()).isNotEqualTo(old);
    }

    @Test
    void keepsKeysSealed() {
        instance();
        byte[] kept = database.client()
                .sql("SELECT sealed FROM signing_key")
                .query(byte[].class)
                .single();
        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("RSA", "\"d\"");
        byte[] other = new byte[32];
        other[0] = 1;
        Sealer another = new Sealer(MasterKey.of(Base64.getEncoder().encodeToString(other), null));
        assertThatThrownBy(() -> instance(another)).hasMessageContaining("master key");
    }

    private SigningKeys instance() {
        return instance(TestDatabase.sealer());
    }

    private SigningKeys instance(Sealer sealer) {
        PostgresSigningKeys stored =
                new PostgresSigningKeys(database.client(), database.transaction(), sealer, SETTINGS, clock);
        return new SigningKeys(stored, SETTINGS, clock);
    }

    private static List<String> ids(SigningKeys keys) {
        return all(keys).stream().map(JWK::getKeyID).sorted().toList();
    }

    private static List<JWK> all(JWKSource<SecurityContext> source) {
        try {
            return source.get(new JWKSelector(new JWKMatcher.Builder().build()), null);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JWK signer(SigningKeys keys) {
        List<JWK> signing = all(keys.signing());
        assertThat(signing).hasSize(1);
        return signing.getFirst();
    }

    private static String sign(SigningKeys keys) throws JOSEException {
        JWK key = signer(keys);
        JWSObject token = new JWSObject(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), new Payload("x"));
        token.sign(new RSASSASigner(key.toRSAKey()));
        return token.serialize();
    }

    private static boolean verifies(SigningKeys keys, String token) throws ParseException, JOSEException {
        JWSObject parsed = JWSObject.parse(token);
        for (JWK key : all(keys)) {
            if (key.getKeyID().equals(parsed.getHeader().getKeyID())) {
                return parsed.verify(new RSASSAVerifier(key.toRSAKey()));
            }
        }
        return false;
    }
}
