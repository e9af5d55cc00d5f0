package org.shuqiao.gateway.upstream;

import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import org.reactivestreams.Publisher;
import org.shuqiao.gateway.GatewaySettings;
import org.shuqiao.gateway.Traffic;
import org.shuqiao.gateway.problem.ProblemKind;
import org.shuqiao.gateway.problem.Refused;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.filter.NettyWriteResponseFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Ends an answer whose body does not begin or falls silent. A timeout on the connection would not do: a connection that
 * closes at the wrong moment is gone together with its timeout, and Reactor Netty may then never end the body (seen once
 * in 6,400 answers of a server that closes after each without saying so).
 */
@Component
class AnswerBody implements GlobalFilter, Ordered {

    private final GatewaySettings.Deadlines deadlines;

    AnswerBody(GatewaySettings settings) {
        this.deadlines = settings.deadlines();
    }

    @Override
    public int getOrder() {
        return NettyWriteResponseFilter.WRITE_RESPONSE_FILTER_ORDER - 1;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        Route route = exchange.getRequiredAttribute(GATEWAY_ROUTE_ATTR);
        Object service = Objects.requireNonNullElse(route.getMetadata().get("service"), route.getId());
        Duration begin = deadlines.of(Traffic.of(exchange.getRequest()));
        ServerHttpResponse timed = new ServerHttpResponseDecorator(exchange.getResponse()) {
            @Override
            public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
                return super.writeWith(within(Flux.from(body), begin, service));
            }

            @Override
            public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> body) {
                return super.writeAndFlushWith(within(Flux.from(body), begin, service));
            }
        };
        return chain.filter(exchange.mutate().response(timed).build());
    }

    private <T> Flux<T> within(Flux<T> body, Duration begin, Object service) {
        return body.timeout(Mono.delay(begin), part -> Mono.delay(deadlines.answerIdle()))
                .onErrorMap(
                        TimeoutException.class,
                        late -> Refused.with(ProblemKind.SERVICE_TOO_SLOW, service)
                                .causedBy(late));
    }
}
