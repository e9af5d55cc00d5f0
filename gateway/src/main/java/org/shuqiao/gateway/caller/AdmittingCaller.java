package org.shuqiao.gateway.caller;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shuqiao.gateway.edge.EdgeOrder;
import org.shuqiao.gateway.problem.ProblemKind;
import org.shuqiao.gateway.problem.Refused;
import org.shuqiao.gateway.session.FreshTokens;
import org.shuqiao.gateway.session.Session;
import org.shuqiao.gateway.session.SessionCookies;
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
 * Refuses who shows something that is not valid, guards sessions against forged requests, and tells services who asks: a
 * session's access token, renewed where it is about to expire, takes the place of whatever the browser sent as
 * {@code Authorization}.
 */
@Component
class AdmittingCaller implements WebFilter, Ordered {

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    /** These say what is left of a session that has ended, and so do not refuse it. */
    private static final Set<String> ABOUT_SESSIONS = Set.of("/api/session", IdentifyingCaller.SIGN_OUT);

    private final SessionCookies cookies;
    private final FreshTokens tokens;

    AdmittingCaller(SessionCookies cookies, FreshTokens tokens) {
        this.cookies = cookies;
        this.tokens = tokens;
    }

    @Override
    public int getOrder() {
        return EdgeOrder.ADMISSION;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return switch (Caller.of(exchange)) {
            case Caller.Nobody _ -> chain.filter(exchange);
            case Caller.Bearer _ -> chain.filter(exchange);
            case Caller.Unknown(Refused refusal) -> Mono.error(refusal);
            case Caller.SignedOut _ -> signedOut(exchange, chain);
            case Caller.SignedIn signedIn -> signedIn(exchange, chain, signedIn);
        };
    }

    private Mono<Void> signedOut(ServerWebExchange exchange, WebFilterChain chain) {
        cookies.takeSession(exchange);
        exchange.getAttributes().put(Caller.ATTRIBUTE, new Caller.SignedOut());
        return ABOUT_SESSIONS.contains(exchange.getRequest().getURI().getRawPath())
                ? chain.filter(exchange)
                : Mono.error(Refused.with(ProblemKind.SESSION_ENDED).header(HttpHeaders.WWW_AUTHENTICATE, "Bearer"));
    }

    private Mono<Void> signedIn(ServerWebExchange exchange, WebFilterChain chain, Caller.SignedIn caller) {
        ServerHttpRequest request = exchange.getRequest();
        if (!READING.contains(request.getMethod()) && isForged(request, caller.session())) {
            return Mono.error(Refused.with(ProblemKind.FORGED_REQUEST));
        }
        if (request.getURI().getRawPath().equals(IdentifyingCaller.SIGN_OUT)) {
            return chain.filter(exchange); // its tokens are not needed any more
        }
        return tokens.of(caller.id(), caller.session())
                .map(fresh -> withToken(exchange, new Caller.SignedIn(caller.id(), fresh)))
                .map(chain::filter)
                .defaultIfEmpty(Mono.defer(() -> signedOut(exchange, chain)))
                .flatMap(next -> next);
    }

    private static ServerWebExchange withToken(ServerWebExchange exchange, Caller.SignedIn caller) {
        exchange.getAttributes().put(Caller.ATTRIBUTE, caller);
        String token = caller.session().tokens().access();
        return exchange.mutate()
                .request(request -> request.headers(headers -> headers.setBearerAuth(token)))
                .build();
    }

    /**
     * Another site cannot read the session's token and so cannot send it; what browsers say of where a request comes from
     * (Fetch Metadata) is looked at besides. {@code Origin} has been checked before.
     */
    private static boolean isForged(ServerHttpRequest request, Session session) {
        String from = request.getHeaders().getFirst("Sec-Fetch-Site");
        boolean elsewhere = from != null && !from.equals("same-origin");
        return elsewhere || !matches(request.getHeaders().getFirst("X-CSRF-TOKEN"), session.csrf());
    }

    private static boolean matches(@Nullable String shown, String expected) {
        return shown != null
                && MessageDigest.isEqual(
                        shown.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }
}
