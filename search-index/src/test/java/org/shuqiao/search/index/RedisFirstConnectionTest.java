package org.shuqiao.search.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import org.junit.jupiter.api.Test;
import org.shuqiao.testkit.TestServers;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

class RedisFirstConnectionTest {
    @Test
    void connectsBeforeTheFirstCommand() {
        var servers = TestServers.addresses();
        LettuceConnectionFactory connections = new LettuceConnectionFactory(servers.redisHost(), servers.redisPort());
        connections.setClientName("first");
        connections.start();
        try {
            new RedisFirstConnection(connections).run(new DefaultApplicationArguments());

            try (RedisClient other = RedisClient.create(RedisURI.create(servers.redisHost(), servers.redisPort()))) {
                assertThat(other.connect().sync().clientList()).contains("name=first");
            }
        } finally {
            connections.destroy();
        }
    }

    @Test
    void isNoHindranceWhereThereIsNoRedis() {
        LettuceConnectionFactory nowhere = new LettuceConnectionFactory("127.0.0.1", 1);
        nowhere.start();
        try {
            assertThatCode(() -> new RedisFirstConnection(nowhere).run(new DefaultApplicationArguments()))
                    .doesNotThrowAnyException();
        } finally {
            nowhere.destroy();
        }
    }
}
