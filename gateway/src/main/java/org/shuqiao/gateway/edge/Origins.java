package org.shuqiao.gateway.edge;

import java.time.Duration;
import java.util.List;
import org.shuqiao.gateway.GatewaySettings;
import org.shuqiao.gateway.problem.ProblemKind;
import org.shuqiao.gateway.problem.Refused;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsUtils;
import org.springframework.web.cors.reactive.DefaultCorsProcessor;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Pages of another web origin may call only if that origin is in the settings; none is by default. */
@Component
class Origins implements WebFilter, Ordered {

    private final CorsConfiguration rules = new CorsConfiguration();
    private final DefaultCorsProcessor cors = new DefaultCorsProcessor();

    Origins(GatewaySettings settings) {
        rules.setAllowedOrigins(settings.allowedOrigins());
        rules.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"));
        rules.setAllowedHeaders(List.of(
                "Accept",
                "Accept-Language",
                "Content-Type",
                "Idempotency-Key",
                "If-Match",
                "If-None-Match",
                "traceparent",
                "tracestate"));
        rules.setExposedHeaders(List.of(
                "Content-Language",
                "ETag",
                "Link",
                "Location",
                "RateLimit",
                "RateLimit-Policy",
                "Retry-After",
                "X-Request-Id"));
        rules.setAllowCredentials(false);
        rules.setMaxAge(Duration.ofHours(1));
    }

    @Override
    public int getOrder() {
        return EdgeOrder.ORIGIN;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (!cors.process(rules, exchange)) {
            return Mono.error(Refused.with(ProblemKind.ORIGIN_NOT_ALLOWED));
        }
        return CorsUtils.isPreFlightRequest(exchange.getRequest()) ? Mono.empty() : chain.filter(exchange);
    }
}
