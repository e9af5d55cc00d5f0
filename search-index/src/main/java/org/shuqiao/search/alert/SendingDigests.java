package org.shuqiao.search.alert;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.shuqiao.contracts.search.AlertView;
import org.shuqiao.contracts.search.DigestDueV1;
import org.shuqiao.contracts.search.DigestView;
import org.shuqiao.messaging.Outbox;
import org.shuqiao.search.alert.PostgresDigests.Reader;
import org.shuqiao.web.Ids;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Makes the digests that are due, each once whoever looks and however late: the row of its day is taken in the transaction
 * that fills it and appends its event. After days of downtime the last one has all. An empty one is not made.
 */
@Component
class SendingDigests {
    private static final int SHOWN = 100;

    private final PostgresDigests digests;
    private final PostgresAlerts alerts;
    private final Outbox outbox;
    private final TransactionalOperator transaction;
    private final Clock clock;

    SendingDigests(
            PostgresDigests digests,
            PostgresAlerts alerts,
            Outbox outbox,
            TransactionalOperator transaction,
            Clock clock) {
        this.digests = digests;
        this.alerts = alerts;
        this.outbox = outbox;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Makes all that are due now. */
    Mono<Void> send() {
        return Mono.defer(() -> {
            Instant now = clock.instant();
            return digests.waiting()
                    .collectList()
                    .flatMapIterable(readers -> readers)
                    .concatMap(reader -> send(reader, now))
                    .then();
        });
    }

    private Mono<Void> send(Reader reader, Instant now) {
        DigestTime due = DigestTime.last(now, reader.zone(), reader.hour());
        UUID id = Ids.next();
        return transaction
                .execute(status -> digests.take(id, reader, due.day())
                        .filter(taken -> taken)
                        .flatMap(taken -> digests.fill(id, reader, due))
                        .flatMap(count -> {
                            if (count == 0) {
                                status.setRollbackOnly();
                                return Mono.empty();
                            }
                            return alerts.ofDigest(id, SHOWN)
                                    .collectList()
                                    .flatMap(
                                            shown -> outbox.append(List.of(event(id, reader, due, count, shown, now))));
                        }))
                .then();
    }

    private static DigestDueV1 event(
            UUID id, Reader reader, DigestTime due, long count, List<AlertView> shown, Instant now) {
        DigestView digest = new DigestView(id, reader.owner(), due.day(), reader.zone(), reader.hour(), count, shown);
        return new DigestDueV1(Ids.next(), now.truncatedTo(ChronoUnit.MICROS), id, 1, digest);
    }
}
