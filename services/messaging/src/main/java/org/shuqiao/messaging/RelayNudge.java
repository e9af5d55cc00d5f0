package org.shuqiao.messaging;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** Tells the relay of this process that a transaction with events has committed; a lost nudge only costs time. */
final class RelayNudge {
    private final Sinks.Many<Boolean> nudges = Sinks.many().multicast().directBestEffort();

    void nudge() {
        nudges.tryEmitNext(Boolean.TRUE);
    }

    Flux<Boolean> nudges() {
        return nudges.asFlux();
    }
}
