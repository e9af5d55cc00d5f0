package org.shuqiao.search.index;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Where commands to Redis begin: on a thread that may block, since Spring Data connects on the thread of the command that
 * finds no connection. What fails after the command's deadline is nobody's any more and not worth an error in the log.
 */
public final class RedisConnecting {
    private static final Logger LOG = LoggerFactory.getLogger(RedisConnecting.class);

    /** Reactor's key for who is told of errors that come after the cancellation. */
    private static final String DROPPED = "reactor.onErrorDropped.local";

    private static final Consumer<Throwable> TOO_LATE = error -> LOG.debug("Redis, too late: {}", error.toString());

    private RedisConnecting() {}

    /** {@code command}, begun where it may block; apply the deadline to the result. */
    public static <T> Mono<T> begin(Supplier<Mono<T>> command) {
        return Mono.defer(command)
                .subscribeOn(Schedulers.boundedElastic())
                .contextWrite(context -> context.put(DROPPED, TOO_LATE));
    }
}
