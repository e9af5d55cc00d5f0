package org.shuqiao.gateway.upstream;

import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.timelimiter.TimeLimiterConfig;
import org.shuqiao.gateway.GatewaySettings;
import org.shuqiao.gateway.problem.Refused;
import org.springframework.cloud.circuitbreaker.resilience4j.ReactiveResilience4JCircuitBreakerFactory;
import org.springframework.cloud.circuitbreaker.resilience4j.Resilience4JConfigBuilder;
import org.springframework.cloud.client.circuitbreaker.Customizer;
import org.springframework.stereotype.Component;

/**
 * When a service is left alone: too many of its calls failed by its own fault. What a client does wrong, and what the
 * service answers in good order – also a 503 about a server behind it – is no failure of the service.
 */
@Component
class Breakers implements Customizer<ReactiveResilience4JCircuitBreakerFactory> {

    private final GatewaySettings.Breaker settings;

    Breakers(GatewaySettings settings) {
        this.settings = settings.breaker();
    }

    @Override
    public void customize(ReactiveResilience4JCircuitBreakerFactory breakers) {
        CircuitBreakerConfig config = CircuitBreakerConfig.custom()
                .slidingWindowType(CircuitBreakerConfig.SlidingWindowType.TIME_BASED)
                // The other one parks event loops on a lock.
                .slidingWindowSynchronizationStrategy(
                        CircuitBreakerConfig.SlidingWindowSynchronizationStrategy.LOCK_FREE)
                .slidingWindowSize(Math.toIntExact(Math.max(1, settings.window().toSeconds())))
                .minimumNumberOfCalls(settings.minimumCalls())
                .failureRateThreshold(settings.failureRate())
                .waitDurationInOpenState(settings.open())
                .permittedNumberOfCallsInHalfOpenState(settings.probes())
                .recordException(failure ->
                        failure instanceof Refused refused && refused.kind().blamesService())
                .build();
        breakers.configureDefault(service -> new Resilience4JConfigBuilder(service)
                .circuitBreakerConfig(config)
                // Not used: ServiceCall has the deadline. The default of one second would cut every slower answer.
                .timeLimiterConfig(TimeLimiterConfig.ofDefaults())
                .build());
    }
}
