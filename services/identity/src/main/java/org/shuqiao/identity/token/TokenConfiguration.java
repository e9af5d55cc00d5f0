package org.shuqiao.identity.token;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Clock;
import org.shuqiao.identity.IdentitySettings;
import org.shuqiao.identity.secret.Sealer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.transaction.support.TransactionTemplate;

/** What the authorization server is made of. */
@Configuration(proxyBeanMethods = false)
class TokenConfiguration {
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

    @Bean
    SessionRegistry sessionRegistry() {
        return new NoSessionRegistry();
    }
}
