package org.shuqiao.gateway.edge;

import org.shuqiao.gateway.GatewaySettings;
import org.shuqiao.gateway.Traffic;
import org.shuqiao.gateway.problem.ProblemKind;
import org.shuqiao.gateway.problem.Refused;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Refuses a body that says it is too large before a byte of it is read, and counts the others as they come. */
@Component
class BodyCaps implements WebFilter, Ordered {

    private final GatewaySettings settings;

    BodyCaps(GatewaySettings settings) {
        this.settings = settings;
    }

    @Override
    public int getOrder() {
        return EdgeOrder.BODY;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (!PlainRequests.announcesBody(exchange.getRequest())) {
            return chain.filter(
                    exchange.mutate().request(new NoBody(exchange.getRequest())).build());
        }
        Traffic traffic = Traffic.of(exchange.getRequest());
        long most = settings.bodies().of(traffic).toBytes();
        if (exchange.getRequest().getHeaders().getContentLength() > most) {
            return Mono.error(Refused.with(ProblemKind.CONTENT_TOO_LARGE, most));
        }
        return chain.filter(MeasuredBody.on(
                exchange, most, traffic == Traffic.IMPORT ? settings.deadlines().bodyIdle() : null));
    }
}
