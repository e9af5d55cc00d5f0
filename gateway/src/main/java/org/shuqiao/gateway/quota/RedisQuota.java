package org.shuqiao.gateway.quota;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The ledger that all gateways share: one round trip to Redis per permit, one number per client and quota. */
@Component
class RedisQuota implements QuotaLedger {

    private final ReactiveStringRedisTemplate redis;
    private final String prefix;

    @SuppressWarnings("rawtypes") // the type of the result is a class literal
    private final RedisScript<List> take;

    RedisQuota(ReactiveStringRedisTemplate redis, @Value("${shuqiao.namespace:}") String namespace) {
        this.redis = redis;
        this.prefix = namespace + "gateway:quota:";
        this.take = RedisScript.of(text("quota/take.lua"), List.class);
    }

    @Override
    public Mono<QuotaAnswer> take(Quota quota, String client) {
        long step = Math.max(1, micros(quota.window()) / quota.permits());
        List<String> key = List.of(prefix + quota.policy() + ":" + client);
        List<String> arguments = List.of(Long.toString(step), Long.toString(step * quota.permits()));
        return redis.execute(take, key, arguments).next().map(RedisQuota::answer);
    }

    private static QuotaAnswer answer(List<?> result) {
        Duration micros = Duration.ofNanos(number(result, 2) * 1000);
        return number(result, 0) == 1
                ? new QuotaAnswer.Granted(number(result, 1), micros)
                : new QuotaAnswer.Exhausted(micros);
    }

    private static long number(List<?> result, int index) {
        return (Long) result.get(index);
    }

    /** Read now: a script made of the resource would read it again on an event loop. */
    private static String text(String resource) {
        try {
            return new ClassPathResource(resource).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static long micros(Duration window) {
        return window.toNanos() / 1000;
    }
}
