package org.shuqiao.messaging;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.shuqiao.contracts.listing.OfferPausedV1;

/** Events for tests: an offer's pause says nothing but who, when and which version. */
final class Samples {
    private Samples() {}

    static OfferPausedV1 paused(UUID offer, long version) {
        return new OfferPausedV1(UUID.randomUUID(), Instant.now().truncatedTo(ChronoUnit.MICROS), offer, version);
    }
}
