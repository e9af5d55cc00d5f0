package org.shuqiao.search.rebuild;

import java.time.Duration;
import java.util.UUID;
import org.shuqiao.search.index.Names;
import org.shuqiao.search.index.RedisConnecting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Keeps two processes from rebuilding at once. It ends by itself 30 s after its process did. Without Redis it is granted:
 * two rebuilds at once waste work and may make one of them fail, but lose nothing.
 */
@Component
class RedisRebuildLock {
    private static final Logger LOG = LoggerFactory.getLogger(RedisRebuildLock.class);
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Duration RENEWAL = Duration.ofSeconds(10);
    private static final Duration DEADLINE = Duration.ofSeconds(2);

    private final ReactiveStringRedisTemplate redis;
    private final String key;
    private final String owner = UUID.randomUUID().toString();

    RedisRebuildLock(ReactiveStringRedisTemplate redis, Names names) {
        this.redis = redis;
        this.key = names.namespace() + "index:rebuild";
    }

    /** Takes the lock; false when another process has it. */
    Mono<Boolean> take() {
        return RedisConnecting.begin(() -> redis.opsForValue().setIfAbsent(key, owner, LEASE))
                .timeout(DEADLINE)
                .onErrorResume(e -> {
                    LOG.warn("Rebuilding without the lock, Redis does not answer: {}", e.toString());
                    return Mono.just(true);
                });
    }

    /** {@code work}, the lock kept until it ends, however it does. */
    Mono<Void> keptDuring(Mono<Void> work) {
        Mono<Void> renewals = Flux.interval(RENEWAL)
                .onBackpressureDrop()
                .concatMap(tick -> RedisConnecting.begin(() -> redis.expire(key, LEASE))
                        .timeout(DEADLINE)
                        .onErrorReturn(false))
                .then();
        return Mono.usingWhen(Mono.just(key), k -> Mono.firstWithSignal(work, renewals), k -> release());
    }

    Mono<Void> release() {
        return RedisConnecting.begin(() -> redis.delete(key))
                .timeout(DEADLINE)
                .then()
                .onErrorResume(e -> {
                    LOG.info("The lock of the rebuild will end by itself: {}", e.toString());
                    return Mono.empty();
                });
    }
}
