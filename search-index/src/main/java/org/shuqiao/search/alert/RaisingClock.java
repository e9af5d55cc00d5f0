package org.shuqiao.search.alert;

import java.time.Duration;
import org.shuqiao.search.alert.RaisingAlerts.Looked;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Has {@link RaisingAlerts} look at what is due: when something is said to be, and else every so often. While the index lags
 * it looks more slowly: what has come to the index since is then the greater part of what is due.
 */
@Component
class RaisingClock implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(RaisingClock.class);

    private final RaisingAlerts raising;
    private final AlertSettings settings;
    private final boolean listening;
    private final Sinks.Many<Boolean> nudges = Sinks.many().multicast().directBestEffort();
    private Disposable running = Disposables.disposed();

    RaisingClock(
            RaisingAlerts raising, AlertSettings settings, @Value("${shuqiao.search.listen:true}") boolean listening) {
        this.raising = raising;
        this.settings = settings;
        this.listening = listening;
    }

    /** Says that something is due. */
    void soon() {
        nudges.tryEmitNext(true);
    }

    @Override
    public void start() {
        running = Mono.defer(raising::raise)
                .flatMap(this::pause)
                .onErrorResume(e -> {
                    LOG.warn("No alerts raised, trying again in {}: {}", settings.retryDelay(), e.toString());
                    return untilSoon(settings.retryDelay());
                })
                .repeat()
                .subscribe();
    }

    /** Between two looks: none if at least half of what was due was there, and one nobody cuts short if less was. */
    Mono<Void> pause(Looked last) {
        if (last.due() == 0) {
            return untilSoon(settings.pollInterval());
        }
        return 2 * last.there() >= last.due()
                ? Mono.empty()
                : Mono.delay(settings.pollInterval()).then();
    }

    private Mono<Void> untilSoon(Duration pause) {
        return Mono.firstWithSignal(
                Mono.delay(pause).then(), nudges.asFlux().next().then());
    }

    @Override
    public boolean isAutoStartup() {
        return listening;
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
