package org.shuqiao.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shuqiao.gateway.Peer;
import org.shuqiao.gateway.RunningGateway;
import org.shuqiao.gateway.SignInSettings;
import org.shuqiao.gateway.identity.OidcPeer;
import org.shuqiao.gateway.signin.Browser;

/** A refresh token is sent once, whoever needs new tokens: sent twice it would end the session. */
class FreshTokensTest {

    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final Duration LONG = Duration.ofMinutes(5);

    static OidcPeer provider;
    static RunningGateway one;
    static RunningGateway other;

    Browser browser;

    @BeforeAll
    static void start() {
        provider = OidcPeer.start();
        String shared = "shuqiao.namespace=fresh-" + System.nanoTime() + ".";
        one = RunningGateway.start(SignInSettings.with(provider, shared));
        other = RunningGateway.start(SignInSettings.with(provider, shared));
    }

    @AfterAll
    static void stop() {
        one.close();
        other.close();
        provider.close();
    }

    /** With a token that is good for a second. */
    @BeforeEach
    void signIn() {
        one.forget();
        other.forget();
        provider.refreshTakes = Duration.ZERO;
        provider.accessLife = SHORT;
        browser = new Browser(one);
        browser.signIn();
        provider.accessLife = LONG;
        provider.refreshes.set(0);
    }

    @Test
    void renewsOnceForManyRequestsAtTwoGateways() throws Exception {
        expire();
        provider.refreshTakes = Duration.ofMillis(300);

        List<Integer> statuses = atOnce(20);

        assertThat(statuses).hasSize(20).containsOnly(200);
        assertThat(provider.refreshes).hasValue(1);
        assertThat(tokens()).hasSize(1);
        assertThat(atOnce(20)).containsOnly(200);
        assertThat(provider.refreshes).hasValue(1);
    }

    @Test
    void renewsBeforeATokenExpires() {
        assertThat(browser.get("/api/offers").statusCode()).isEqualTo(200);

        assertThat(provider.refreshes).hasValue(1);
    }

    @Test
    void renewsAgainAndAgain() throws InterruptedException {
        for (int round = 1; round <= 3; round++) {
            provider.accessLife = SHORT;
            expire();
            assertThat(browser.get("/api/offers").statusCode()).isEqualTo(200);
            assertThat(provider.refreshes).hasValue(round);
        }
    }

    @Test
    void keepsWhatItGotForABrowserThatHasGone() throws InterruptedException {
        expire();
        provider.refreshTakes = Duration.ofSeconds(1);
        String cookie = Browser.SESSION + "=" + browser.cookies().get(Browser.SESSION);

        one.abandon("GET /api/offers HTTP/1.1\r\nHost: test\r\nCookie: " + cookie + "\r\n\r\n");

        assertThat(browser.get("/api/offers").statusCode()).isEqualTo(200);
        assertThat(browser.at(other).get("/api/offers").statusCode()).isEqualTo(200);
        assertThat(provider.refreshes).hasValue(1);
    }

    @Test
    void endsASessionThatTheProviderHasEnded() throws InterruptedException {
        provider.endAllSessions();
        expire();

        HttpResponse<String> refused = browser.get("/api/offers");

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body()).contains("urn:shuqiao:problem:session-ended");
        assertThat(browser.cookies()).isEmpty();
        assertThat(one.search.asked()).isEmpty();
        assertThat(browser.get("/api/offers").statusCode()).isEqualTo(200);
    }

    @Test
    void tellsThePageOfASessionThatTheProviderHasEnded() throws InterruptedException {
        provider.endAllSessions();
        expire();

        assertThat(browser.get("/api/session").statusCode()).isEqualTo(204);
        assertThat(browser.cookies()).isEmpty();
    }

    @Test
    void doesNotBringBackASessionThatEndedMeanwhile() throws Exception {
        provider.accessLife = SHORT;
        String csrf = browser.session().path("csrfToken").asString();
        expire();
        provider.refreshTakes = Duration.ofSeconds(1);
        Browser asking = browser.at(one);
        Browser late = browser.at(one);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            int before = provider.refreshes.get();
            Future<Integer> answer =
                    threads.submit(() -> asking.get("/api/offers").statusCode());
            Awaitility.await().until(() -> provider.refreshes.get() > before);

            assertThat(browser.at(other).post("/sign-out", "X-CSRF-TOKEN", csrf).statusCode())
                    .isEqualTo(204);

            assertThat(answer.get()).isEqualTo(401);
        }
        assertThat(late.get("/api/offers").statusCode()).isEqualTo(401);
        assertThat(one.search.asked()).isEmpty();
    }

    @Test
    void goesOnWithATokenThatLastsWhileTheProviderIsAway() throws InterruptedException {
        provider.accessLife = Duration.ofSeconds(20);
        browser.signIn(); // less than what a token is renewed ahead
        provider.close();
        try {
            assertThat(browser.get("/api/offers").statusCode()).isEqualTo(200);
            assertThat(one.search.asked()).hasSize(1);
        } finally {
            provider.resume();
        }
    }

    @Test
    void saysSoWhenATokenHasExpiredAndTheProviderIsAwayAndGoesOnAfterwards() throws InterruptedException {
        expire();
        provider.close();
        try {
            HttpResponse<String> answer = browser.get("/api/offers");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("urn:shuqiao:problem:service-unavailable", "identity");
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(new Browser(one).get("/api/offers").statusCode()).isEqualTo(200);
        } finally {
            provider.resume();
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() ->
                        assertThat(browser.get("/api/offers").statusCode()).isEqualTo(200));
    }

    private List<Integer> atOnce(int count) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                Browser asking = browser.at(i % 2 == 0 ? one : other);
                answers.add(threads.submit(() -> asking.get("/api/offers").statusCode()));
            }
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> answer : answers) {
                statuses.add(answer.get());
            }
            return statuses;
        }
    }

    private static Set<String> tokens() {
        List<Peer.Asked> all = new ArrayList<>(one.search.asked());
        all.addAll(other.search.asked());
        return all.stream().map(asked -> asked.headers().get("Authorization")).collect(Collectors.toSet());
    }

    private static void expire() throws InterruptedException {
        Thread.sleep(SHORT.plusMillis(100));
    }
}
