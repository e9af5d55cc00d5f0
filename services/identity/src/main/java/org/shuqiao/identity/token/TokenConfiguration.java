package org.shuqiao.identity.token;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Clock;
import java.util.Objects;
import org.shuqiao.identity.IdentitySettings;
import org.shuqiao.identity.secret.Sealer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.transaction.support.TransactionTemplate;

/** What the authorization server is made of. */
@Configuration(proxyBeanMethods = false)
class TokenConfiguration {
    private static final OAuth2TokenValidator<Jwt> CLIENT_NAMED =
            new JwtClaimValidator<String>("client_id", Objects::nonNull);

    @Bean
    AuthorizationServerSettings authorizationServerSettings(IdentitySettings settings) {
        return AuthorizationServerSettings.builder()
                .issuer(settings.issuer().toString())
                .build();
    }

    @Bean
    ConfiguredClients configuredClients(IdentitySettings settings) {
        return new ConfiguredClients(settings);
    }

    /** For the secrets of clients; the framework asks for it by this type. */
    @Bean
    PasswordEncoder clientSecrets() {
        return new ClientSecrets();
    }

    @Bean
    PostgresAuthorizations postgresAuthorizations(
            JdbcOperations jdbc, ConfiguredClients clients, TransactionTemplate transaction, Clock clock) {
        return new PostgresAuthorizations(jdbc, clients, transaction, clock);
    }

    @Bean
    PostgresSigningKeys postgresSigningKeys(
            JdbcClient database,
            TransactionTemplate transaction,
            Sealer sealer,
            IdentitySettings settings,
            Clock clock) {
        return new PostgresSigningKeys(database, transaction, sealer, settings, clock);
    }

    @Bean
    SigningKeys signingKeys(PostgresSigningKeys stored, IdentitySettings settings, Clock clock) {
        return new SigningKeys(stored, settings, clock);
    }

    @Bean
    JwtEncoder jwtEncoder(SigningKeys keys) {
        JWKSource<SecurityContext> signing = keys.signing();
        return new NimbusJwtEncoder(signing);
    }

    /** Of what {@code /userinfo} is called with: access tokens only, so that an ID token opens nothing. */
    @Bean
    JwtDecoder accessTokens(JWKSource<SecurityContext> keys, IdentitySettings settings) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(keys).build();
        decoder.setJwtValidator(JwtValidators.createAtJwtValidator()
                .issuer(settings.issuer().toString())
                .audience(settings.audience())
                .validators(all -> all.put("client_id", CLIENT_NAMED))
                .build());
        return decoder;
    }

    @Bean
    SessionRegistry sessionRegistry() {
        return new NoSessionRegistry();
    }
}
