package org.shuqiao.access.token;

import java.util.List;
import java.util.Objects;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * What an access token says (RFC 9068, section 2.2), once it was checked.
 *
 * @param subject the id of an account, or that of the client itself
 */
public record AccessToken(String subject, String client, List<String> scopes) {
    static final String CLIENT = "client_id";
    static final String SCOPE = "scope";

    /** That of the request; empty where there is none. */
    public static Mono<AccessToken> of(ServerWebExchange exchange) {
        return exchange.getPrincipal()
                .ofType(JwtAuthenticationToken.class)
                .map(authentication -> of(authentication.getToken()));
    }

    private static AccessToken of(Jwt token) {
        Object scope = token.getClaims().get(SCOPE);
        // a string by the standard, a list by Spring's own server
        List<String> scopes =
                switch (scope) {
                    case String words -> List.of(words.strip().split(" +"));
                    case List<?> words -> words.stream().map(Object::toString).toList();
                    case null, default -> List.of();
                };
        return new AccessToken(
                Objects.requireNonNull(token.getSubject()),
                Objects.requireNonNull(token.getClaimAsString(CLIENT)),
                scopes);
    }

    /** Whether a program acts for itself. */
    public boolean isOfClient() {
        return subject.equals(client);
    }
}
