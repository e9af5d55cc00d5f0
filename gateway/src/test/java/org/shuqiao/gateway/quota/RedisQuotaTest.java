package org.shuqiao.gateway.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.shuqiao.gateway.RunningRedis;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;

class RedisQuotaTest implements QuotaLedgerContract {

    static LettuceConnectionFactory connections;
    static ReactiveStringRedisTemplate redis;

    @BeforeAll
    static void connect() {
        connections =
                new LettuceConnectionFactory("127.0.0.1", RunningRedis.shared().port());
        connections.start();
        connections.getConnection().ping();
        redis = new ReactiveStringRedisTemplate(connections);
    }

    @AfterAll
    static void disconnect() {
        connections.stop();
    }

    @Override
    public QuotaLedger ledger() {
        return new RedisQuota(redis, "test.");
    }

    @Test
    void forgetsAClientWhenItsQuotaIsWholeAgain() throws InterruptedException {
        String client = QuotaLedgerContract.client();
        take(new Quota("reads", 10, Duration.ofSeconds(2)), client);
        assertThat(exists(client)).isTrue();

        Thread.sleep(400); // one permit of 200 ms

        assertThat(exists(client)).isFalse();
    }

    @Test
    void sharesOneCountWithEveryGatewayOfTheNamespaceAndNoOther() {
        Quota quota = new Quota("reads", 1, Duration.ofMinutes(1));
        String client = QuotaLedgerContract.client();
        QuotaLedger here = new RedisQuota(redis, "a.");
        QuotaLedger there = new RedisQuota(redis, "a.");
        QuotaLedger elsewhere = new RedisQuota(redis, "b.");

        assertThat(here.take(quota, client).block()).isInstanceOf(QuotaAnswer.Granted.class);
        assertThat(there.take(quota, client).block()).isInstanceOf(QuotaAnswer.Exhausted.class);
        assertThat(elsewhere.take(quota, client).block()).isInstanceOf(QuotaAnswer.Granted.class);
    }

    private static boolean exists(String client) {
        return Objects.requireNonNull(
                redis.hasKey("test.gateway:quota:reads:" + client).block());
    }
}
