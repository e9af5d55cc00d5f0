package org.shuqiao.gateway.identity;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shuqiao.gateway.GatewaySettings;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The public keys of the identity service, kept in this process. A token that names a key which is not among them makes
 * them asked for again, but only so often: otherwise anybody could make this gateway ask at every request. While the
 * service is away the keys there are stay in use.
 */
@Component
class SigningKeys {

    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(1);

    /** @param at {@link System#nanoTime} */
    private record Kept(JWKSet keys, long at) {}

    private final DiscoveringIdentity identity;
    private final IdentityHttp http;
    private final Duration timeout;
    private final long keepNanos;
    private final Mono<Kept> asking;
    private volatile @Nullable Kept kept;

    SigningKeys(DiscoveringIdentity identity, IdentityHttp http, GatewaySettings settings) {
        this.identity = identity;
        this.http = http;
        this.timeout = settings.identity().timeout();
        this.keepNanos = settings.identity().keepKeys().toNanos();
        this.asking = Mono.defer(this::ask)
                .cache(keys -> settings.identity().newKeys(), failure -> AFTER_A_FAILURE, () -> AFTER_A_FAILURE);
    }

    /** Those that may have signed a token, none if there are none; an error means that no keys could be had. */
    Flux<JWK> of(SignedJWT token) {
        if (!JWSAlgorithm.RS256.equals(token.getHeader().getAlgorithm())) {
            return Flux.empty();
        }
        JWKSelector selector = new JWKSelector(JWKMatcher.forJWSHeader(token.getHeader()));
        Kept known = kept;
        if (known != null && System.nanoTime() - known.at() < keepNanos) {
            List<JWK> fitting = selector.select(known.keys());
            if (!fitting.isEmpty()) {
                return Flux.fromIterable(fitting);
            }
        }
        return asking.onErrorResume(failure -> known == null ? Mono.error(failure) : Mono.just(known))
                .flatMapIterable(now -> selector.select(now.keys()));
    }

    private Mono<Kept> ask() {
        return identity.registration()
                .flatMap(registration -> http.client()
                        .get()
                        .uri(Objects.requireNonNull(
                                registration.getProviderDetails().getJwkSetUri()))
                        .retrieve()
                        .bodyToMono(String.class)
                        .timeout(timeout))
                .map(SigningKeys::parsed)
                .doOnNext(now -> kept = now)
                .onErrorMap(IdentityAway::because);
    }

    private static Kept parsed(String json) {
        try {
            return new Kept(JWKSet.parse(json), System.nanoTime());
        } catch (ParseException malformed) {
            throw new IllegalStateException("no JWK set", malformed);
        }
    }
}
