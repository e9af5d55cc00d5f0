package org.shuqiao.gateway.caller;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shuqiao.gateway.Peer;
import org.shuqiao.gateway.RunningGateway;
import org.shuqiao.gateway.SignInSettings;
import org.shuqiao.gateway.identity.OidcPeer;
import org.shuqiao.gateway.signin.Browser;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerResponse;

/** What a service hears of a browser at which somebody is signed in, and how a session ends. */
class SessionRequestsTest {

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
    void signIn() {
        gateway.forget();
        provider.account = UUID.randomUUID().toString();
        browser = new Browser(gateway);
        browser.signIn();
    }

    @Test
    void givesTheServiceTheTokenAndNothingThatTheBrowserSays() {
        assertThat(browser.get("/api/offers", "Authorization", "Basic YTpi", "X-Shuqiao-User", "admin")
                        .statusCode())
                .isEqualTo(200);

        Peer.Asked asked = gateway.search.lastAsked();
        assertThat(asked.headers().getAll("Authorization"))
                .singleElement()
                .asString()
                .startsWith("Bearer ");
        assertThat(OidcPeer.subject(asked.headers().get("Authorization").substring(7)))
                .isEqualTo(provider.account);
        assertThat(asked.headers().contains("X-Shuqiao-User")).isFalse();
        assertThat(asked.headers().contains("Cookie")).isFalse();
    }

    @Test
    void givesTheServiceNoTokenOfNobody() {
        assertThat(new Browser(gateway).get("/api/offers").statusCode()).isEqualTo(200);

        assertThat(gateway.search.lastAsked().headers().contains("Authorization"))
                .isFalse();
    }

    @Test
    void takesNoCookieFromAService() {
        gateway.search.answers((request, response) -> cookie(response));

        assertThat(browser.get("/api/offers").headers().allValues("Set-Cookie")).isEmpty();
    }

    private static Mono<Void> cookie(HttpServerResponse response) {
        return response.header("Set-Cookie", Browser.SESSION + "=" + "a".repeat(43) + "; Path=/")
                .send()
                .then();
    }

    @Test
    void changesSomethingForAPageOfThisOrigin() {
        String csrf = browser.session().path("csrfToken").asString();

        assertThat(browser.post("/api/offers", "X-CSRF-TOKEN", csrf, "Sec-Fetch-Site", "same-origin")
                        .statusCode())
                .isEqualTo(200);
        assertThat(browser.post("/api/offers", "X-CSRF-TOKEN", csrf).statusCode())
                .isEqualTo(200);
        assertThat(gateway.listing.asked()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site", "none"})
    void changesNothingForAPageOfAnotherOrigin(String from) {
        String csrf = browser.session().path("csrfToken").asString();

        assertForged(browser.post("/api/offers", "X-CSRF-TOKEN", csrf, "Sec-Fetch-Site", from));
    }

    @Test
    void changesNothingWithoutTheTokenOfThisSession() {
        Browser other = new Browser(gateway);
        other.signIn();

        assertForged(browser.post("/api/offers"));
        assertForged(browser.post("/api/offers", "Sec-Fetch-Site", "same-origin"));
        assertForged(browser.post(
                "/api/offers", "X-CSRF-TOKEN", other.session().path("csrfToken").asString()));
        assertForged(browser.post("/sign-out"));
        assertThat(browser.get("/api/session").statusCode()).isEqualTo(200);
    }

    private static void assertForged(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("urn:shuqiao:problem:forged-request");
        assertThat(gateway.listing.asked()).isEmpty();
    }

    @Test
    void endsHereAndAtTheProvider() {
        Browser before = browser.at(gateway);
        provider.endedHints.clear();

        HttpResponse<String> answer = browser.change("/sign-out");

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(browser.cookies()).isEmpty();
        assertThat(provider.endedHints)
                .singleElement()
                .satisfies(hint -> assertThat(OidcPeer.subject(hint)).isEqualTo(provider.account));
        assertEnded(before);
        assertThat(browser.get("/api/offers").statusCode()).isEqualTo(200);
    }

    @Test
    void endsAllSessionsOfAnAccountAndNoOther() {
        Browser phone = new Browser(gateway);
        phone.signIn();
        provider.account = UUID.randomUUID().toString();
        Browser stranger = new Browser(gateway);
        stranger.signIn();
        provider.endedHints.clear();

        assertThat(browser.change("/sign-out?everywhere=true").statusCode()).isEqualTo(204);

        assertEnded(phone);
        assertThat(stranger.get("/api/session").statusCode()).isEqualTo(200);
        assertThat(provider.endedHints).hasSize(2).doesNotHaveDuplicates();
        assertThat(stranger.change("/sign-out?everywhere=perhaps").statusCode()).isEqualTo(400);
        assertThat(stranger.get("/api/session").statusCode()).isEqualTo(200);
    }

    @Test
    void signsOutWhoIsNotSignedIn() {
        assertThat(new Browser(gateway).post("/sign-out").statusCode()).isEqualTo(204);
    }

    /** The first request hears of it and loses the cookie, so that the next is nobody's. */
    private static void assertEnded(Browser browser) {
        HttpResponse<String> refused = browser.at(gateway).get("/api/offers");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body()).contains("urn:shuqiao:problem:session-ended");
        assertThat(refused.headers().firstValue("WWW-Authenticate")).isPresent();
        assertThat(browser.get("/api/session").statusCode()).isEqualTo(204);
        assertThat(browser.cookies()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "../../aaaa"})
    void takesWhatIsNoIdForNothing(String value) {
        Browser other = new Browser(gateway);
        other.cookies().put(Browser.SESSION, value);

        assertThat(other.get("/api/offers").statusCode()).isEqualTo(200);
        assertThat(other.get("/api/session").statusCode()).isEqualTo(204);
    }

    @Test
    void keepsInRedisWhatNobodyElseCanUse() {
        browser.get("/api/offers");
        String token = gateway.search.lastAsked().headers().get("Authorization").substring(7);
        ReactiveStringRedisTemplate redis = gateway.bean(ReactiveStringRedisTemplate.class);

        Map<String, String> kept = redis.keys("*gateway:session:*")
                .flatMap(key -> redis.opsForValue().get(key).map(value -> Map.entry(key, value)))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                .block();

        assertThat(kept).isNotEmpty();
        assertThat(kept.toString())
                .doesNotContain(
                        browser.cookies().get(Browser.SESSION), token, "refresh", provider.account, "@example.org");
    }
}
