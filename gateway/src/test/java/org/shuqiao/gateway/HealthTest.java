package org.shuqiao.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Ready means: requests are served. That does not need Redis. */
class HealthTest {

    @Test
    void isReadyWithRedis() {
        try (RunningGateway gateway = RunningGateway.start()) {
            assertThat(gateway.get("/actuator/health/readiness").body()).contains("\"status\":\"UP\"");
            Awaitility.await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
                gateway.get("/api/offers");
                assertThat(gateway.get("/actuator/health").body()).contains("\"status\":\"UP\"");
            });
        }
    }

    @Test
    void isReadyButDegradedWithoutRedisAndSaysNothingMore() {
        RunningRedis gone = RunningRedis.start();
        gone.close();
        try (RunningGateway gateway = RunningGateway.start(gone)) {
            assertThat(gateway.get("/api/offers").statusCode()).isEqualTo(200);

            HttpResponse<String> readiness = gateway.get("/actuator/health/readiness");
            assertThat(readiness.statusCode()).isEqualTo(200);
            assertThat(readiness.body()).contains("\"status\":\"UP\"");
            HttpResponse<String> health = gateway.get("/actuator/health");
            assertThat(health.statusCode()).isEqualTo(200);
            assertThat(health.body()).contains("\"status\":\"DEGRADED\"").doesNotContain("components", "redis", "host");
        }
    }
}
