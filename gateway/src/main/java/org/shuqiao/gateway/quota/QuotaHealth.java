package org.shuqiao.gateway.quota;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** {@code DEGRADED} while quotas are counted in this process only. It is not part of readiness: requests are served. */
@Component
class QuotaHealth implements ReactiveHealthIndicator {

    private final LastingQuota quota;

    QuotaHealth(LastingQuota quota) {
        this.quota = quota;
    }

    @Override
    public Mono<Health> health() {
        return Mono.fromSupplier(
                () -> Health.status(quota.isShared() ? "UP" : "DEGRADED").build());
    }
}
