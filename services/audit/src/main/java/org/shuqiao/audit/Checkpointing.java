package org.shuqiao.audit;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Makes checkpoints again and again, and says each in the application's log, which is a place outside the database. */
final class Checkpointing implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Checkpointing.class);

    private final PostgresCheckpoints checkpoints;
    private final Duration interval;
    private Disposable running = Disposables.disposed();

    Checkpointing(PostgresCheckpoints checkpoints, Duration interval) {
        this.checkpoints = checkpoints;
        this.interval = interval;
    }

    @Override
    public void start() {
        running = Flux.interval(interval)
                .onBackpressureDrop()
                .concatMap(tick -> checkpoints.make().doOnNext(this::say).onErrorResume(e -> {
                    log.warn("No checkpoint of the audit log, trying again in {}: {}", interval, e.toString());
                    return Mono.empty();
                }))
                .subscribe();
    }

    private void say(Checkpointed result) {
        switch (result) {
            case Checkpointed.Made made ->
                log.info("Audit checkpoint {}", made.checkpoint().line());
            case Checkpointed.Broken broken -> log.error("The audit log does not hold: {}", broken.fault());
            case Checkpointed.Unchanged _ -> log.debug("Nothing was appended to the audit log");
        }
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
