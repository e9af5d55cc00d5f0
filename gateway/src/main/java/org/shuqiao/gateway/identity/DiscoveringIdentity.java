package org.shuqiao.gateway.identity;

import java.time.Duration;
import java.util.Map;
import org.shuqiao.gateway.GatewaySettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * What the identity service says about itself (OpenID Connect Discovery 1.0). It is asked when somebody first needs it,
 * so that this gateway starts without it, and then kept: addresses do not change while both run.
 */
@Component
class DiscoveringIdentity implements ReactiveClientRegistrationRepository {

    /** Where the identity service sends browsers back to, below the public address of this gateway. */
    static final String CALLBACK = "/login/oauth2/code/identity";

    private static final Logger log = LoggerFactory.getLogger(DiscoveringIdentity.class);
    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(1);
    private static final ParameterizedTypeReference<Map<String, Object>> METADATA =
            new ParameterizedTypeReference<>() {};

    private final GatewaySettings.Identity settings;
    private final IdentityHttp http;
    private final Mono<ClientRegistration> found;

    DiscoveringIdentity(GatewaySettings settings, IdentityHttp http) {
        this.settings = settings.identity();
        this.http = http;
        this.found = Mono.defer(this::discover)
                .cache(one -> Duration.ofMillis(Long.MAX_VALUE), failure -> AFTER_A_FAILURE, () -> AFTER_A_FAILURE);
        if (this.settings.clientSecret().isBlank()) {
            log.warn("No secret for the client {}: nobody can sign in here", this.settings.clientId());
        }
    }

    /** An error is a {@link org.shuqiao.gateway.problem.Refused}. */
    Mono<ClientRegistration> registration() {
        return found;
    }

    @Override
    public Mono<ClientRegistration> findByRegistrationId(String id) {
        return found;
    }

    private Mono<ClientRegistration> discover() {
        return http.client()
                .get()
                .uri(http.metadata())
                .retrieve()
                .bodyToMono(METADATA)
                .timeout(settings.timeout())
                .map(this::registered)
                .onErrorMap(IdentityAway::because);
    }

    private ClientRegistration registered(Map<String, Object> metadata) {
        String issuer = settings.issuer().toString();
        if (!issuer.equals(metadata.get("issuer"))) {
            // OpenID Connect Discovery 1.0 section 4.3: another one may not speak for it
            throw new IllegalStateException("expected the issuer %s, got %s".formatted(issuer, metadata.get("issuer")));
        }
        ClientRegistration.Builder builder = ClientRegistrations.fromOidcConfiguration(metadata)
                .registrationId("identity")
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .redirectUri(settings.publicAddress().resolve(CALLBACK).toString())
                .scope(OidcScopes.OPENID, OidcScopes.PROFILE, OidcScopes.EMAIL)
                .tokenUri(http.reachable(String.valueOf(metadata.get("token_endpoint"))))
                .jwkSetUri(http.reachable(String.valueOf(metadata.get("jwks_uri"))));
        return builder.build();
    }
}
