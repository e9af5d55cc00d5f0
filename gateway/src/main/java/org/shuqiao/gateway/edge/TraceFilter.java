package org.shuqiao.gateway.edge;

import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Sees to it that every request has one valid {@code traceparent} and that every answer names its trace id in
 * {@code X-Request-Id}: the access log and the problem's {@code instance} meet in it, and it is passed on to the service.
 */
@Component
class TraceFilter implements WebFilter, Ordered {

    @Override
    public int getOrder() {
        return EdgeOrder.TRACE;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        List<String> sent = exchange.getRequest().getHeaders().getOrEmpty("traceparent");
        TraceParent trace = TraceParent.of(sent);
        exchange.getResponse().getHeaders().set("X-Request-Id", trace.traceId());
        if (sent.size() == 1 && sent.getFirst().equals(trace.value())) {
            return chain.filter(exchange);
        }
        return chain.filter(exchange.mutate()
                .request(request -> request.headers(headers -> restart(headers, trace)))
                .build());
    }

    private static void restart(HttpHeaders headers, TraceParent trace) {
        headers.set("traceparent", trace.value());
        headers.remove("tracestate"); // it belonged to the trace that was not valid
    }
}
