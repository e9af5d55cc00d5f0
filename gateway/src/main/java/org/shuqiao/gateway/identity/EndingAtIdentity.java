package org.shuqiao.gateway.identity;

import java.time.Duration;
import java.util.Map;
import org.shuqiao.gateway.GatewaySettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.BodyInserters;
import reactor.core.publisher.Mono;

/**
 * Tells the identity service that a session has ended (OpenID Connect RP-Initiated Logout 1.0), from here and not by the
 * browser: the ID token that says which one would stand in an address there.
 */
@Component
public class EndingAtIdentity {

    private static final Logger log = LoggerFactory.getLogger(EndingAtIdentity.class);

    private final DiscoveringIdentity identity;
    private final IdentityHttp http;
    private final Duration timeout;

    EndingAtIdentity(DiscoveringIdentity identity, IdentityHttp http, GatewaySettings settings) {
        this.identity = identity;
        this.http = http;
        this.timeout = settings.identity().timeout();
    }

    /** Whether it has ended there too; never an error. */
    public Mono<Boolean> end(Tokens tokens) {
        return identity.registration()
                .flatMap(registration -> tell(registration, tokens))
                .timeout(timeout)
                .map(EndingAtIdentity::isToldBy)
                .onErrorResume(failure -> {
                    log.warn("The identity service could not be told of a sign-out: {}", failure.getClass());
                    return Mono.just(false);
                })
                .defaultIfEmpty(false);
    }

    /** A refusal says that it knows of no such session, which has ended there before. */
    private static boolean isToldBy(HttpStatusCode status) {
        if (status.isError()) {
            log.warn("The identity service answered {} to a sign-out", status.value());
        }
        return !status.is5xxServerError();
    }

    private Mono<HttpStatusCode> tell(ClientRegistration registration, Tokens tokens) {
        Map<String, Object> metadata = registration.getProviderDetails().getConfigurationMetadata();
        if (!(metadata.get("end_session_endpoint") instanceof String endpoint)) {
            return Mono.empty();
        }
        return http.client()
                .post()
                .uri(http.reachable(endpoint))
                .body(BodyInserters.fromFormData("id_token_hint", tokens.id())
                        .with("client_id", registration.getClientId()))
                .exchangeToMono(answer -> answer.releaseBody().thenReturn(answer.statusCode()));
    }
}
