package org.shuqiao.identity.token;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.shuqiao.identity.IdentitySettings;
import org.shuqiao.identity.token.PostgresSigningKeys.SigningKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.TransactionException;

/** This instance's view of the keys: all of them are published, one signs. */
class SigningKeys implements JWKSource<SecurityContext> {
    /** What the framework gives ID tokens. */
    static final Duration ID_TOKEN_LIFE = Duration.ofMinutes(30);

    private static final Logger LOG = LoggerFactory.getLogger(SigningKeys.class);

    private final PostgresSigningKeys stored;
    private final Clock clock;
    private volatile List<SigningKey> keys;

    SigningKeys(PostgresSigningKeys stored, IdentitySettings settings, Clock clock) {
        IdentitySettings.SigningKeys times = settings.signingKeys();
        if (times.ahead().compareTo(times.reload().multipliedBy(2)) < 0
                || times.rotation().compareTo(times.ahead()) <= 0) {
            throw new IllegalStateException(
                    "a signing key must be published for at least two reloads and less than a rotation, not "
                            + times.ahead());
        }
        this.stored = stored;
        this.clock = clock;
        stored.lookAfter();
        this.keys = stored.read();
    }

    /** Reads the keys anew; where that fails, goes on with those it has. */
    @Scheduled(fixedDelayString = "${shuqiao.identity.signing-keys.reload:PT1M}")
    void reload() {
        try {
            stored.lookAfter();
            keys = stored.read();
        } catch (DataAccessException | TransactionException e) {
            LOG.warn(
                    "The signing keys could not be read; those of before stay in use: {}",
                    e.getClass().getName());
        }
    }

    @Override
    public List<JWK> get(JWKSelector selector, SecurityContext context) {
        return selector.select(
                new JWKSet(keys.stream().map(key -> (JWK) key.key()).toList()));
    }

    /** The key that signs now. */
    JWKSource<SecurityContext> signing() {
        return (selector, _) -> selector.select(new JWKSet(current()));
    }

    private JWK current() {
        return keys.stream()
                .filter(key -> !key.signsFrom().isAfter(clock.instant()))
                .findFirst()
                .or(() -> keys.reversed().stream().findFirst())
                .map(SigningKey::key)
                .orElseThrow(() -> new IllegalStateException("no key signs"));
    }
}
