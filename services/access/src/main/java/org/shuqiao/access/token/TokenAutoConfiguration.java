package org.shuqiao.access.token;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWKSecurityContext;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.InstantSource;
import java.util.List;
import org.shuqiao.access.AccessSettings;
import org.shuqiao.web.FieldError;
import org.shuqiao.web.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/**
 * Makes a service a resource server by {@code spring.security.oauth2.resourceserver.jwt.issuer-uri} and {@code .audiences}
 * alone. Without an issuer it does not start, unless it is told to let everybody in.
 */
@AutoConfiguration(
        beforeName = {
            "org.springframework.boot.security.oauth2.server.resource.autoconfigure.reactive.ReactiveOAuth2ResourceServerAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.web.reactive.ReactiveWebSecurityAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.ReactiveUserDetailsServiceAutoConfiguration"
        })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
@EnableConfigurationProperties(AccessSettings.class)
@EnableWebFluxSecurity
class TokenAutoConfiguration {
    private static final Logger log = LoggerFactory.getLogger(TokenAutoConfiguration.class);
    private static final String ISSUER = "spring.security.oauth2.resourceserver.jwt.issuer-uri";

    private final String issuer;
    private final boolean open;

    TokenAutoConfiguration(
            AccessSettings settings,
            @Value("${" + ISSUER + ":}") String issuer,
            @Value("${server.address:}") String address) {
        this.issuer = issuer;
        this.open = settings.open();
        if (open && !issuer.isEmpty()) {
            throw new IllegalStateException("expected one of " + ISSUER + " and shuqiao.access.open=true, got both");
        }
        if (!open && issuer.isEmpty()) {
            throw new IllegalStateException(
                    "expected " + ISSUER + ", by whose tokens callers are known, or, for a trial on"
                            + " this machine where everybody may everything, shuqiao.access.open=true; got neither");
        }
        if (open && !isLoopback(address)) {
            throw new IllegalStateException(
                    "expected server.address to be the loopback with shuqiao.access.open=true, got "
                            + (address.isEmpty() ? "every address" : address));
        }
        if (open) {
            log.warn("NOTHING IS CHECKED: shuqiao.access.open lets everybody who reaches {} do everything", address);
        }
    }

    private static boolean isLoopback(String address) {
        try {
            return !address.isEmpty() && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    @Bean
    ReactiveJwtDecoder accessTokens(
            @Value("${spring.security.oauth2.resourceserver.jwt.audiences:shuqiao}") List<String> audiences) {
        // a client of its own: what a service gives its others, such as tracing, is not the issuer's business
        IssuerKeys keys = new IssuerKeys(issuer, WebClient.create(), InstantSource.system());
        NimbusReactiveJwtDecoder decoder = NimbusReactiveJwtDecoder.withJwkSource(keys::of)
                .jwsAlgorithm(SignatureAlgorithm.RS256)
                .jwtProcessorCustomizer(processor -> processor.setJWSTypeVerifier(types()))
                .build();
        decoder.setJwtValidator(TokenRules.of(issuer, audiences));
        return decoder;
    }

    /** {@code at+jwt} by RFC 9068; Keycloak and others write {@code JWT}. ID tokens are for another audience. */
    private static DefaultJOSEObjectTypeVerifier<JWKSecurityContext> types() {
        return new DefaultJOSEObjectTypeVerifier<>(
                new JOSEObjectType("at+jwt"), new JOSEObjectType("application/at+jwt"), JOSEObjectType.JWT, null);
    }

    /** Says who asks. What it may is the policy's to say, later in the chain. */
    @Bean
    @Order(0)
    SecurityWebFilterChain tokens(ServerHttpSecurity http) {
        http.csrf(ServerHttpSecurity.CsrfSpec::disable)
                .cors(ServerHttpSecurity.CorsSpec::disable)
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
                // the gateway sets them
                .headers(ServerHttpSecurity.HeaderSpec::disable)
                .authorizeExchange(exchanges -> exchanges.anyExchange().permitAll());
        if (!open) {
            http.oauth2ResourceServer(
                    server -> server.authenticationEntryPoint((exchange, refusal) -> NotAuthenticated.because(refusal))
                            .jwt(jwt -> {}));
        }
        return http.build();
    }

    /** Addresses, methods and headers that Spring Security lets nobody have, such as an encoded slash. */
    @Bean
    ServerExchangeRejectedHandler refusedRequests() {
        return (_, _) -> Mono.error(() -> new Problem(
                HttpStatus.BAD_REQUEST,
                "invalid-value",
                "The address, the method or a header of the request is none that is taken here.",
                List.of(new FieldError(
                        "request", "a usual method and no encoded slashes, dots or control characters", null))));
    }

    @Bean
    IssuerOutage issuerOutage() {
        return new IssuerOutage();
    }
}
