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
 * What a client may not say to a service: its cookies, which mean something to this gateway only, the internal {@code X-Shuqiao-*} fields, anything about where it comes from or
 * which path or method it means instead, and the fields that its {@code Connection} field names (RFC 9110 section
 * 7.6.1).
 */
@Component
class CleanRequestHeaders implements HttpHeadersFilter, Ordered {

    private static final Set<String> REFUSED = Set.of(
            "cookie",
            "expect",
            "forwarded",
            "proxy",
            "via",
            "x-client-ip",
            "x-cluster-client-ip",
            "x-http-method",
            "x-http-method-override",
            "x-method-override",
            "x-original-uri",
            "x-original-url",
            "x-real-ip",
            "x-request-id",
            "x-rewrite-url",
            "true-client-ip");
    private static final List<String> REFUSED_PREFIXES = List.of("x-shuqiao-", "x-forwarded-", "x-envoy-");

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE; // while the Connection field is still there
    }

    @Override
    public HttpHeaders filter(HttpHeaders sent, ServerWebExchange exchange) {
        List<String> perHop = sent.getConnection();
        HttpHeaders clean = new HttpHeaders();
        sent.forEach((name, values) -> {
            if (isAllowed(name) && perHop.stream().noneMatch(name::equalsIgnoreCase)) {
                clean.addAll(name, values);
            }
        });
        return clean;
    }

    private static boolean isAllowed(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return !REFUSED.contains(lower) && REFUSED_PREFIXES.stream().noneMatch(lower::startsWith);
    }
}
