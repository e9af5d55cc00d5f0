package org.shuqiao.gateway.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Date;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The way to the identity service and back. */
class SigningInTest {

    static OidcPeer provider;
    static RunningGateway gateway;

    Browser browser;

    @BeforeAll
    static void start() {
        provider = OidcPeer.start();
        gateway = RunningGateway.start(SignInSettings.with(provider));
    }

    @AfterAll
    static void stop() {
        gateway.close();
        provider.close();
    }

    @BeforeEach
    void open() {
        gateway.forget();
        provider.idTokens = claims -> {};
        browser = new Browser(gateway);
    }

    @Test
    void sendsTheBrowserWithProofKeyNonceAndLanguage() {
        HttpResponse<String> away = browser.get("/sign-in?return=/offers&lang=ru");

        assertThat(away.statusCode()).isEqualTo(303);
        assertThat(Browser.location(away))
                .startsWith(provider.issuer() + "/oauth2/authorize?response_type=code&client_id=gateway&")
                .contains("code_challenge_method=S256", "&nonce=", "&state=", "&ui_locales=ru")
                .contains("scope=openid%20profile%20email", "/login/oauth2/code/identity");
        assertThat(Browser.location(browser.get("/sign-in?ui_locales=ar"))).contains("&ui_locales=ar");
        assertThat(Browser.location(browser.get("/sign-in?lang=xx"))).doesNotContain("ui_locales");
    }

    @Test
    void signsInAndSaysWho() {
        HttpResponse<String> back = browser.visit(browser.callback("/sign-in?return=/offers?q=%25E6%2595%25B0%26a=b"));

        assertThat(back.statusCode()).isEqualTo(303);
        assertThat(Browser.location(back)).isEqualTo("/offers?q=%E6%95%B0&a=b");
        assertThat(back.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith(Browser.SESSION + "=")
                        .contains("; Path=/", "; Secure", "; HTTPOnly", "; SameSite=Lax")
                        .doesNotContain("Domain", "Max-Age", "Expires"));
        assertThat(browser.cookies()).containsOnlyKeys(Browser.SESSION);

        HttpResponse<String> session = browser.get("/api/session");
        assertThat(session.statusCode()).isEqualTo(200);
        assertThat(session.headers().firstValue("Cache-Control")).contains("no-store");
        JsonNode view = JsonMapper.shared().readTree(session.body());
        assertThat(view.path("account").asString()).isEqualTo(provider.account);
        assertThat(view.path("email").asString()).isEqualTo(provider.account + "@example.org");
        assertThat(view.path("locale").asString()).isEqualTo("zh");
        assertThat(view.path("idleSeconds").asInt()).isEqualTo(3600);
        assertThat(Instant.parse(view.path("ends").asString()))
                .isEqualTo(Instant.parse(view.path("signedIn").asString()).plusSeconds(86_400));
        assertThat(view.path("csrfToken").asString()).hasSize(43);
    }

    @Test
    void tellsTheBrowserNoToken() {
        browser.signIn();
        browser.session();
        browser.get("/api/offers");
        browser.change("/sign-out");

        // how the header of a JWT and the provider's refresh tokens begin
        assertThat(browser.told())
                .doesNotContain("eyJraWQ", "eyJhbGc", "eyJ0eXA", "refresh-")
                .contains(Browser.SESSION);
    }

    @Test
    void saysNothingOfNobody() {
        HttpResponse<String> session = browser.get("/api/session");

        assertThat(session.statusCode()).isEqualTo(204);
        assertThat(session.body()).isEmpty();
    }

    @Test
    void givesANewIdAtEverySignInAndEndsTheSessionBefore() {
        browser.signIn();
        Browser before = browser.at(gateway);
        String csrf = browser.session().path("csrfToken").asString();

        browser.signIn();

        assertThat(browser.cookies().get(Browser.SESSION))
                .isNotEqualTo(before.cookies().get(Browser.SESSION));
        assertThat(browser.session().path("csrfToken").asString()).isNotEqualTo(csrf);
        assertThat(before.get("/api/session").statusCode()).isEqualTo(204);
    }

    @Test
    void doesNotTakeAnIdThatTheBrowserBrought() {
        browser.cookies().put(Browser.SESSION, "a".repeat(43));

        browser.signIn();

        assertThat(browser.cookies().get(Browser.SESSION)).isNotEqualTo("a".repeat(43));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "/%5Cevil.example",
                "https://evil.example/",
                "javascript:alert(1)",
                "offers",
                "",
                "/a%0d%0aSet-Cookie:x=y",
                "/a%23fragment"
            })
    void goesNowhereElseAfterwards(String target) {
        HttpResponse<String> answer = browser.get("/sign-in?return=" + target);

        assertThat(answer.statusCode()).isEqualTo(400);
        JsonNode problem = JsonMapper.shared().readTree(answer.body());
        assertThat(problem.path("type").asString()).isEqualTo("urn:shuqiao:problem:invalid-parameter");
        assertThat(problem.at("/errors/0/field").asString()).isEqualTo("return");
        assertThat(problem.at("/errors/0/expected").asString()).startsWith("a path of this origin");
        assertThat(browser.cookies()).isEmpty();
    }

    @Test
    void refusesTwoPlacesToGoAndOneThatIsTooLong() {
        assertThat(browser.get("/sign-in?return=/a&return=/b").statusCode()).isEqualTo(400);
        assertThat(browser.get("/sign-in?return=/" + "a".repeat(500)).statusCode())
                .isEqualTo(400);
    }

    @Test
    void finishesOnlyWhatThisBrowserBegan() {
        URI stolen = browser.callback("/sign-in");
        Browser other = new Browser(gateway);

        assertFailed(other.visit(stolen));
        other.get("/sign-in");
        assertFailed(other.visit(stolen));

        assertThat(other.cookies()).doesNotContainKey(Browser.SESSION);
        assertThat(browser.visit(stolen).statusCode()).isEqualTo(303);
    }

    @Test
    void takesACodeOnce() {
        URI callback = browser.callback("/sign-in");
        Browser again = browser.at(gateway);
        assertThat(browser.visit(callback).statusCode()).isEqualTo(303);

        assertFailed(browser.visit(callback));
        assertFailed(again.visit(callback));
    }

    @Test
    void passesOnTheRefusalOfTheProvider() {
        URI callback = browser.callback("/sign-in");
        String state = callback.getRawQuery().replaceAll(".*(state=[^&]*).*", "$1");

        assertFailed(browser.visit(callback.resolve(callback.getPath() + "?error=access_denied&" + state)));
        assertThat(browser.cookies()).isEmpty();
    }

    static Stream<Consumer<JWTClaimsSet.Builder>> wrongIdTokens() {
        return Stream.of(
                claims -> claims.claim("nonce", "another"),
                claims -> claims.claim("nonce", null),
                claims -> claims.issuer("http://127.0.0.1:1"),
                claims -> claims.audience("another"),
                claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(3600))),
                claims -> claims.subject(null));
    }

    @ParameterizedTest
    @MethodSource("wrongIdTokens")
    void believesOnlyAnIdTokenOfThisAttempt(Consumer<JWTClaimsSet.Builder> change) {
        provider.idTokens = change;

        assertFailed(browser.visit(browser.callback("/sign-in")));

        assertThat(browser.cookies()).doesNotContainKey(Browser.SESSION);
    }

    private static void assertFailed(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("urn:shuqiao:problem:sign-in-failed");
    }
}
