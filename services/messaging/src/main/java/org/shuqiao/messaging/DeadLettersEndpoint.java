package org.shuqiao.messaging;

import java.util.Map;
import java.util.SortedMap;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/** Dead letters for the operator: {@code GET} counts them by topic, {@code POST …/{topic}} replays a topic. */
@Endpoint(id = "deadletters")
final class DeadLettersEndpoint {
    private final DeadLetters deadLetters;

    DeadLettersEndpoint(DeadLetters deadLetters) {
        this.deadLetters = deadLetters;
    }

    @ReadOperation
    SortedMap<String, Long> waiting() {
        return deadLetters.waiting();
    }

    @WriteOperation
    Map<String, Long> replay(@Selector String topic) {
        try {
            return Map.of("replayed", deadLetters.replay(topic));
        } catch (IllegalArgumentException e) {
            throw new InvalidEndpointRequestException(
                    String.valueOf(e.getMessage()), "the topic is none of this service's");
        }
    }
}
