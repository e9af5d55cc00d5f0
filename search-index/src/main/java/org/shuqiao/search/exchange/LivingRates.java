package org.shuqiao.search.exchange;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.shuqiao.search.index.IndexGeneration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * The rates in use: those of the file when the process begins, which must be readable then, and of what it is replaced by.
 * A replacement that cannot be read is told of and leaves the rates as they were.
 */
@Component
public class LivingRates implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(LivingRates.class);

    private final ExchangeSettings settings;
    private final IndexGeneration generation;
    private volatile ExchangeRates current;
    private volatile @Nullable Disposable reading;

    LivingRates(ExchangeSettings settings, IndexGeneration generation) {
        this.settings = settings;
        this.generation = generation;
        Path file = settings.file();
        this.current = file == null ? ExchangeRates.NONE : RatesFile.read(file);
    }

    public ExchangeRates current() {
        return current;
    }

    /** Reads the file again; short lists that were made with other rates are not used any more. */
    Mono<Void> read(Path file) {
        return Mono.fromCallable(() -> RatesFile.read(file))
                .subscribeOn(Schedulers.boundedElastic())
                .filter(read -> !read.equals(current))
                .flatMap(this::replace)
                .onErrorResume(e -> {
                    LOG.warn("The exchange rates of {} stay in use: {}", current.date(), e.getMessage());
                    return Mono.empty();
                });
    }

    Mono<Void> replace(ExchangeRates rates) {
        return Mono.defer(() -> {
            LOG.info("Exchange rates of {} are in use", rates.date());
            current = rates;
            return generation.next().then();
        });
    }

    @Override
    public void start() {
        Path file = settings.file();
        if (file != null) {
            reading = Flux.interval(settings.reread())
                    .onBackpressureDrop()
                    .concatMap(tick -> read(file))
                    .subscribe();
        }
    }

    @Override
    public void stop() {
        Disposable running = reading;
        if (running != null) {
            running.dispose();
        }
        reading = null;
    }

    @Override
    public boolean isRunning() {
        return reading != null;
    }
}
