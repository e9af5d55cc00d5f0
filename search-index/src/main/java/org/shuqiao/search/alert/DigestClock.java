package org.shuqiao.search.alert;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Has {@link SendingDigests} look at what is due, again and again; a failure is tried again with the next tick. */
@Component
class DigestClock implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(DigestClock.class);

    private final SendingDigests sending;
    private final AlertSettings settings;
    private final boolean listening;
    private Disposable running = Disposables.disposed();

    DigestClock(
            SendingDigests sending, AlertSettings settings, @Value("${shuqiao.search.listen:true}") boolean listening) {
        this.sending = sending;
        this.settings = settings;
        this.listening = listening;
    }

    @Override
    public void start() {
        running = Flux.interval(settings.digestInterval())
                .onBackpressureDrop()
                .concatMap(
                        tick -> sending.send().timeout(settings.timeout()).onErrorResume(e -> {
                            LOG.warn(
                                    "No digests made, trying again in {}: {}", settings.digestInterval(), e.toString());
                            return Mono.empty();
                        }),
                        1)
                .subscribe();
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
