package org.shuqiao.gateway.caller;

import java.util.List;
import java.util.Optional;
import org.shuqiao.gateway.edge.EdgeOrder;
import org.shuqiao.gateway.identity.AccessTokens;
import org.shuqiao.gateway.identity.TokenCheck;
import org.shuqiao.gateway.problem.ProblemKind;
import org.shuqiao.gateway.problem.Refused;
import org.shuqiao.gateway.session.RedisSessions;
import org.shuqiao.gateway.session.SessionCookies;
import org.shuqiao.gateway.session.SessionId;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Finds out who asks, so that quotas count per account, and lets everybody pass: {@link AdmittingCaller} refuses, after
 * the quota. A token wins over a session. What is not below {@code /api} or the sign-out is asked by nobody.
 */
@Component
class IdentifyingCaller implements WebFilter, Ordered {

    private static final String SCHEME = "Bearer ";
    static final String SIGN_OUT = "/sign-out";

    private final SessionCookies cookies;
    private final AccessTokens tokens;
    private final RedisSessions sessions;

    IdentifyingCaller(SessionCookies cookies, AccessTokens tokens, RedisSessions sessions) {
        this.cookies = cookies;
        this.tokens = tokens;
        this.sessions = sessions;
    }

    @Override
    public int getOrder() {
        return EdgeOrder.CALLER;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String path = exchange.getRequest().getURI().getRawPath();
        if (!path.startsWith("/api/") && !path.equals(SIGN_OUT)) {
            return chain.filter(exchange);
        }
        return identify(exchange.getRequest()).flatMap(caller -> {
            exchange.getAttributes().put(Caller.ATTRIBUTE, caller);
            return chain.filter(exchange);
        });
    }

    private Mono<Caller> identify(ServerHttpRequest request) {
        List<String> credentials = request.getHeaders().getOrEmpty(HttpHeaders.AUTHORIZATION);
        Optional<SessionId> session = cookies.session(request);
        boolean token = credentials.size() == 1 && credentials.getFirst().regionMatches(true, 0, SCHEME, 0, 7);
        if (token) {
            return tokens.check(
                            credentials.getFirst().substring(SCHEME.length()).strip())
                    .map(IdentifyingCaller::bearer)
                    .onErrorResume(Refused.class, away -> Mono.just(new Caller.Unknown(away)));
        }
        if (session.isPresent()) {
            SessionId id = session.get();
            return sessions.find(id)
                    .<Caller>map(found -> new Caller.SignedIn(id, found))
                    .defaultIfEmpty(new Caller.SignedOut())
                    .onErrorResume(Refused.class, away -> Mono.just(new Caller.Unknown(away)));
        }
        return Mono.just(credentials.isEmpty() ? new Caller.Nobody() : new Caller.Unknown(invalidToken()));
    }

    private static Caller bearer(TokenCheck check) {
        return switch (check) {
            case TokenCheck.Valid(String subject) -> new Caller.Bearer(subject);
            case TokenCheck.Invalid _ -> new Caller.Unknown(invalidToken());
        };
    }

    /** RFC 6750 section 3; it does not say what is wrong with the token. */
    private static Refused invalidToken() {
        return Refused.with(ProblemKind.INVALID_TOKEN)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
    }
}
