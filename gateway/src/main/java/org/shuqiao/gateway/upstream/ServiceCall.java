package org.shuqiao.gateway.upstream;

import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.CLIENT_RESPONSE_ATTR;
import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.shuqiao.gateway.GatewaySettings;
import org.shuqiao.gateway.Traffic;
import org.shuqiao.gateway.edge.MeasuredBody;
import org.shuqiao.gateway.problem.ProblemKind;
import org.shuqiao.gateway.problem.Refused;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.filter.RouteToRequestUrlFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.netty.channel.AbortedException;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquirePendingLimitException;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquireTimeoutException;
import reactor.util.retry.Retry;

/**
 * Surrounds the call of a service, from the choice of the connection to the head of the answer. It stands inside the
 * circuit breaker, which therefore sees failures by name and can tell a slow service from a slow client.
 *
 * <p>The clock of the service starts with the last byte of the request; before that the client's own runs. A GET or
 * HEAD is repeated once if its connection failed before an answer, never after one; nothing else is repeated.
 */
@Component
class ServiceCall implements GlobalFilter, Ordered {

    private final GatewaySettings settings;

    ServiceCall(GatewaySettings settings) {
        this.settings = settings;
    }

    @Override
    public int getOrder() {
        return RouteToRequestUrlFilter.ROUTE_TO_URL_FILTER_ORDER + 1;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        Mono<Void> call = chain.filter(exchange);
        if (isRepeatable(exchange)) {
            call = call.retryWhen(Retry.max(1)
                    .filter(failure ->
                            isConnectionFailure(failure) && exchange.getAttribute(CLIENT_RESPONSE_ATTR) == null)
                    .doBeforeRetry(again -> ServerWebExchangeUtils.reset(exchange))
                    .onRetryExhaustedThrow((retry, last) -> last.failure()));
        }
        return call.timeout(patience(exchange)).onErrorMap(failure -> named(failure, exchange));
    }

    /** Ends when the service has used up its time; fails when the client has. */
    private Mono<Long> patience(ServerWebExchange exchange) {
        Route route = exchange.getRequiredAttribute(GATEWAY_ROUTE_ATTR);
        Traffic traffic = traffic(exchange, route);
        Duration answer = settings.deadlines().of(traffic);
        Mono<Void> received = MeasuredBody.received(exchange);
        if (traffic != Traffic.IMPORT) {
            Mono<Void> tooSlow = Mono.delay(settings.deadlines().body())
                    .then(Mono.error(Refused.with(ProblemKind.REQUEST_TOO_SLOW)));
            received = Mono.firstWithSignal(received, tooSlow);
        }
        return received.then(Mono.delay(answer));
    }

    /** The path has lost its prefix by now, so an import is known by its route. */
    private static Traffic traffic(ServerWebExchange exchange, Route route) {
        Traffic traffic = Traffic.of(exchange.getRequest());
        return traffic == Traffic.WRITE && route.getId().equals("imports") ? Traffic.IMPORT : traffic;
    }

    private static boolean isRepeatable(ServerWebExchange exchange) {
        HttpMethod method = exchange.getRequest().getMethod();
        return method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
    }

    private static boolean isConnectionFailure(Throwable failure) {
        // AbortedException: a pooled connection was closed at the moment it was taken. It is no IOException.
        return failure instanceof AbortedException
                || (failure instanceof IOException && !(failure instanceof UnknownHostException));
    }

    private Throwable named(Throwable failure, ServerWebExchange exchange) {
        Route route = exchange.getRequiredAttribute(GATEWAY_ROUTE_ATTR);
        Object service = route.getMetadata().getOrDefault("service", route.getId());
        return switch (failure) {
            case Refused refused -> refused;
            case PoolAcquireTimeoutException busy -> unavailable(service, busy);
            case PoolAcquirePendingLimitException busy -> unavailable(service, busy);
            case TimeoutException late -> refused(ProblemKind.SERVICE_TOO_SLOW, service, late);
            case ConnectException down -> unavailable(service, down);
            case UnknownHostException down -> unavailable(service, down);
            case AbortedException broken -> refused(ProblemKind.SERVICE_BROKE_OFF, service, broken);
            case IOException broken -> refused(ProblemKind.SERVICE_BROKE_OFF, service, broken);
            default -> failure;
        };
    }

    private Refused unavailable(Object service, Throwable cause) {
        return refused(ProblemKind.SERVICE_UNAVAILABLE, service, cause)
                .retryAfter(settings.breaker().open());
    }

    private static Refused refused(ProblemKind kind, Object service, Throwable cause) {
        return Refused.with(kind, service).causedBy(cause);
    }
}
