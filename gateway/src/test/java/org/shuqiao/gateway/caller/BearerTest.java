package org.shuqiao.gateway.caller;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shuqiao.gateway.RunningGateway;
import org.shuqiao.gateway.SignInSettings;
import org.shuqiao.gateway.identity.OidcPeer;
import org.shuqiao.gateway.signin.Browser;

/** Clients that come with a token of their own. */
class BearerTest {

    static OidcPeer provider;
    static RunningGateway gateway;

    @BeforeAll
    static void start() {
        provider = OidcPeer.start();
        gateway = RunningGateway.start(SignInSettings.with(provider, "shuqiao.gateway.identity.new-keys=100ms"));
    }

    @AfterAll
    static void stop() {
        gateway.close();
        provider.close();
    }

    @BeforeEach
    void forget() {
        gateway.forget();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer ", "bearer "})
    void passesOnAValidTokenUnchanged(String scheme) {
        String credentials = scheme + provider.accessToken(claims -> {});

        assertThat(gateway.get("/api/offers", "Authorization", credentials).statusCode())
                .isEqualTo(200);

        assertThat(gateway.search.lastAsked().headers().getAll("Authorization")).containsExactly(credentials);
    }

    @Test
    void takesAnAudienceAmongOthers() {
        String token = provider.accessToken(claims -> claims.audience(List.of("another", "shuqiao")));

        assertThat(gateway.get("/api/offers", "Authorization", "Bearer " + token)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void winsOverASessionAndNeedsNoProofOfOrigin() {
        Browser browser = new Browser(gateway);
        browser.signIn();
        String token = provider.accessToken(claims -> claims.subject("a-client"));

        assertThat(browser.post("/api/offers", "Authorization", "Bearer " + token)
                        .statusCode())
                .isEqualTo(200);
        assertThat(gateway.listing.lastAsked().headers().getAll("Authorization"))
                .containsExactly("Bearer " + token);
        assertThat(browser.get("/api/session", "Authorization", "Bearer " + token)
                        .statusCode())
                .isEqualTo(204);
        assertThat(browser.get("/api/offers", "Authorization", "Bearer wrong").statusCode())
                .isEqualTo(401);
        assertThat(browser.get("/api/session").statusCode()).isEqualTo(200);
    }

    static Stream<String> wrongTokens() {
        return Stream.of(
                changed(claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(120)))),
                changed(claims -> claims.expirationTime(null)),
                changed(claims -> claims.notBeforeTime(Date.from(Instant.now().plusSeconds(600)))),
                changed(claims -> claims.issuer("http://127.0.0.1:1")),
                changed(claims -> claims.audience("gateway")),
                changed(claims -> claims.audience((String) null)),
                changed(claims -> claims.subject(null)),
                changed(claims -> claims.claim("client_id", null)),
                provider.accessToken(provider.key(), JOSEObjectType.JWT, claims -> {}),
                provider.accessToken(OidcPeer.newKey(), new JOSEObjectType("at+jwt"), claims -> {}),
                provider.accessToken(sameId(), new JOSEObjectType("at+jwt"), claims -> {}),
                tampered(),
                byThePublicKeyAsASecret(),
                new PlainJWT(new JWTClaimsSet.Builder()
                                .issuer(provider.issuer())
                                .subject("x")
                                .build())
                        .serialize(),
                "nonsense",
                "a.b.c",
                "");
    }

    @ParameterizedTest
    @MethodSource("wrongTokens")
    void refusesWhatIsNoValidTokenAndAsksNoService(String token) {
        assertRefused(gateway.get("/api/offers", "Authorization", "Bearer " + token));
    }

    @Test
    void refusesOtherSchemesAndTwoTokens() {
        String token = "Bearer " + provider.accessToken(claims -> {});

        assertRefused(gateway.get("/api/offers", "Authorization", "Basic YTpi"));
        assertRefused(gateway.get("/api/offers", "Authorization", token, "Authorization", token));
    }

    private static void assertRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer error=\"invalid_token\"");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains("urn:shuqiao:problem:invalid-token");
        assertThat(gateway.search.asked()).isEmpty();
    }

    @Test
    void asksForTheKeysOnceForManyTokens() {
        gateway.get("/api/offers", "Authorization", "Bearer " + provider.accessToken(claims -> {}));
        int before = provider.keysAsked.get();

        for (int i = 0; i < 50; i++) {
            gateway.get("/api/offers", "Authorization", "Bearer " + provider.accessToken(claims -> {}));
        }

        assertThat(provider.keysAsked).hasValue(before);
    }

    @Test
    void findsANewKeyAndKeepsItsKeysWhileTheProviderIsAway() throws InterruptedException {
        Thread.sleep(150); // the keys that were asked for before are known no longer
        provider.changeKey();
        String token = "Bearer " + provider.accessToken(claims -> {});
        assertThat(gateway.get("/api/offers", "Authorization", token).statusCode())
                .isEqualTo(200);

        provider.close();
        try {
            assertThat(gateway.get("/api/offers", "Authorization", token).statusCode())
                    .isEqualTo(200);
        } finally {
            provider.resume();
        }
    }

    private static String changed(Consumer<JWTClaimsSet.Builder> change) {
        return provider.accessToken(change);
    }

    /** Another key by the name of the right one. */
    private static RSAKey sameId() {
        try {
            return new RSAKeyGenerator(2048).keyID(provider.key().getKeyID()).generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String tampered() {
        String[] parts = provider.accessToken(claims -> {}).split("\\.");
        String[] others =
                provider.accessToken(claims -> claims.subject("admin")).split("\\.");
        return parts[0] + "." + others[1] + "." + parts[2];
    }

    /** The classic confusion of algorithms. */
    private static String byThePublicKeyAsASecret() {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.HS256)
                            .type(new JOSEObjectType("at+jwt"))
                            .keyID(provider.key().getKeyID())
                            .build(),
                    new JWTClaimsSet.Builder()
                            .issuer(provider.issuer())
                            .audience("shuqiao")
                            .subject("admin")
                            .build());
            token.sign(new MACSigner(provider.key().toRSAPublicKey().getEncoded()));
            return token.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
