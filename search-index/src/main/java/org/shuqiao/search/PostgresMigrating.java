package org.shuqiao.search;

import java.time.Duration;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.shuqiao.web.Problem;
import org.shuqiao.web.ProblemSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.HttpStatus;
import org.springframework.r2dbc.BadSqlGrammarException;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

/**
 * Brings the database to its present form before the service is ready, or, when PostgreSQL is not there then, as soon as it
 * is: only saved searches and alerts need it, and searches are not to wait for it.
 */
@Component
class PostgresMigrating implements FlywayMigrationStrategy, ProblemSource, SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresMigrating.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private @Nullable Flyway waiting;
    private Disposable running = Disposables.disposed();

    @Override
    public synchronized void migrate(Flyway flyway) {
        try {
            flyway.migrate();
        } catch (FlywayException e) {
            if (e.getCause() == null) {
                throw e;
            }
            LOG.warn(
                    "Saved searches and alerts wait for PostgreSQL: {}",
                    e.getCause().toString());
            waiting = flyway;
        }
    }

    @Override
    public synchronized void start() {
        Flyway flyway = waiting;
        if (flyway != null) {
            running = Mono.fromCallable(flyway::migrate)
                    .subscribeOn(Schedulers.boundedElastic())
                    .retryWhen(Retry.fixedDelay(Long.MAX_VALUE, PAUSE))
                    .doOnSuccess(done -> migrated())
                    .subscribe();
        }
    }

    private synchronized void migrated() {
        waiting = null;
        LOG.info("PostgreSQL is there: saved searches and alerts go on");
    }

    /** A table that is missing because PostgreSQL has only just come. */
    @Override
    public synchronized Optional<Problem> problemOf(Throwable error) {
        return waiting != null && error instanceof BadSqlGrammarException
                ? Optional.of(new Problem(
                                HttpStatus.SERVICE_UNAVAILABLE,
                                "unavailable",
                                "Something this service needs does not answer at the moment. Try again later.")
                        .retryAfter(PAUSE))
                : Optional.empty();
    }

    @Override
    public synchronized void stop() {
        running.dispose();
        running = Disposables.disposed();
    }

    @Override
    public synchronized boolean isRunning() {
        return !running.isDisposed();
    }
}
