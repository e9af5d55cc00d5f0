package org.shuqiao.identity.token;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shuqiao.identity.IdentitySettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.OAuth2TokenFormat;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/**
 * The clients that the settings name; there is no other way to become one. Every client has a secret, and whoever signs
 * people in proves by PKCE (RFC 7636) that the code is its own.
 */
public final class ConfiguredClients implements RegisteredClientRepository {
    private static final Logger LOG = LoggerFactory.getLogger(ConfiguredClients.class);
    private static final int SECRET_LEAST = 32;
    private static final Duration CODE_LIFE = Duration.ofMinutes(1);

    private final List<RegisteredClient> clients;

    ConfiguredClients(IdentitySettings settings) {
        this.clients = settings.clients().entrySet().stream()
                .filter(client -> hasSecret(client.getKey(), client.getValue()))
                .map(client -> registered(client.getKey(), client.getValue(), settings.tokens()))
                .toList();
    }

    private static boolean hasSecret(String id, IdentitySettings.Client client) {
        if (client.secret().isBlank()) {
            LOG.warn("Client {} has no secret and is left out", id);
            return false;
        }
        return true;
    }

    private static RegisteredClient registered(
            String id, IdentitySettings.Client client, IdentitySettings.Tokens tokens) {
        if (client.secret().length() < SECRET_LEAST) {
            throw new IllegalStateException(
                    "the secret of client %s has fewer than %d characters".formatted(id, SECRET_LEAST));
        }
        // the same id on every instance and after every start: authorizations refer to it
        UUID stable = UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8));
        RegisteredClient.Builder builder = RegisteredClient.withId(stable.toString())
                .clientId(id)
                .clientName(id)
                .clientSecret(ClientSecrets.hash(client.secret()))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .scopes(scopes -> scopes.addAll(client.scopes()))
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(false)
                        .build())
                .tokenSettings(TokenSettings.builder()
                        .authorizationCodeTimeToLive(CODE_LIFE)
                        .accessTokenTimeToLive(tokens.access())
                        .accessTokenFormat(OAuth2TokenFormat.SELF_CONTAINED)
                        .refreshTokenTimeToLive(tokens.refresh())
                        .reuseRefreshTokens(false)
                        .idTokenSignatureAlgorithm(SignatureAlgorithm.RS256)
                        .build());
        if (client.redirectUris().isEmpty()) {
            return builder.authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                    .build();
        }
        return builder.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .redirectUris(uris -> uris.addAll(client.redirectUris()))
                .postLogoutRedirectUris(uris -> uris.addAll(client.postLogoutRedirectUris()))
                .build();
    }

    /** Where browsers are sent back to, for the policy that says where forms may lead. */
    public Set<String> redirectOrigins() {
        Set<String> origins = new TreeSet<>();
        for (RegisteredClient client : clients) {
            List<String> uris = new ArrayList<>(client.getRedirectUris());
            uris.addAll(client.getPostLogoutRedirectUris());
            for (String uri : uris) {
                URI parsed = URI.create(uri);
                origins.add(parsed.getScheme() + "://" + parsed.getRawAuthority());
            }
        }
        return origins;
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("clients are configured");
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return clients.stream()
                .filter(client -> client.getId().equals(id))
                .findFirst()
                .orElse(null);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        return clients.stream()
                .filter(client -> client.getClientId().equals(clientId))
                .findFirst()
                .orElse(null);
    }
}
