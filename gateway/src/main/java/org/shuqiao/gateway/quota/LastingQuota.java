package org.shuqiao.gateway.quota;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.shuqiao.gateway.GatewaySettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * The ledger in use: Redis, or this process while Redis does not answer. It never lets a request through uncounted.
 *
 * <p>After one failure Redis is left alone for {@code retryAfter}; then a single request tries it, on a thread that may
 * block because connecting does, and all others keep being counted here. So a dead Redis costs one request per
 * {@code retryAfter} at most {@code timeout}, and no other request anything. It also starts in that state, so that the
 * first connection is never made on an event loop.
 */
@Component
@Primary
class LastingQuota implements QuotaLedger {

    private static final Logger log = LoggerFactory.getLogger(LastingQuota.class);
    private static final long SHARED = Long.MAX_VALUE;

    private final QuotaLedger shared;
    private final QuotaLedger local;
    private final Duration timeout;
    private final long retryAfterNanos;
    private final long epoch = System.nanoTime();
    /** Nanoseconds since {@link #epoch} from which Redis may be tried again, or {@link #SHARED} while it answers. */
    private final AtomicLong retryAt = new AtomicLong(0);

    private final AtomicBoolean reported = new AtomicBoolean();

    @Autowired
    LastingQuota(RedisQuota shared, LocalQuota local, GatewaySettings settings) {
        this(
                (QuotaLedger) shared,
                local,
                settings.quotaStore().timeout(),
                settings.quotaStore().retryAfter());
    }

    LastingQuota(QuotaLedger shared, QuotaLedger local, Duration timeout, Duration retryAfter) {
        this.shared = shared;
        this.local = local;
        this.timeout = timeout;
        this.retryAfterNanos = retryAfter.toNanos();
    }

    /** Whether the count is shared with the other gateways; otherwise this process counts alone. */
    boolean isShared() {
        return retryAt.get() == SHARED;
    }

    @Override
    public Mono<QuotaAnswer> take(Quota quota, String client) {
        long now = System.nanoTime() - epoch;
        long due = retryAt.get();
        if (due == SHARED) {
            return ask(quota, client, Mono.defer(() -> shared.take(quota, client)));
        }
        if (now >= due && retryAt.compareAndSet(due, now + retryAfterNanos)) {
            return ask(
                    quota,
                    client,
                    Mono.defer(() -> shared.take(quota, client)).subscribeOn(Schedulers.boundedElastic()));
        }
        return local.take(quota, client);
    }

    private Mono<QuotaAnswer> ask(Quota quota, String client, Mono<QuotaAnswer> answer) {
        // As a value, because a failure that comes after the timeout has nobody left to report to.
        Mono<QuotaAnswer> timely = answer.materialize().timeout(timeout).dematerialize();
        return timely.doOnNext(any -> answered()).onErrorResume(failure -> {
            failed(failure);
            return local.take(quota, client);
        });
    }

    private void answered() {
        if (retryAt.get() != SHARED && retryAt.getAndSet(SHARED) != SHARED) {
            log.info("Redis answers: quotas are shared");
        }
    }

    private void failed(Throwable failure) {
        long before = retryAt.getAndSet(System.nanoTime() - epoch + retryAfterNanos);
        if (before == SHARED || !reported.getAndSet(true)) {
            log.warn("Redis does not answer: quotas are counted in this process ({})", failure.toString());
        }
    }
}
