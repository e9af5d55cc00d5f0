package org.shuqiao.listing.lifecycle;

import java.time.Duration;
import org.shuqiao.listing.ListingSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Has {@link ExpiringListings} look at what is due, again and again; a failure is tried again with the next tick. */
@Component
class ExpiryClock implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(ExpiryClock.class);

    private final ExpiringListings expiring;
    private final Duration interval;
    private Disposable running = Disposables.disposed();

    ExpiryClock(ExpiringListings expiring, ListingSettings settings) {
        this.expiring = expiring;
        this.interval = settings.expiryInterval();
    }

    @Override
    public void start() {
        running = Flux.interval(Duration.ZERO, interval)
                .onBackpressureDrop()
                .concatMap(tick -> expiring.expire().onErrorResume(e -> {
                    log.warn("Expiry not run, trying again in {}: {}", interval, e.toString());
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
