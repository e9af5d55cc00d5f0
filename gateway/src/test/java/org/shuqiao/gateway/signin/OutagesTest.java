package org.shuqiao.gateway.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.shuqiao.gateway.RunningGateway;
import org.shuqiao.gateway.RunningRedis;
import org.shuqiao.gateway.SignInSettings;
import org.shuqiao.gateway.identity.OidcPeer;

/** The identity service or Redis is away: who is nobody does not notice. */
class OutagesTest {

    @Test
    void startsWithoutTheProviderAndFindsItLater() {
        OidcPeer provider = OidcPeer.start();
        String token = "Bearer " + provider.accessToken(claims -> {});
        provider.close();
        try (RunningGateway gateway = RunningGateway.start(SignInSettings.with(provider))) {
            Browser browser = new Browser(gateway);
            assertThat(browser.get("/api/offers").statusCode()).isEqualTo(200);
            assertAway(browser.get("/sign-in"));
            assertAway(browser.get("/api/offers", "Authorization", token));

            provider.resume();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(10))
                    .untilAsserted(() ->
                            assertThat(browser.get("/sign-in").statusCode()).isEqualTo(303));
            browser.signIn();
            assertThat(browser.get("/api/offers", "Authorization", token).statusCode())
                    .isEqualTo(200);
        } finally {
            provider.close();
        }
    }

    @Test
    void goesOnWithoutTheProviderAndSaysThatTheSignOutIsIncomplete() {
        OidcPeer provider = OidcPeer.start();
        try (RunningGateway gateway = RunningGateway.start(SignInSettings.with(provider))) {
            Browser browser = new Browser(gateway);
            browser.signIn();
            Browser copy = browser.at(gateway);
            var callback = new Browser(gateway);
            var way = callback.callback("/sign-in");
            provider.close();

            assertThat(browser.get("/api/offers").statusCode()).isEqualTo(200);
            assertThat(browser.get("/api/session").statusCode()).isEqualTo(200);
            assertAway(callback.visit(way));

            HttpResponse<String> out = browser.change("/sign-out");
            assertThat(out.statusCode()).isEqualTo(503);
            assertThat(out.body()).contains("urn:shuqiao:problem:sign-out-incomplete", provider.issuer() + "/sessions");
            assertThat(browser.cookies()).isEmpty();
            assertThat(copy.get("/api/offers").statusCode()).isEqualTo(401);
        } finally {
            provider.close();
        }
    }

    @Test
    void letsNobodyInWithoutASecretButChecksTokens() {
        OidcPeer provider = OidcPeer.start();
        try (RunningGateway gateway =
                RunningGateway.start(SignInSettings.with(provider, "shuqiao.gateway.identity.client-secret="))) {
            assertAway(gateway.get("/sign-in"));
            assertThat(gateway.get("/api/offers", "Authorization", "Bearer " + provider.accessToken(claims -> {}))
                            .statusCode())
                    .isEqualTo(200);
        } finally {
            provider.close();
        }
    }

    @Test
    void takesNoOtherProviderForItsOwn() {
        OidcPeer provider = OidcPeer.start();
        try (RunningGateway gateway = RunningGateway.start(SignInSettings.with(
                provider,
                "shuqiao.gateway.identity.issuer=http://identity.example",
                "shuqiao.services.identity.url=" + provider.issuer()))) {
            assertAway(gateway.get("/sign-in"));
        } finally {
            provider.close();
        }
    }

    @Test
    void saysThatSessionsCannotBeLookedUpWithoutRedis() throws Exception {
        OidcPeer provider = OidcPeer.start();
        RunningRedis redis = RunningRedis.start();
        try (RunningGateway gateway = RunningGateway.start(redis, SignInSettings.with(provider))) {
            Browser browser = new Browser(gateway);
            browser.signIn();
            redis.close();

            HttpResponse<String> answer = browser.get("/api/offers");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("urn:shuqiao:problem:sessions-unavailable");
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(browser.cookies()).containsKey(Browser.SESSION);
            assertThat(browser.get("/api/session").statusCode()).isEqualTo(503);
            assertThat(new Browser(gateway).get("/api/offers").statusCode()).isEqualTo(200);
            assertThat(gateway.get("/api/offers", "Authorization", "Bearer " + provider.accessToken(claims -> {}))
                            .statusCode())
                    .isEqualTo(200);
            Browser late = new Browser(gateway);
            assertThat(late.visit(late.callback("/sign-in")).statusCode()).isEqualTo(503);

            redis.resume();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> new Browser(gateway).signIn().statusCode() == 303);
        } finally {
            redis.close();
            provider.close();
        }
    }

    private static void assertAway(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.body()).contains("urn:shuqiao:problem:service-unavailable", "identity");
    }
}
