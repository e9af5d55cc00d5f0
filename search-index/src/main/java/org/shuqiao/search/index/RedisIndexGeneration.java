package org.shuqiao.search.index;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The generation in Redis, shared by all instances. When it cannot be counted on, what is cached grows at most as old as
 * the cache lets it (60 s).
 */
@Component
class RedisIndexGeneration implements IndexGeneration {
    private static final Logger LOG = LoggerFactory.getLogger(RedisIndexGeneration.class);
    private static final Duration DEADLINE = Duration.ofMillis(100);

    private final ReactiveStringRedisTemplate redis;
    private final String key;

    RedisIndexGeneration(ReactiveStringRedisTemplate redis, Names names) {
        this.redis = redis;
        this.key = names.namespace() + "index:generation";
    }

    @Override
    public Mono<String> current() {
        return RedisConnecting.begin(() -> redis.opsForValue().get(key))
                .defaultIfEmpty("0")
                .timeout(DEADLINE)
                .onErrorReturn(UNKNOWN);
    }

    @Override
    public Mono<Void> next() {
        return RedisConnecting.begin(() -> redis.opsForValue().increment(key))
                .timeout(DEADLINE.multipliedBy(10))
                .doOnError(e -> LOG.warn("The generation of the index is not counted: {}", e.toString()))
                .onErrorResume(e -> Mono.empty())
                .then();
    }
}
