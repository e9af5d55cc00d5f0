package org.shuqiao.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.shuqiao.gateway.RunningGateway;
import org.shuqiao.gateway.SignInSettings;
import org.shuqiao.gateway.identity.OidcPeer;
import org.shuqiao.gateway.signin.Browser;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;

/** A session ends by rest, and at the latest after its time. */
class SessionEndsTest {

    static OidcPeer provider;

    @BeforeAll
    static void start() {
        provider = OidcPeer.start();
    }

    @AfterAll
    static void stop() {
        provider.close();
    }

    @Test
    void endsAfterItsTimeHoweverMuchItIsUsed() {
        try (RunningGateway gateway =
                RunningGateway.start(SignInSettings.with(provider, "shuqiao.gateway.sessions.most=3s"))) {
            Browser browser = new Browser(gateway);
            browser.signIn();
            assertThat(browser.get("/api/session").statusCode()).isEqualTo(200);

            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> browser.get("/api/session").statusCode() == 204);
        }
    }

    @Test
    void restsAnewWithEveryRequest() {
        try (RunningGateway gateway = RunningGateway.start(SignInSettings.with(provider))) {
            ReactiveStringRedisTemplate redis = gateway.bean(ReactiveStringRedisTemplate.class);
            Browser browser = new Browser(gateway);
            browser.signIn();
            String id = browser.cookies().get(Browser.SESSION);
            String key = redis.keys("*gateway:session:" + new SessionId(id).hash())
                    .single()
                    .block();
            assertThat(rest(redis, key)).isBetween(Duration.ofMinutes(59), Duration.ofHours(1));
            redis.expire(key, Duration.ofMinutes(5)).block();

            browser.get("/api/offers");

            assertThat(rest(redis, key)).isBetween(Duration.ofMinutes(59), Duration.ofHours(1));
        }
    }

    private static Duration rest(ReactiveStringRedisTemplate redis, String key) {
        return Objects.requireNonNull(redis.getExpire(key).block());
    }
}
