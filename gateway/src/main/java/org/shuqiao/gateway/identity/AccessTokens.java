package org.shuqiao.gateway.identity;

import java.util.Objects;
import org.shuqiao.gateway.GatewaySettings;
import org.shuqiao.gateway.problem.Refused;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Checks access tokens as RFC 9068 section 4 says: type, signature by RS256, issuer, audience, time. */
@Component
public class AccessTokens {

    private static final String CLIENT = "client_id";

    private final ReactiveJwtDecoder decoder;

    AccessTokens(SigningKeys keys, GatewaySettings settings) {
        NimbusReactiveJwtDecoder nimbus = NimbusReactiveJwtDecoder.withJwkSource(keys::of)
                .validateType(false) // at+jwt; checked below
                .build();
        nimbus.setJwtValidator(JwtValidators.createAtJwtValidator()
                .issuer(settings.identity().issuer().toString())
                .audience(settings.identity().audience())
                .validators(claims -> claims.put(CLIENT, AccessTokens::namesItsClient))
                .build());
        this.decoder = nimbus;
    }

    /** An error is a {@link Refused}: the keys cannot be had. */
    public Mono<TokenCheck> check(String token) {
        return Mono.defer(() -> decoder.decode(token))
                .<TokenCheck>map(jwt -> new TokenCheck.Valid(Objects.requireNonNull(jwt.getSubject())))
                .onErrorResume(AccessTokens::isTheTokens, wrong -> Mono.just(new TokenCheck.Invalid()))
                .onErrorMap(failure -> {
                    Throwable cause = failure.getCause();
                    return IdentityAway.because(cause instanceof Refused ? cause : failure);
                });
    }

    /** The decoder wraps a failure to get the keys in another type than a failure of the token. */
    private static boolean isTheTokens(Throwable failure) {
        return failure instanceof BadJwtException
                || (failure instanceof JwtException && !(failure.getCause() instanceof Refused));
    }

    private static OAuth2TokenValidatorResult namesItsClient(Jwt token) {
        return token.getClaim(CLIENT) instanceof String
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(
                        new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN, "client_id is missing", null));
    }
}
