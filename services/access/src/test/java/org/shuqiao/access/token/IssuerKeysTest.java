package org.shuqiao.access.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shuqiao.testkit.TestIssuer;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

class IssuerKeysTest {
    private final TestIssuer issuer = TestIssuer.start();
    private Instant now = Instant.parse("2026-11-01T08:00:00Z");
    private final IssuerKeys keys = new IssuerKeys(issuer.uri(), WebClient.create(), () -> now);

    @AfterEach
    void stop() {
        issuer.close();
    }

    @Test
    void asksOnceForManyTokens() {
        SignedJWT token = token();
        Flux.range(0, 50)
                .flatMap(_ -> keys.of(token), 50)
                .as(StepVerifier::create)
                .expectNextCount(50)
                .verifyComplete();
        now = now.plus(IssuerKeys.FRESH).minusSeconds(1);
        isKnown(token);
        assertThat(issuer.timesAsked()).isEqualTo(1);
    }

    @Test
    void asksAgainForAKeyItDoesNotKnowButNotForEach() {
        isKnown(token());
        issuer.changeKey();
        SignedJWT newer = token();
        isUnknown(newer);
        assertThat(issuer.timesAsked()).isEqualTo(1);
        now = now.plus(IssuerKeys.PAUSE);
        isKnown(newer);
        for (int i = 0; i < 3; i++) {
            issuer.changeKey();
            isUnknown(token());
        }
        assertThat(issuer.timesAsked()).isEqualTo(2);
    }

    @Test
    void forgetsAKeyThatTheIssuerHasGivenUp() {
        SignedJWT token = token();
        isKnown(token);
        issuer.changeKey();
        now = now.plus(IssuerKeys.FRESH);
        isUnknown(token);
    }

    @Test
    void goesOnWithWhatItKnowsWhileTheIssuerIsAway() {
        SignedJWT token = token();
        isKnown(token);
        issuer.away(true);
        now = now.plus(IssuerKeys.KEPT).minusSeconds(1);
        isKnown(token);
        now = now.plusSeconds(1);
        isAway(token);
        issuer.away(false);
        now = now.plus(IssuerKeys.PAUSE);
        isKnown(token);
    }

    @Test
    void saysThatTheIssuerIsAwayWhenItNeedsAKey() {
        issuer.away(true);
        SignedJWT token = token();
        isAway(token);
        now = now.plus(Duration.ofMillis(500));
        isAway(token);
        issuer.away(false);
        now = now.plus(IssuerKeys.PAUSE);
        isKnown(token);
    }

    private SignedJWT token() {
        try {
            return SignedJWT.parse(issuer.account(UUID.randomUUID()));
        } catch (ParseException e) {
            throw new AssertionError(e);
        }
    }

    private void isKnown(SignedJWT token) {
        List<JWK> found = keys.of(token).collectList().block();
        assertThat(found).hasSize(1);
    }

    private void isUnknown(SignedJWT token) {
        StepVerifier.create(keys.of(token)).verifyComplete();
    }

    private void isAway(SignedJWT token) {
        StepVerifier.create(keys.of(token)).verifyError(IssuerAway.class);
    }
}
