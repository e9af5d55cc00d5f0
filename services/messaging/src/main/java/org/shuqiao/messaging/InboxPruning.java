package org.shuqiao.messaging;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Forgets, once an hour, what was handled longer ago than Kafka could deliver it again. */
final class InboxPruning implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(InboxPruning.class);

    private final PostgresInbox inbox;
    private final Duration retention;
    private Disposable running = Disposables.disposed();

    InboxPruning(PostgresInbox inbox, Duration retention) {
        this.inbox = inbox;
        this.retention = retention;
    }

    @Override
    public void start() {
        running = Flux.interval(Duration.ofMinutes(1), Duration.ofHours(1))
                .onBackpressureDrop()
                .concatMap(tick -> inbox.prune(retention).onErrorResume(e -> {
                    log.warn("Inbox not pruned, trying again in an hour: {}", e.toString());
                    return Mono.empty();
                }))
                .subscribe();
    }

    @Override
    public void stop() {
        running.dispose();
    }

    @Override
    public boolean isRunning() {
        return !running.isDisposed();
    }
}
