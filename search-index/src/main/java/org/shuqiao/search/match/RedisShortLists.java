package org.shuqiao.search.match;

import java.util.concurrent.atomic.AtomicBoolean;
import org.shuqiao.search.index.Names;
import org.shuqiao.search.index.RedisConnecting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.connection.ReactiveRedisConnectionFactory;
import org.springframework.data.redis.core.ReactiveRedisTemplate;
import org.springframework.data.redis.serializer.RedisSerializationContext;
import org.springframework.data.redis.serializer.RedisSerializer;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Computed short lists as they are answered, in Redis. While Redis is down there are none, which is said once. */
@Component
class RedisShortLists {
    private static final Logger LOG = LoggerFactory.getLogger(RedisShortLists.class);

    private final ReactiveRedisTemplate<String, byte[]> redis;
    private final MatchSettings settings;
    private final String prefix;
    private final AtomicBoolean down = new AtomicBoolean();

    RedisShortLists(ReactiveRedisConnectionFactory connections, MatchSettings settings, Names names) {
        this.redis = new ReactiveRedisTemplate<>(
                connections,
                RedisSerializationContext.<String, byte[]>newSerializationContext(RedisSerializer.string())
                        .value(RedisSerializer.byteArray())
                        .build());
        this.settings = settings;
        this.prefix = names.namespace() + "matches:";
    }

    /** The list kept under {@code key}; empty when there is none or Redis does not answer in time. */
    Mono<byte[]> get(String key) {
        return RedisConnecting.begin(() -> redis.opsForValue().get(prefix + key))
                .timeout(settings.cacheTimeout())
                .doOnNext(list -> down.set(false))
                .onErrorResume(this::missed);
    }

    Mono<Void> put(String key, byte[] list) {
        return RedisConnecting.begin(() -> redis.opsForValue().set(prefix + key, list, settings.cacheFor()))
                .timeout(settings.cacheTimeout())
                .then()
                .onErrorResume(e -> this.<Void>missed(e));
    }

    private <T> Mono<T> missed(Throwable error) {
        if (down.compareAndSet(false, true)) {
            LOG.warn("Short lists are computed each time, the cache does not answer: {}", error.toString());
        }
        return Mono.empty();
    }
}
