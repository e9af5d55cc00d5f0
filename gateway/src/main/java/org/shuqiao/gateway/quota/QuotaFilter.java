package org.shuqiao.gateway.quota;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.shuqiao.gateway.GatewaySettings;
import org.shuqiao.gateway.Traffic;
import org.shuqiao.gateway.caller.Caller;
import org.shuqiao.gateway.edge.EdgeOrder;
import org.shuqiao.gateway.edge.TrustedProxies;
import org.shuqiao.gateway.problem.ProblemKind;
import org.shuqiao.gateway.problem.Refused;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Takes one permit per request, of the account that is signed in or of the client's address, and says so in {@code RateLimit} and {@code RateLimit-Policy}
 * (draft-ietf-httpapi-ratelimit-headers-11). Health checks are free: a probe must not starve a client behind the same
 * address.
 */
@Component
class QuotaFilter implements WebFilter, Ordered {

    private final QuotaLedger ledger;
    private final TrustedProxies proxies;
    private final Map<Traffic, Quota> quotas;

    QuotaFilter(QuotaLedger ledger, TrustedProxies proxies, GatewaySettings settings) {
        this.ledger = ledger;
        this.proxies = proxies;
        this.quotas = Arrays.stream(Traffic.values())
                .collect(Collectors.toMap(
                        traffic -> traffic,
                        traffic -> new Quota(
                                traffic.policy(),
                                settings.quotas().of(traffic),
                                settings.quotas().window()),
                        (one, other) -> one,
                        () -> new EnumMap<>(Traffic.class)));
    }

    @Override
    public int getOrder() {
        return EdgeOrder.QUOTA;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (exchange.getRequest().getURI().getRawPath().startsWith("/actuator/")) {
            return chain.filter(exchange);
        }
        Quota quota = Objects.requireNonNull(quotas.get(Traffic.of(exchange.getRequest())));
        HttpHeaders headers = exchange.getResponse().getHeaders();
        headers.set("RateLimit-Policy", quota.policyField());
        // Nobody's requests count by address, as do those that only claim to be somebody's.
        String client = Caller.of(exchange)
                .account()
                .map(account -> "account:" + account)
                .orElseGet(() -> proxies.client(exchange.getRequest()));
        return ledger.take(quota, client).flatMap(answer -> switch (answer) {
            case QuotaAnswer.Granted(long remaining, Duration full) -> {
                headers.set("RateLimit", quota.field(remaining, full));
                yield chain.filter(exchange);
            }
            case QuotaAnswer.Exhausted(Duration wait) -> {
                headers.set("RateLimit", quota.field(0, wait));
                yield Mono.error(Refused.with(
                                ProblemKind.TOO_MANY_REQUESTS,
                                quota.permits(),
                                quota.policy(),
                                Quota.seconds(quota.window()),
                                Quota.seconds(wait))
                        .retryAfter(wait));
            }
        });
    }
}
