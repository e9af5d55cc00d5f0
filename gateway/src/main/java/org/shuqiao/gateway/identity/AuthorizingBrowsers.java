package org.shuqiao.gateway.identity;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shuqiao.gateway.GatewaySettings;
import org.shuqiao.gateway.problem.ProblemKind;
import org.shuqiao.gateway.problem.Refused;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthorizationCodeAuthenticationToken;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.WebClientReactiveAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeReactiveAuthenticationManager;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.server.DefaultServerOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The authorization code flow of OpenID Connect Core 1.0 section 3.1 with PKCE, by the parts of Spring Security. */
@Component
public class AuthorizingBrowsers {

    private static final List<String> OURS = List.of("invalid_client", "invalid_token_response", "server_error");

    /** @param address where the browser has to go */
    public record Begun(URI address, Attempt attempt) {}

    private final DiscoveringIdentity identity;
    private final DefaultServerOAuth2AuthorizationRequestResolver requests;
    private final OidcAuthorizationCodeReactiveAuthenticationManager codes;
    private final GatewaySettings.Identity settings;

    AuthorizingBrowsers(DiscoveringIdentity identity, SigningKeys keys, IdentityHttp http, GatewaySettings settings) {
        this.identity = identity;
        this.settings = settings.identity();
        this.requests = new DefaultServerOAuth2AuthorizationRequestResolver(identity);
        this.requests.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        WebClientReactiveAuthorizationCodeTokenResponseClient tokens =
                new WebClientReactiveAuthorizationCodeTokenResponseClient();
        tokens.setWebClient(http.client());
        // The ID token says all there is to know: the user info endpoint is not asked.
        this.codes = new OidcAuthorizationCodeReactiveAuthenticationManager(
                tokens, request -> Mono.just(new DefaultOidcUser(List.of(), request.getIdToken())));
        this.codes.setJwtDecoderFactory(registration -> idTokens(registration, keys));
    }

    private static ReactiveJwtDecoder idTokens(ClientRegistration registration, SigningKeys keys) {
        NimbusReactiveJwtDecoder decoder =
                NimbusReactiveJwtDecoder.withJwkSource(keys::of).build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(), new OidcIdTokenValidator(registration)));
        return decoder;
    }

    /**
     * @param language a tag for the pages of the identity service, or null for what the browser accepts
     * @return or an error that is a {@link Refused}
     */
    public Mono<Begun> begin(ServerWebExchange exchange, @Nullable String language) {
        if (settings.clientSecret().isBlank()) {
            return Mono.error(Refused.with(ProblemKind.SERVICE_UNAVAILABLE, "identity"));
        }
        return requests.resolve(exchange, "identity").map(request -> begun(request, language));
    }

    private static Begun begun(OAuth2AuthorizationRequest request, @Nullable String language) {
        OAuth2AuthorizationRequest spoken = language == null
                ? request
                : OAuth2AuthorizationRequest.from(request)
                        .additionalParameters(parameters -> parameters.put("ui_locales", language))
                        .build();
        return new Begun(
                URI.create(spoken.getAuthorizationRequestUri()),
                new Attempt(
                        Objects.requireNonNull(spoken.getState()),
                        Objects.requireNonNull(spoken.<String>getAttribute(OidcParameterNames.NONCE)),
                        Objects.requireNonNull(spoken.<String>getAttribute(PkceParameterNames.CODE_VERIFIER))));
    }

    /**
     * Trades the code for tokens, which have to be for this very attempt.
     *
     * @return or an error that is a {@link Refused}
     */
    public Mono<Person> finish(Attempt attempt, String state, String code) {
        return identity.registration()
                .flatMap(registration -> codes.authenticate(exchange(registration, attempt, state, code)))
                .timeout(settings.timeout().multipliedBy(2))
                .map(AuthorizingBrowsers::person)
                .onErrorMap(AuthorizingBrowsers::named);
    }

    private static OAuth2AuthorizationCodeAuthenticationToken exchange(
            ClientRegistration registration, Attempt attempt, String state, String code) {
        String callback = Objects.requireNonNull(registration.getRedirectUri());
        OAuth2AuthorizationRequest request = OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(
                        Objects.requireNonNull(registration.getProviderDetails().getAuthorizationUri()))
                .clientId(registration.getClientId())
                .redirectUri(callback)
                .scopes(registration.getScopes())
                .state(attempt.state())
                .attributes(attributes -> {
                    attributes.put(OidcParameterNames.NONCE, attempt.nonce());
                    attributes.put(PkceParameterNames.CODE_VERIFIER, attempt.verifier());
                })
                .build();
        OAuth2AuthorizationResponse response = OAuth2AuthorizationResponse.success(code)
                .redirectUri(callback)
                .state(state)
                .build();
        return new OAuth2AuthorizationCodeAuthenticationToken(
                registration, new OAuth2AuthorizationExchange(request, response));
    }

    private static Person person(Authentication authentication) {
        OAuth2LoginAuthenticationToken login = (OAuth2LoginAuthenticationToken) authentication;
        OidcIdToken idToken = ((OidcUser) Objects.requireNonNull(login.getPrincipal())).getIdToken();
        OAuth2RefreshToken refresh = Optional.ofNullable(login.getRefreshToken())
                .orElseThrow(() -> new IllegalStateException("a refresh token was expected, got none"));
        OAuth2AccessToken access = Objects.requireNonNull(login.getAccessToken());
        return new Person(
                Objects.requireNonNull(idToken.getSubject()),
                idToken.getEmail(),
                idToken.getLocale(),
                new Tokens(
                        access.getTokenValue(),
                        Objects.requireNonNull(access.getExpiresAt()),
                        refresh.getTokenValue(),
                        idToken.getTokenValue()));
    }

    /** What the identity service or the attempt refuses is the browser's matter; all else is that it is away. */
    private static Throwable named(Throwable failure) {
        if (failure instanceof OAuth2AuthenticationException refused
                && !OURS.contains(refused.getError().getErrorCode())) {
            return Refused.with(ProblemKind.SIGN_IN_FAILED).causedBy(refused);
        }
        return IdentityAway.because(failure);
    }
}
