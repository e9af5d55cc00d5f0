package org.shuqiao.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.shuqiao.search.SearchIndexTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

@SearchIndexTest
class RedisObservationTest {
    @Autowired
    LettuceConnectionFactory connections;

    /** An observed command that is cancelled before it is sent throws in whoever cancels; a request then never ends. */
    @Test
    void commandsAreNotObserved() {
        assertThat(Objects.requireNonNull(connections.getClientResources())
                        .tracing()
                        .isEnabled())
                .isFalse();
    }
}
