package org.shuqiao.gateway.quota;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.Objects;
import org.shuqiao.gateway.GatewaySettings;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The ledger of this process alone, bounded in the number of clients it remembers. It is never out of order. */
@Component
class LocalQuota implements QuotaLedger {

    private record Key(Quota quota, String client) {}

    private final Cache<Key, Bucket> buckets;

    LocalQuota(GatewaySettings settings) {
        this.buckets = Caffeine.newBuilder()
                .maximumSize(settings.quotaStore().localClients())
                // A bucket that nobody has touched for a window is full again: forgetting it changes nothing.
                .expireAfterAccess(settings.quotas().window().plusSeconds(1))
                .executor(Runnable::run)
                .build();
    }

    @Override
    public Mono<QuotaAnswer> take(Quota quota, String client) {
        return Mono.fromSupplier(() -> takeNow(quota, client));
    }

    private QuotaAnswer takeNow(Quota quota, String client) {
        Bucket bucket = Objects.requireNonNull(buckets.get(new Key(quota, client), key -> full(key.quota())));
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? new QuotaAnswer.Granted(probe.getRemainingTokens(), Duration.ofNanos(probe.getNanosToWaitForReset()))
                : new QuotaAnswer.Exhausted(Duration.ofNanos(Math.max(1, probe.getNanosToWaitForRefill())));
    }

    private static Bucket full(Quota quota) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(quota.permits()).refillGreedy(quota.permits(), quota.window()))
                .withNanosecondPrecision()
                .build();
    }
}
