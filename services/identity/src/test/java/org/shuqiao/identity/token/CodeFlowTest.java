package org.shuqiao.identity.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shuqiao.identity.Browser;
import org.shuqiao.identity.Clients;
import org.shuqiao.identity.Flow;
import org.shuqiao.identity.IdentityTest;
import org.shuqiao.identity.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@IdentityTest
class CodeFlowTest {
    private final Flow flow = new Flow();

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient database;

    private Browser browser;
    private Browser client;

    @BeforeEach
    void open() {
        browser = new Browser(port);
        client = new Browser(port);
    }

    @Test
    void describesItself() {
        var configuration = Flow.json(browser.get("/.well-known/openid-configuration"));
        assertThat(configuration.path("issuer").asString()).isEqualTo("http://127.0.0.1:18084");
        assertThat(configuration.path("code_challenge_methods_supported").toString())
                .isEqualTo("[\"S256\"]");
        assertThat(configuration.path("end_session_endpoint").asString()).endsWith("/connect/logout");
    }

    @Test
    void speaksTheLanguageTheClientAsksFor() {
        Map<String, String> request = flow.request();
        request.put("ui_locales", "de ru-RU fr");
        assertThat(Browser.location(Flow.authorize(browser, request))).endsWith("/sign-in?lang=ru");
        request.put("ui_locales", "de //evil.example");
        assertThat(Browser.location(Flow.authorize(browser, request))).endsWith("/sign-in");
    }

    @Test
    void signsInByTheWayOfThePageAndComesBackWithACode() throws ParseException, JOSEException {
        String email = People.registered(browser);
        HttpResponse<String> toPage = Flow.authorize(browser, flow.request());
        assertThat(Browser.location(toPage)).endsWith("/sign-in");
        HttpResponse<String> back = browser.submit("/sign-in", Map.of("email", email, "password", People.PASSWORD));
        HttpResponse<String> answer = browser.get(Browser.location(back));
        assertThat(Browser.location(answer)).startsWith(Clients.REDIRECT);
        assertThat(Browser.parameter(answer, "state")).isEqualTo("the-state");

        Flow.Tokens tokens = Flow.tokens(flow.exchange(client, Browser.parameter(answer, "code")));
        JWTClaimsSet claims = Flow.claims(tokens.id());
        assertThat(claims.getIssuer()).isEqualTo("http://127.0.0.1:18084");
        assertThat(claims.getStringClaim("nonce")).isEqualTo("the-nonce");
        assertThat(claims.getStringClaim("email")).isEqualTo(email);
        assertThat(claims.getBooleanClaim("email_verified")).isTrue();
        assertThat(claims.getStringClaim("locale")).isEqualTo("en");
        assertThat(claims.getSubject()).isNotEqualTo(email);
        assertThat(Flow.claims(tokens.access()).getClaim("email")).isNull();

        SignedJWT signed = SignedJWT.parse(tokens.access());
        JWKSet published = JWKSet.parse(client.get("/oauth2/jwks").body());
        assertThat(signed.verify(new RSASSAVerifier(
                        published.getKeyByKeyId(signed.getHeader().getKeyID()).toRSAKey())))
                .isTrue();
        assertThat(published.getKeys()).noneMatch(key -> key.isPrivate());
    }

    @Test
    void asksForPkceByS256() {
        People.signedIn(browser);
        Map<String, String> without = flow.request();
        without.remove("code_challenge");
        without.remove("code_challenge_method");
        assertThat(Browser.location(Flow.authorize(browser, without))).contains("error=invalid_request");
        Map<String, String> plain = flow.request();
        plain.put("code_challenge_method", "plain");
        assertThat(Browser.location(Flow.authorize(browser, plain))).contains("error=invalid_request");
    }

    @Test
    void refusesACodeWithAnotherVerifier() {
        People.signedIn(browser);
        HttpResponse<String> answer = new Flow().exchange(client, flow.code(browser));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("invalid_grant");
    }

    @Test
    void sendsTheCodeNowhereElse() {
        People.signedIn(browser);
        Map<String, String> elsewhere = flow.request();
        elsewhere.put("redirect_uri", Clients.REDIRECT + "/x");
        HttpResponse<String> answer = Flow.authorize(browser, elsewhere);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Browser.location(answer)).isEmpty();
    }

    @Test
    void takesACodeOnceAndThenTakesItsTokensBack() {
        People.signedIn(browser);
        String code = flow.code(browser);
        Flow.Tokens tokens = Flow.tokens(flow.exchange(client, code));
        assertThat(flow.exchange(client, code).statusCode()).isEqualTo(400);
        assertThat(Flow.refresh(client, tokens.refresh()).statusCode()).isEqualTo(400);
    }

    @Test
    void refusesAClientWithAnotherSecret() {
        HttpResponse<String> answer = client.post(
                "/oauth2/token",
                Map.of("grant_type", "client_credentials"),
                Flow.basic("partner", Clients.GATEWAY_SECRET));
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("invalid_client");
    }

    @Test
    void givesAPartnersSystemATokenOfItsOwn() throws ParseException {
        HttpResponse<String> answer = client.post(
                "/oauth2/token",
                Map.of("grant_type", "client_credentials", "scope", "offers.read"),
                Flow.basic("partner", Clients.PARTNER_SECRET));
        Flow.Tokens tokens = Flow.tokens(answer);
        assertThat(Flow.claims(tokens.access()).getSubject()).isEqualTo("partner");
        assertThat(Flow.claims(tokens.access()).getStringClaim("scope")).isEqualTo("offers.read");
        assertThat(tokens.refresh()).isEmpty();
        assertThat(client.post(
                                "/oauth2/token",
                                Map.of("grant_type", "client_credentials", "scope", "offers.write"),
                                Flow.basic("partner", Clients.PARTNER_SECRET))
                        .body())
                .contains("invalid_scope");
        assertThat(client.post(
                                "/oauth2/token",
                                Map.of("grant_type", "client_credentials"),
                                Flow.basic("gateway", Clients.GATEWAY_SECRET))
                        .body())
                .contains("unauthorized_client");
    }

    @Test
    void keepsNoTokenInTheDatabase() {
        People.signedIn(browser);
        String code = flow.code(browser);
        Flow.Tokens tokens = Flow.tokens(flow.exchange(client, code));
        Flow.Tokens next = Flow.tokens(Flow.refresh(client, tokens.refresh()));
        String account = Flow.subject(tokens);
        List<String> rows = database.sql("SELECT a::text FROM oauth2_authorization a WHERE principal_name = ?")
                .param(account)
                .query(String.class)
                .list();
        assertThat(rows)
                .singleElement()
                .asString()
                .contains("sha256:")
                .doesNotContain(code, tokens.refresh(), next.refresh(), next.access(), next.id())
                .doesNotContain(browser.cookies().get("__Host-session"));
    }
}
