package org.shuqiao.identity.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shuqiao.identity.Browser;
import org.shuqiao.identity.Clients;
import org.shuqiao.identity.Flow;
import org.shuqiao.identity.IdentityTest;
import org.shuqiao.identity.People;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Access tokens as RFC 9068 has them. */
@IdentityTest
class AccessTokenTest {
    @LocalServerPort
    private int port;

    private Browser browser;
    private Browser client;
    private String email;
    private Flow.Tokens tokens;

    @BeforeEach
    void signIn() {
        browser = new Browser(port);
        client = new Browser(port);
        email = People.signedIn(browser);
        tokens = Flow.tokens(browser, port);
    }

    @Test
    void isForTheServicesAndNamesPersonClientAndSession() throws ParseException {
        SignedJWT token = SignedJWT.parse(tokens.access());
        assertThat(token.getHeader().getType().getType()).isEqualTo("at+jwt");
        JWTClaimsSet claims = token.getJWTClaimsSet();
        assertThat(claims.getIssuer()).isEqualTo("http://127.0.0.1:18084");
        assertThat(claims.getAudience()).containsExactly("shuqiao");
        assertThat(claims.getSubject()).isEqualTo(Flow.subject(tokens));
        assertThat(claims.getStringClaim("client_id")).isEqualTo("gateway");
        assertThat(claims.getStringClaim("sid")).isEqualTo(Flow.sid(tokens));
        assertThat(claims.getStringClaim("scope").split(" ")).containsExactlyInAnyOrder("openid", "profile", "email");
        assertThat(claims.getJWTID()).isNotBlank();
        assertThat(Duration.between(
                        claims.getIssueTime().toInstant(),
                        claims.getExpirationTime().toInstant()))
                .isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void staysSoAfterARefresh() throws ParseException {
        SignedJWT next = SignedJWT.parse(
                Flow.tokens(Flow.refresh(client, tokens.refresh())).access());
        assertThat(next.getHeader().getType().getType()).isEqualTo("at+jwt");
        assertThat(next.getJWTClaimsSet().getAudience()).containsExactly("shuqiao");
        assertThat(next.getJWTClaimsSet().getStringClaim("sid")).isEqualTo(Flow.sid(tokens));
        assertThat(next.getJWTClaimsSet().getJWTID())
                .isNotEqualTo(Flow.claims(tokens.access()).getJWTID());
    }

    @Test
    void ofAClientNamesTheClientAndNoSession() throws ParseException {
        HttpResponse<String> answer = client.post(
                "/oauth2/token",
                Map.of("grant_type", "client_credentials", "scope", "offers.read"),
                Flow.basic("partner", Clients.PARTNER_SECRET));
        SignedJWT token = SignedJWT.parse(Flow.tokens(answer).access());
        assertThat(token.getHeader().getType().getType()).isEqualTo("at+jwt");
        JWTClaimsSet claims = token.getJWTClaimsSet();
        assertThat(claims.getAudience()).containsExactly("shuqiao");
        assertThat(claims.getSubject()).isEqualTo("partner");
        assertThat(claims.getStringClaim("client_id")).isEqualTo("partner");
        assertThat(claims.getStringClaim("scope")).isEqualTo("offers.read");
        assertThat(claims.getClaims()).doesNotContainKey("sid");
    }

    @Test
    void isNotWhatAnIdTokenIs() throws ParseException {
        SignedJWT idToken = SignedJWT.parse(tokens.id());
        assertThat(idToken.getHeader().getType()).isNull();
        assertThat(idToken.getJWTClaimsSet().getAudience()).containsExactly("gateway");
        assertThat(client.getAs("/userinfo", tokens.id()).statusCode()).isEqualTo(401);
    }

    @Test
    void opensUserinfoAndIsIntrospectedUntilItIsRevoked() {
        var person = Flow.json(client.getAs("/userinfo", tokens.access()));
        assertThat(person.path("sub").asString()).isEqualTo(Flow.subject(tokens));
        assertThat(person.path("email").asString()).isEqualTo(email);
        var active = Flow.json(asGateway("/oauth2/introspect"));
        assertThat(active.path("active").asBoolean()).isTrue();
        assertThat(active.path("client_id").asString()).isEqualTo("gateway");
        assertThat(active.path("scope").asString().split(" ")).containsExactlyInAnyOrder("openid", "profile", "email");
        assertThat(asGateway("/oauth2/revoke").statusCode()).isEqualTo(200);
        assertThat(Flow.json(asGateway("/oauth2/introspect")).path("active").asBoolean())
                .isFalse();
        assertThat(client.getAs("/userinfo", tokens.access()).statusCode()).isEqualTo(401);
    }

    private HttpResponse<String> asGateway(String path) {
        return client.post(path, Map.of("token", tokens.access()), Flow.basic("gateway", Clients.GATEWAY_SECRET));
    }
}
