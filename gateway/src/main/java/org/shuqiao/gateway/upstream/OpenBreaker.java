package org.shuqiao.gateway.upstream;

import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR;

import java.util.Objects;
import org.shuqiao.gateway.GatewaySettings;
import org.shuqiao.gateway.problem.ProblemKind;
import org.shuqiao.gateway.problem.Refused;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServiceUnavailableException;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Stands outside the circuit breakers and answers for an open one. The {@code fallbackUri} of Spring Cloud is not used:
 * for it every request body would be held in memory.
 */
@Component
class OpenBreaker implements GlobalFilter, Ordered {

    private final GatewaySettings settings;

    OpenBreaker(GatewaySettings settings) {
        this.settings = settings;
    }

    @Override
    public int getOrder() {
        return -10; // the filters of a route begin at 1
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return chain.filter(exchange).onErrorMap(ServiceUnavailableException.class, open -> {
            Route route = exchange.getRequiredAttribute(GATEWAY_ROUTE_ATTR);
            Object service = Objects.requireNonNullElse(route.getMetadata().get("service"), route.getId());
            return Refused.with(ProblemKind.SERVICE_UNAVAILABLE, service)
                    .retryAfter(settings.breaker().open())
                    .causedBy(open);
        });
    }
}
