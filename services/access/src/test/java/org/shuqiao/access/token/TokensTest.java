package org.shuqiao.access.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shuqiao.access.ServersForStand;
import org.shuqiao.access.Stand;
import org.shuqiao.access.StandTest;
import org.shuqiao.testkit.TestIssuer;
import org.springframework.boot.test.web.server.LocalServerPort;

@StandTest
class TokensTest {
    private static final TestIssuer ISSUER = ServersForStand.ISSUER;
    private static final UUID ACCOUNT = UUID.randomUUID();

    @LocalServerPort
    private int port;

    private Stand stand;

    @BeforeEach
    void connect() {
        stand = new Stand(port);
    }

    @Test
    void saysWhoAsks() {
        isKnownAs(null, "Guest");
        isKnownAs(ISSUER.account(ACCOUNT), "Account");
        isKnownAs(ISSUER.client("partner", "import"), "Client");
        Map<String, Object> claims = good();
        claims.put("aud", "shuqiao");
        isKnownAs(ISSUER.sign(claims), "Account");
        Map<String, Object> header = ISSUER.header("RS256", "first");
        header.put("typ", "JWT");
        isKnownAs(ISSUER.sign(header, good()), "Account");
        header.remove("typ");
        isKnownAs(ISSUER.sign(header, good()), "Account");
    }

    private void isKnownAs(String token, String caller) {
        stand.get("/suggestions", token)
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .isEqualTo(caller);
    }

    /** Also where nobody needs to be signed in: what is said must hold. */
    @Test
    void refusesEveryTokenThatIsNotGood() {
        Map<String, String> bad = new LinkedHashMap<>();
        bad.put("text", "no-token");
        bad.put("other key", ISSUER.forge(good()));
        bad.put("unsigned", ISSUER.unsigned(good()));
        bad.put("unsigned in capitals", ISSUER.unsigned(good()).replace("none", "NONE"));
        bad.put("public key as secret", ISSUER.signedWithThePublicKey(good()));
        bad.put("unknown key", ISSUER.sign(ISSUER.header("RS256", "nobodys"), good()));
        bad.put("other algorithm", ISSUER.sign(ISSUER.header("PS256", "first"), good()));
        bad.put("logout token", withType("logout+jwt"));
        bad.put("cut signature", ISSUER.sign(good()).replaceAll("\\.[^.]+$", "."));
        bad.put("changed claims", changedAfterSigning());
        bad.put("issuer", sign("iss", "https://issuer.example"));
        bad.put("audience", sign("aud", List.of("gateway")));
        bad.put("no audience", without("aud"));
        bad.put("expired", sign("exp", Instant.now().getEpochSecond() - 60));
        bad.put("never expires", without("exp"));
        bad.put("not yet", sign("nbf", Instant.now().getEpochSecond() + 120));
        bad.put("no subject", without("sub"));
        bad.put("subject that is neither", sign("sub", "somebody"));
        bad.put("no client", without("client_id"));
        bad.put("client that is no text", sign("client_id", 7));
        bad.forEach((fault, token) -> {
            for (String uri : List.of("/suggestions", "/offers", "/saved-searches")) {
                var answer = stand.get(uri, token).expectBody(String.class).returnResult();
                assertThat(answer.getStatus().value())
                        .as("%s at %s", fault, uri)
                        .isEqualTo(401);
                assertThat(answer.getResponseBody())
                        .as(fault)
                        .contains("urn:shuqiao:problem:not-authenticated")
                        .doesNotContain(fault);
                assertThat(answer.getResponseHeaders().getFirst("WWW-Authenticate"))
                        .as(fault)
                        .isEqualTo("Bearer realm=\"shuqiao\", error=\"invalid_token\"");
            }
        });
    }

    @Test
    void saysThatTheIssuerIsAwayToWhoBringsAnotherKeyOnly() throws InterruptedException {
        isKnownAs(ISSUER.account(ACCOUNT), "Account");
        ISSUER.away(true);
        try {
            String other = ISSUER.sign(ISSUER.header("RS256", "newer"), good());
            long deadline = System.nanoTime() + 30_000_000_000L;
            while (stand.get("/suggestions", other)
                                    .expectBody()
                                    .returnResult()
                                    .getStatus()
                                    .value()
                            != 503
                    && System.nanoTime() < deadline) {
                Thread.sleep(50);
            }
            stand.get("/suggestions", other)
                    .expectStatus()
                    .isEqualTo(503)
                    .expectHeader()
                    .exists("Retry-After")
                    .expectBody()
                    .jsonPath("$.type")
                    .isEqualTo("urn:shuqiao:problem:unavailable");
            isKnownAs(ISSUER.account(ACCOUNT), "Account");
            isKnownAs(null, "Guest");
        } finally {
            ISSUER.away(false);
        }
    }

    @Test
    void takesATokenFromTheHeaderOnly() {
        stand.get("/saved-searches?access_token=" + ISSUER.account(ACCOUNT), null)
                .expectStatus()
                .isUnauthorized();
        stand.client()
                .get()
                .uri("/saved-searches")
                .header("X-User", ACCOUNT.toString())
                .header("X-Forwarded-User", ACCOUNT.toString())
                .cookie("access_token", ISSUER.account(ACCOUNT))
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .valueEquals("WWW-Authenticate", "Bearer realm=\"shuqiao\"");
    }

    @Test
    void refusesInTheCallersLanguage() {
        stand.client()
                .get()
                .uri("/saved-searches")
                .header("Accept-Language", "zh")
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .contentType("application/problem+json")
                .expectBody()
                .jsonPath("$.title")
                .isEqualTo("未登录");
    }

    private static Map<String, Object> good() {
        return ISSUER.claims(ACCOUNT.toString(), "gateway", "openid");
    }

    private static String sign(String claim, Object value) {
        Map<String, Object> claims = good();
        claims.put(claim, value);
        return ISSUER.sign(claims);
    }

    private static String without(String claim) {
        Map<String, Object> claims = good();
        claims.remove(claim);
        return ISSUER.sign(claims);
    }

    private static String withType(String type) {
        Map<String, Object> header = ISSUER.header("RS256", "first");
        header.put("typ", type);
        return ISSUER.sign(header, good());
    }

    private static String changedAfterSigning() {
        String[] mine = ISSUER.sign(good()).split("\\.", 3);
        String[] others = ISSUER.account(UUID.randomUUID()).split("\\.", 3);
        return mine[0] + "." + others[1] + "." + mine[2];
    }
}
