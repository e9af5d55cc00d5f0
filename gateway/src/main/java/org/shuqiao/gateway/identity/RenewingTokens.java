package org.shuqiao.gateway.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.shuqiao.gateway.GatewaySettings;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.WebClientReactiveRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Asks for new tokens. Each refresh token may be sent once: who sends one twice loses all that came of it (RFC 9700
 * section 4.14.2). To see to that is up to the caller.
 */
@Component
public class RenewingTokens {

    private final DiscoveringIdentity identity;
    private final Duration timeout;
    private final WebClientReactiveRefreshTokenTokenResponseClient client =
            new WebClientReactiveRefreshTokenTokenResponseClient();

    RenewingTokens(DiscoveringIdentity identity, IdentityHttp http, GatewaySettings settings) {
        this.identity = identity;
        this.timeout = settings.identity().timeout();
        client.setWebClient(http.client());
    }

    /** How long it takes at most. */
    public Duration longest() {
        return timeout.multipliedBy(2);
    }

    /** An error is a {@link org.shuqiao.gateway.problem.Refused}. */
    public Mono<Renewal> renew(Tokens tokens) {
        return identity.registration()
                .flatMap(registration -> client.getTokenResponse(request(registration, tokens)))
                .timeout(longest())
                .<Renewal>map(response -> new Renewal.Renewed(renewed(response, tokens)))
                .onErrorResume(RenewingTokens::ended, refused -> Mono.just(new Renewal.Ended()))
                .onErrorMap(IdentityAway::because);
    }

    private static OAuth2RefreshTokenGrantRequest request(ClientRegistration registration, Tokens tokens) {
        // The framework asks for the old access token too, but sends the refresh token only.
        Instant before = tokens.expires().minusSeconds(1);
        return new OAuth2RefreshTokenGrantRequest(
                registration,
                new OAuth2AccessToken(OAuth2AccessToken.TokenType.BEARER, tokens.access(), before, tokens.expires()),
                new OAuth2RefreshToken(tokens.refresh(), before));
    }

    private static boolean ended(Throwable failure) {
        return failure instanceof OAuth2AuthorizationException refused
                && OAuth2ErrorCodes.INVALID_GRANT.equals(refused.getError().getErrorCode());
    }

    private static Tokens renewed(OAuth2AccessTokenResponse response, Tokens old) {
        OAuth2RefreshToken refresh = response.getRefreshToken();
        Object idToken = response.getAdditionalParameters().get(OidcParameterNames.ID_TOKEN);
        return new Tokens(
                response.getAccessToken().getTokenValue(),
                Objects.requireNonNull(response.getAccessToken().getExpiresAt()),
                refresh == null ? old.refresh() : refresh.getTokenValue(),
                idToken instanceof String text ? text : old.id());
    }
}
