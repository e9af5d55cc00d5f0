package org.shuqiao.search.rebuild;

import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shuqiao.search.index.Names;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

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
    private volatile @Nullable Disposable renewal;

    RedisRebuildLock(ReactiveStringRedisTemplate redis, Names names) {
        this.redis = redis;
        this.key = names.namespace() + "index:rebuild";
    }

    /** Takes the lock and keeps it until {@link #release}; false when another process has it. */
    boolean take() {
        try {
            Boolean taken = redis.opsForValue().setIfAbsent(key, owner, LEASE).block(DEADLINE);
            if (!Boolean.TRUE.equals(taken)) {
                return false;
            }
        } catch (RuntimeException e) {
            LOG.warn("Rebuilding without the lock, Redis does not answer: {}", e.toString());
            return true;
        }
        renewal = Flux.interval(RENEWAL)
                .concatMap(tick -> redis.expire(key, LEASE).onErrorReturn(false))
                .subscribe();
        return true;
    }

    void release() {
        Disposable current = renewal;
        if (current == null) {
            return;
        }
        current.dispose();
        renewal = null;
        try {
            redis.delete(key).block(DEADLINE);
        } catch (RuntimeException e) {
            LOG.info("The lock of the rebuild will end by itself: {}", e.toString());
        }
    }
}
