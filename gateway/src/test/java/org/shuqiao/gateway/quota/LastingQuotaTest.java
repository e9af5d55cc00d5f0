package org.shuqiao.gateway.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.shuqiao.gateway.RunningGateway;
import org.shuqiao.gateway.RunningRedis;
import reactor.core.publisher.Mono;

/** Requests stay limited when Redis is stopped, frozen, and back again. */
class LastingQuotaTest {

    private static final Quota QUOTA = new Quota("reads", 5, Duration.ofMinutes(1));

    @Test
    void keepsLimitingWhenRedisIsStoppedAndSharesAgainWhenItIsBack() {
        RunningRedis redis = RunningRedis.start();
        try (redis;
                RunningGateway gateway = RunningGateway.start(
                        redis,
                        "shuqiao.gateway.quotas.reads=5",
                        "shuqiao.gateway.quotas.window=5m",
                        "shuqiao.gateway.quota-store.retry-after=300ms",
                        "shuqiao.gateway.trusted-proxies=127.0.0.1")) {
            awaitShared(gateway, true);
            assertThat(granted(gateway, "192.0.2.1", 20)).as("Redis counts").isEqualTo(5);

            redis.close();
            awaitShared(gateway, false);
            Instant before = Instant.now();
            assertThat(granted(gateway, "192.0.2.2", 20))
                    .as("this process counts")
                    .isEqualTo(5);
            assertThat(Duration.between(before, Instant.now()))
                    .as("nobody waits for a Redis that is gone")
                    .isLessThan(Duration.ofSeconds(3));
            assertThat(granted(gateway, "192.0.2.3", 20)).isEqualTo(5);

            redis.resume();
            awaitShared(gateway, true);
            assertThat(granted(gateway, "192.0.2.4", 20))
                    .as("Redis counts again")
                    .isEqualTo(5);
        }
    }

    @Test
    void keepsLimitingWhenRedisIsFrozen() throws Exception {
        RunningRedis redis = RunningRedis.start();
        try (redis;
                RunningGateway gateway = RunningGateway.start(
                        redis,
                        "shuqiao.gateway.quotas.reads=5",
                        "shuqiao.gateway.quotas.window=5m",
                        "shuqiao.gateway.trusted-proxies=127.0.0.1")) {
            awaitShared(gateway, true);
            redis.signal("STOP");
            try {
                Instant before = Instant.now();
                assertThat(granted(gateway, "192.0.2.2", 20)).isEqualTo(5);
                assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(3));
            } finally {
                redis.signal("CONT");
            }
            awaitShared(gateway, true);
        }
    }

    @Test
    void limitsFromTheFirstRequestWhenThereNeverWasARedis() {
        RunningRedis gone = RunningRedis.start();
        gone.close();
        try (RunningGateway gateway = RunningGateway.start(gone, "shuqiao.gateway.quotas.reads=5")) {
            assertThat(granted(gateway, "192.0.2.1", 20)).isEqualTo(5);
        }
    }

    @Test
    void leavesABrokenLedgerAloneForAWhile() throws InterruptedException {
        AtomicInteger asked = new AtomicInteger();
        QuotaLedger broken = (quota, client) -> Mono.defer(() -> {
            asked.incrementAndGet();
            return Mono.never();
        });
        LastingQuota quota = new LastingQuota(
                broken, new LocalQuota(LocalQuotaTest.defaults()), Duration.ofMillis(300), Duration.ofSeconds(1));

        for (int i = 0; i < 10; i++) {
            quota.take(QUOTA, "client").block();
        }
        assertThat(asked).hasValue(1);

        TimeUnit.MILLISECONDS.sleep(1100);
        quota.take(QUOTA, "client").block();
        assertThat(asked).hasValue(2);
        assertThat(quota.isShared()).isFalse();
    }

    private static void awaitShared(RunningGateway gateway, boolean shared) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(15))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> {
                    gateway.get("/", "X-Forwarded-For", "198.51.100." + (System.nanoTime() % 250));
                    return gateway.bean(LastingQuota.class).isShared() == shared;
                });
    }

    private static int granted(RunningGateway gateway, String client, int requests) {
        int granted = 0;
        for (int i = 0; i < requests; i++) {
            HttpResponse<String> answer = gateway.get("/api/offers", "X-Forwarded-For", client);
            if (answer.statusCode() == 200) {
                granted++;
            } else {
                assertThat(answer.statusCode()).isEqualTo(429);
            }
        }
        return granted;
    }
}
