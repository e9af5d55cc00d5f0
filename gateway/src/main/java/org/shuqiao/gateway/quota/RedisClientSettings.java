package org.shuqiao.gateway.quota;

import io.lettuce.core.ClientOptions;
import org.springframework.boot.data.redis.autoconfigure.LettuceClientOptionsBuilderCustomizer;
import org.springframework.stereotype.Component;

/** While the connection is down a command fails at once; by default it would wait in a queue for the reconnection. */
@Component
class RedisClientSettings implements LettuceClientOptionsBuilderCustomizer {

    @Override
    public void customize(ClientOptions.Builder options) {
        options.disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS);
    }
}
