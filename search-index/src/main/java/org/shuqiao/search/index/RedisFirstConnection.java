package org.shuqiao.search.index;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.data.redis.RedisConnectionFailureException;
import org.springframework.data.redis.connection.ReactiveRedisConnectionFactory;
import org.springframework.stereotype.Component;

/**
 * Connects to Redis before the service says it is ready: a connection takes longer than the first request may wait for
 * the generation. Without Redis the service is ready all the same.
 */
@Component
class RedisFirstConnection implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(RedisFirstConnection.class);

    private final ReactiveRedisConnectionFactory connections;

    RedisFirstConnection(ReactiveRedisConnectionFactory connections) {
        this.connections = connections;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        try {
            connections.getReactiveConnection().close();
        } catch (RedisConnectionFailureException e) {
            LOG.warn("Redis is not there, short lists are computed each time: {}", e.toString());
        }
    }
}
