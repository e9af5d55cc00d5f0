package org.shuqiao.listing.lifecycle;

import java.time.Clock;
import java.util.List;
import org.shuqiao.contracts.event.Event;
import org.shuqiao.contracts.listing.ListingContent;
import org.shuqiao.contracts.listing.ListingView;
import org.shuqiao.listing.ListingSettings;
import org.shuqiao.messaging.Outbox;
import org.shuqiao.web.Ids;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Time passes: what is at the end of its validity expires, however long the service was down meanwhile. */
@Component
class ExpiringListings {
    private final PostgresListings listings;
    private final Outbox outbox;
    private final TransactionalOperator transaction;
    private final Clock clock;
    private final int batch;

    ExpiringListings(
            PostgresListings listings,
            Outbox outbox,
            TransactionalOperator transaction,
            Clock clock,
            ListingSettings settings) {
        this.listings = listings;
        this.outbox = outbox;
        this.transaction = transaction;
        this.clock = clock;
        this.batch = settings.expiryBatch();
    }

    /** Expires all that is due, batch by batch; answers how many. */
    Mono<Long> expire() {
        return expire(ListingKind.OFFER).zipWith(Mono.defer(() -> expire(ListingKind.DEMAND)), Long::sum);
    }

    private <C extends ListingContent, V extends ListingView> Mono<Long> expire(ListingKind<C, V> kind) {
        return Mono.defer(() -> expireBatch(kind))
                .expand(expired -> expired < batch ? Mono.empty() : expireBatch(kind))
                .reduce(0L, Long::sum);
    }

    private <C extends ListingContent, V extends ListingView> Mono<Integer> expireBatch(ListingKind<C, V> kind) {
        Mono<Integer> expired = listings.expireDue(kind, clock.instant(), batch)
                .map(listing -> kind.event(Happening.EXPIRED, Ids.next(), listing))
                .collectList()
                .flatMap((List<Event> events) -> outbox.append(events).thenReturn(events.size()));
        return transaction.transactional(expired);
    }
}
