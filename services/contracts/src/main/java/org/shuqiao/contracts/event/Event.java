package org.shuqiao.contracts.event;

import java.time.Instant;
import java.util.UUID;

/** Something that happened to an aggregate. Versions of one aggregate rise by at least 1 from 1 and never repeat. */
public interface Event {
    /** Unique per event (UUIDv7); the same when the event is delivered again. */
    UUID eventId();

    /** UTC. */
    Instant occurredAt();

    /** The aggregate's id and the key of the Kafka record. */
    UUID aggregateId();

    /** The aggregate's version after the event. */
    long version();
}
