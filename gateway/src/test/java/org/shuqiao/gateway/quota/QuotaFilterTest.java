package org.shuqiao.gateway.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.shuqiao.gateway.RunningGateway;
import org.shuqiao.gateway.SignInSettings;
import org.shuqiao.gateway.identity.OidcPeer;
import org.shuqiao.gateway.signin.Browser;

/** What a client sees of its quota, and that it cannot get another one by claiming to be somebody else. */
class QuotaFilterTest {

    private static final String[] SMALL = {
        "shuqiao.gateway.quotas.reads=3",
        "shuqiao.gateway.quotas.writes=2",
        "shuqiao.gateway.quotas.imports=1",
        "shuqiao.gateway.quotas.window=5m"
    };

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class BehindATrustedProxy {

        RunningGateway gateway;

        @BeforeAll
        void start() {
            gateway = RunningGateway.start(with("shuqiao.gateway.trusted-proxies=127.0.0.0/8,10.0.0.0/8"));
        }

        @AfterAll
        void stop() {
            gateway.close();
        }

        @Test
        void countsReadsWritesAndImportsApart() {
            String[] client = {"X-Forwarded-For", "192.0.2.10"};
            for (int i = 0; i < 3; i++) {
                assertThat(gateway.get("/api/offers", client).statusCode()).isEqualTo(200);
            }
            assertThat(gateway.get("/api/zones", client).statusCode()).isEqualTo(429);
            assertThat(gateway.get("/nothing", client).statusCode()).isEqualTo(429);

            for (int i = 0; i < 2; i++) {
                assertThat(gateway.post("/api/offers", "{}", client).statusCode())
                        .isEqualTo(200);
            }
            assertThat(gateway.post("/api/demands", "{}", client).statusCode()).isEqualTo(429);

            assertThat(gateway.post("/api/offers/imports", "{}", client).statusCode())
                    .isEqualTo(200);
            assertThat(gateway.post("/api/demands/imports?publish=true", "{}", client)
                            .statusCode())
                    .isEqualTo(429);
        }

        @Test
        void saysWhatIsLeftAndWhenToComeBack() {
            String[] client = {"X-Forwarded-For", "192.0.2.11", "Accept-Language", "zh"};
            HttpResponse<String> first = gateway.get("/api/offers", client);
            assertThat(header(first, "RateLimit-Policy")).isEqualTo("\"reads\";q=3;w=300");
            assertThat(header(first, "RateLimit")).isEqualTo("\"reads\";r=2;t=100");
            gateway.get("/api/offers", client);
            gateway.get("/api/offers", client);

            HttpResponse<String> refused = gateway.get("/api/offers", client);

            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(header(refused, "RateLimit")).isEqualTo("\"reads\";r=0;t=100");
            assertThat(header(refused, "Retry-After")).isEqualTo("100");
            assertThat(header(refused, "Content-Type")).isEqualTo("application/problem+json");
            assertThat(refused.body()).contains("urn:shuqiao:problem:too-many-requests", "请求过多", "100 秒后");
        }

        @Test
        void countsTheLastAddressThatIsNoTrustedProxy() {
            for (int i = 0; i < 3; i++) {
                assertThat(gateway.get("/api/offers", "X-Forwarded-For", "203.0.113." + i + ", 192.0.2.12, 10.1.2.3")
                                .statusCode())
                        .isEqualTo(200);
            }
            assertThat(gateway.get("/api/offers", "X-Forwarded-For", "203.0.113.9, 192.0.2.12:4711")
                            .statusCode())
                    .isEqualTo(429);
        }

        @Test
        void countsAnIpv6NetworkAsOneClient() {
            for (int i = 0; i < 3; i++) {
                assertThat(gateway.get("/api/offers", "X-Forwarded-For", "2001:db8:1:2::" + i)
                                .statusCode())
                        .isEqualTo(200);
            }
            assertThat(gateway.get("/api/offers", "X-Forwarded-For", "[2001:db8:1:2:ffff::1]:443")
                            .statusCode())
                    .isEqualTo(429);
            assertThat(gateway.get("/api/offers", "X-Forwarded-For", "2001:db8:1:3::1")
                            .statusCode())
                    .isEqualTo(200);
        }

        @Test
        void asksNothingOfHealthChecks() {
            for (int i = 0; i < 10; i++) {
                assertThat(gateway.get("/actuator/health/readiness", "X-Forwarded-For", "192.0.2.13")
                                .statusCode())
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void countsAnAccountWhereverItIsAndNobodyByAddress() {
        OidcPeer provider = OidcPeer.start();
        try (RunningGateway gateway = RunningGateway.start(
                SignInSettings.with(provider, with("shuqiao.gateway.trusted-proxies=127.0.0.1")))) {
            Browser browser = new Browser(gateway);
            browser.signIn(); // two reads of the address 127.0.0.1
            String token = "Bearer " + provider.accessToken(claims -> claims.subject("a-client"));
            for (int i = 0; i < 3; i++) {
                assertThat(browser.get("/api/offers", "X-Forwarded-For", "192.0.2.2" + i)
                                .statusCode())
                        .isEqualTo(200);
                assertThat(gateway.get("/api/offers", "X-Forwarded-For", "192.0.2.3" + i, "Authorization", token)
                                .statusCode())
                        .isEqualTo(200);
            }
            assertThat(browser.get("/api/offers", "X-Forwarded-For", "192.0.2.29")
                            .statusCode())
                    .isEqualTo(429);
            assertThat(gateway.get("/api/offers", "X-Forwarded-For", "192.0.2.39", "Authorization", token)
                            .statusCode())
                    .isEqualTo(429);

            for (int i = 0; i < 3; i++) {
                assertThat(gateway.get("/api/offers", "X-Forwarded-For", "192.0.2.20", "Authorization", "Bearer x")
                                .statusCode())
                        .isEqualTo(401);
            }
            assertThat(gateway.get("/api/offers", "X-Forwarded-For", "192.0.2.20", "Authorization", "Bearer y")
                            .statusCode())
                    .isEqualTo(429);
        } finally {
            provider.close();
        }
    }

    @Test
    void believesNoHeaderOfAnUntrustedPeer() {
        try (RunningGateway gateway = RunningGateway.start(with())) {
            for (int i = 0; i < 3; i++) {
                assertThat(spoofed(gateway, i)).isEqualTo(200);
            }
            for (int i = 3; i < 10; i++) {
                assertThat(spoofed(gateway, i)).isEqualTo(429);
            }
            assertThat(gateway.get("/api/offers?x=" + UUID.randomUUID()).statusCode())
                    .isEqualTo(429);
        }
    }

    private static int spoofed(RunningGateway gateway, int i) {
        String address = "203.0.113." + i;
        return gateway.get(
                        "/api/offers",
                        "X-Forwarded-For",
                        address,
                        "Forwarded",
                        "for=" + address,
                        "X-Real-IP",
                        address,
                        "True-Client-IP",
                        address,
                        "X-Shuqiao-Client",
                        address)
                .statusCode();
    }

    private static String[] with(String... more) {
        String[] all = java.util.Arrays.copyOf(SMALL, SMALL.length + more.length);
        System.arraycopy(more, 0, all, SMALL.length, more.length);
        return all;
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElseThrow(() -> new AssertionError("no " + name));
    }
}
