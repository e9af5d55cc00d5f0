package org.shuqiao.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shuqiao.identity.Browser;
import org.shuqiao.identity.Clients;
import org.shuqiao.identity.IdentityTest;
import org.shuqiao.identity.Mailbox;
import org.shuqiao.identity.People;
import org.springframework.boot.test.web.server.LocalServerPort;

@IdentityTest
class SignInTest {
    private static final String WRONG = "not the password at all";

    @LocalServerPort
    private int port;

    private Browser browser;

    @BeforeEach
    void open() {
        browser = new Browser(port);
    }

    @Test
    void locksAnAccountAndAnAddressWithoutOneAlike() {
        String known = People.registered(browser);
        List<String> answersToKnown = new ArrayList<>();
        List<String> answersToUnknown = new ArrayList<>();
        String unknown = People.newEmail();
        for (int i = 0; i < 12; i++) {
            answersToKnown.add(Browser.location(signIn(known, WRONG)));
            answersToUnknown.add(Browser.location(signIn(unknown, WRONG)));
        }
        assertThat(answersToKnown).isEqualTo(answersToUnknown);
        assertThat(answersToKnown.subList(0, 10)).allMatch(location -> location.endsWith("/sign-in?wrong"));
        assertThat(answersToKnown.subList(10, 12)).allMatch(location -> location.endsWith("/sign-in?too-often"));
        assertThat(Browser.location(signIn(known, People.PASSWORD))).endsWith("/sign-in?too-often");
    }

    @Test
    void unlocksAnAccountByRecovery() {
        String email = People.registered(browser);
        for (int i = 0; i < 11; i++) {
            signIn(email, WRONG);
        }
        browser.submit("/recover", Map.of("email", email));
        String token = Mailbox.token(Mailbox.to(email, 2).get(1));
        browser.submit("/recover/reset?token=" + token, Map.of("token", token, "password", "seven boats at dawn"));
        assertThat(Browser.location(signIn(email, "seven boats at dawn"))).endsWith("/sessions");
    }

    @Test
    void forgetsWrongPasswordsAfterTheRightOne() {
        String email = People.registered(browser);
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 7; i++) {
                signIn(email, WRONG);
            }
            assertThat(Browser.location(signIn(email, People.PASSWORD))).endsWith("/sessions");
        }
    }

    @Test
    void givesTheSessionANewCookieThatNoScriptReads() {
        String email = People.registered(browser);
        String before = browser.cookies().get("__Host-session");
        HttpResponse<String> answer = signIn(browser, email, People.PASSWORD);
        assertThat(browser.cookies().get("__Host-session")).isNotNull().isNotEqualTo(before);
        assertThat(answer.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("__Host-session=")
                        .contains("Secure", "HttpOnly", "SameSite=Lax", "Path=/")
                        .doesNotContain("Domain"));
    }

    @Test
    void refusesAFormThatNoPageWasOpenedFor() {
        String email = People.signedIn(browser);
        for (String path : List.of("/sign-in", "/register", "/recover", "/sessions/end-all", "/sign-out")) {
            assertThat(browser.post(path, Map.of("email", email, "password", People.PASSWORD), null)
                            .statusCode())
                    .as(path)
                    .isEqualTo(403);
        }
        assertThat(browser.get("/sessions").statusCode()).isEqualTo(200);
    }

    @Test
    void tellsBrowsersToLoadAndToBeFramedByNothing() {
        for (String path :
                List.of("/sign-in", "/oauth2/authorize?client_id=nobody", "/.well-known/openid-configuration")) {
            var headers = browser.get(path).headers();
            assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                    .as(path)
                    .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'")
                    .contains("form-action 'self' http://127.0.0.1:8080")
                    .doesNotContain("unsafe");
            assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
            assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        }
        assertThat(browser.get("/sign-in").headers().firstValue("Cache-Control").orElse(""))
                .contains("no-store");
    }

    @Test
    void showsNothingElse() {
        assertThat(Browser.location(browser.get("/sessions"))).endsWith("/sign-in");
        assertThat(Browser.location(browser.get("/actuator/env"))).endsWith("/sign-in");
        People.signedIn(browser);
        assertThat(browser.get("/actuator/env").statusCode()).isEqualTo(403);
        assertThat(browser.getJson("/actuator/health").body()).contains("\"status\":\"UP\"");
    }

    @Test
    void neverLeadsAwayAfterASignIn() {
        String email = People.registered(browser);
        HttpResponse<String> answer = browser.submit(
                "/sign-in?continue=https://elsewhere.example/",
                Map.of("email", email, "password", People.PASSWORD, "redirect_uri", Clients.REDIRECT));
        assertThat(Browser.location(answer)).isEqualTo("/sessions");
    }

    private HttpResponse<String> signIn(String email, String password) {
        return signIn(new Browser(port), email, password);
    }

    private static HttpResponse<String> signIn(Browser from, String email, String password) {
        return from.submit("/sign-in", Map.of("email", email, "password", password));
    }
}
