package org.shuqiao.gateway.edge;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.shuqiao.gateway.problem.ProblemKind;
import org.shuqiao.gateway.problem.Refused;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Lets only plain requests in: a path that can be read in one way only, a query of the characters RFC 3986 allows, a
 * known method, no body where a body has no meaning.
 *
 * <p>No path of this API needs percent-encoding, parameters after {@code ;}, dot segments or empty segments. Refusing
 * them all here means that gateway and service cannot read one path in two ways (RFC 3986 sections 6.2.2 and 7.3).
 */
@Component
class PlainRequests implements WebFilter, Ordered {

    private static final Set<HttpMethod> METHODS = Set.of(
            HttpMethod.GET,
            HttpMethod.HEAD,
            HttpMethod.POST,
            HttpMethod.PUT,
            HttpMethod.PATCH,
            HttpMethod.DELETE,
            HttpMethod.OPTIONS);
    private static final Set<HttpMethod> WITHOUT_BODY = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    /** Segments of unreserved characters (RFC 3986 section 2.3), none of them {@code .} or {@code ..}. */
    private static final Pattern PATH = Pattern.compile("/|(?:/(?!\\.{1,2}(?:/|$))[A-Za-z0-9._~-]++)+");
    /** RFC 3986 section 3.4. */
    private static final Pattern QUERY = Pattern.compile("(?:[A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*+");

    @Override
    public int getOrder() {
        return EdgeOrder.PLAIN_REQUEST;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        URI uri = request.getURI();
        if (!PATH.matcher(uri.getRawPath()).matches()) {
            return Mono.error(Refused.with(ProblemKind.NOT_FOUND));
        }
        if (uri.getRawQuery() != null && !QUERY.matcher(uri.getRawQuery()).matches()) {
            return Mono.error(Refused.with(ProblemKind.MALFORMED_REQUEST));
        }
        if (!METHODS.contains(request.getMethod())) {
            return Mono.error(Refused.with(ProblemKind.METHOD_NOT_ALLOWED)
                    .header(HttpHeaders.ALLOW, "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS"));
        }
        if (WITHOUT_BODY.contains(request.getMethod()) && announcesBody(request)) {
            return Mono.error(Refused.with(
                    ProblemKind.BODY_NOT_ALLOWED, request.getMethod().name()));
        }
        return chain.filter(exchange);
    }

    static boolean announcesBody(ServerHttpRequest request) {
        HttpHeaders headers = request.getHeaders();
        List<String> encoding = headers.getOrEmpty(HttpHeaders.TRANSFER_ENCODING);
        return !encoding.isEmpty() || headers.getContentLength() > 0;
    }
}
