package org.shuqiao.gateway.upstream;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * What a service does not say to a client: cookies, what it is built with, internal fields, fields that only this gateway sets,
 * and hop-by-hop fields. Addresses in {@code Location}, {@code Content-Location} and {@code Link} become public ones.
 */
@Component
class CleanResponseHeaders implements HttpHeadersFilter, Ordered {

    private static final Set<String> REFUSED = Set.of(
            "connection",
            "content-security-policy",
            "cross-origin-embedder-policy",
            "cross-origin-opener-policy",
            "cross-origin-resource-policy",
            "keep-alive",
            "permissions-policy",
            "proxy-authenticate",
            "proxy-connection",
            "ratelimit",
            "ratelimit-policy",
            "referrer-policy",
            "server",
            "set-cookie",
            "strict-transport-security",
            "upgrade",
            "via",
            "x-application-context",
            "x-content-type-options",
            "x-powered-by",
            "x-request-id");
    private static final List<String> REFUSED_PREFIXES = List.of("x-shuqiao-", "x-envoy-", "access-control-");

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public boolean supports(Type type) {
        return type == Type.RESPONSE;
    }

    @Override
    public HttpHeaders filter(HttpHeaders sent, ServerWebExchange exchange) {
        HttpHeaders clean = new HttpHeaders();
        sent.forEach((name, values) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (REFUSED.contains(lower) || REFUSED_PREFIXES.stream().anyMatch(lower::startsWith)) {
                return;
            }
            switch (lower) {
                case "location", "content-location" ->
                    values.forEach(value -> clean.add(name, PublicAddress.of(value)));
                case "link" -> values.forEach(value -> clean.add(name, PublicAddress.inLinks(value)));
                default -> clean.addAll(name, values);
            }
        });
        return clean;
    }
}
