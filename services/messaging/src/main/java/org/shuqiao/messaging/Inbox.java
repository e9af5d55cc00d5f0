package org.shuqiao.messaging;

import java.util.UUID;
import reactor.core.publisher.Mono;

/** What a consumer has handled, so that an event delivered again has no second effect. */
public interface Inbox {
    /**
     * Runs {@code effect} in one transaction with the note that {@code consumer} handled the event.
     *
     * @return whether it ran; false when the consumer had handled the event before
     */
    Mono<Boolean> once(String consumer, UUID eventId, Mono<Void> effect);
}
