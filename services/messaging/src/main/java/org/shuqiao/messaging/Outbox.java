package org.shuqiao.messaging;

import java.util.List;
import org.shuqiao.contracts.event.Event;
import reactor.core.publisher.Mono;

/** Events that are published if, and only if, the transaction they were appended in commits. */
public interface Outbox {
    /**
     * Keeps the events with the current transaction. Call it after the aggregates' rows were written, so that the rows'
     * locks put events of one aggregate into the order of its versions. Without a transaction it is an error.
     */
    Mono<Void> append(List<? extends Event> events);
}
