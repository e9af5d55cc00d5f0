package org.shuqiao.search.alert;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Has {@link RaisingAlerts} look at what is due: when something is said to be, and else every so often. */
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
                .flatMap(looked -> looked > 0 ? Mono.just(looked) : rest(settings.pollInterval(), looked))
                .onErrorResume(e -> {
                    LOG.warn("No alerts raised, trying again in {}: {}", settings.retryDelay(), e.toString());
                    return rest(settings.retryDelay(), 0);
                })
                .repeat()
                .subscribe();
    }

    private Mono<Integer> rest(Duration pause, int looked) {
        return Mono.firstWithSignal(
                        Mono.delay(pause).then(), nudges.asFlux().next().then())
                .thenReturn(looked);
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
