package org.shuqiao.access.token;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The keys an issuer signs with, found by OpenID Connect Discovery when the first token comes. Tokens that name keys nobody
 * has make it ask at most once in {@link #PAUSE}; what is known is asked for again after {@link #FRESH} and, while the issuer
 * is away, good for {@link #KEPT}.
 */
final class IssuerKeys {
    static final Duration PAUSE = Duration.ofSeconds(2);
    static final Duration FRESH = Duration.ofMinutes(5);
    static final Duration KEPT = Duration.ofHours(1);

    private static final Duration TIMEOUT = Duration.ofSeconds(3);
    private static final ParameterizedTypeReference<Map<String, Object>> DOCUMENT =
            new ParameterizedTypeReference<>() {};

    private final String issuer;
    private final WebClient http;
    private final InstantSource clock;
    private final AtomicReference<@Nullable Known> known = new AtomicReference<>();
    private final AtomicReference<Instant> failed = new AtomicReference<>(Instant.MIN);
    /** One question for all who ask meanwhile. */
    private final Mono<Known> asking;

    private record Known(List<JWK> keys, Instant at) {}

    IssuerKeys(String issuer, WebClient http, InstantSource clock) {
        this.issuer = issuer;
        this.http = http;
        this.clock = clock;
        this.asking = Mono.defer(this::ask).cacheInvalidateIf(_ -> true);
    }

    /** The keys a token may be signed with; none when the issuer has none of that name. Signals {@link IssuerAway}. */
    Flux<JWK> of(SignedJWT token) {
        if (!JWSAlgorithm.RS256.equals(token.getHeader().getAlgorithm())) {
            return Flux.empty();
        }
        JWKSelector selector = new JWKSelector(JWKMatcher.forJWSHeader(token.getHeader()));
        return Flux.defer(() -> {
            Known now = known.get();
            if (now == null) {
                return asked(selector);
            }
            Duration age = Duration.between(now.at(), clock.instant());
            List<JWK> matching = select(selector, now);
            if (matching.isEmpty()) {
                return age.compareTo(PAUSE) < 0 ? Flux.empty() : asked(selector);
            }
            if (age.compareTo(FRESH) < 0) {
                return Flux.fromIterable(matching);
            }
            Flux<JWK> again = asked(selector);
            return age.compareTo(KEPT) < 0
                    ? again.onErrorResume(IssuerAway.class, _ -> Flux.fromIterable(matching))
                    : again;
        });
    }

    private Flux<JWK> asked(JWKSelector selector) {
        if (Duration.between(failed.get(), clock.instant()).compareTo(PAUSE) < 0) {
            return Flux.error(new IssuerAway("the issuer did not answer a moment ago", null));
        }
        return asking.flatMapIterable(now -> select(selector, now));
    }

    private static List<JWK> select(JWKSelector selector, Known from) {
        return selector.select(new JWKSet(from.keys()));
    }

    private Mono<Known> ask() {
        return document(issuer + "/.well-known/openid-configuration")
                .map(this::address)
                .flatMap(address -> http.get().uri(address).retrieve().bodyToMono(String.class))
                .map(this::read)
                .timeout(TIMEOUT)
                .doOnNext(known::set)
                .onErrorMap(e -> new IssuerAway("no keys of the issuer " + issuer, e))
                .doOnError(_ -> failed.set(clock.instant()));
    }

    private Mono<Map<String, Object>> document(String address) {
        return http.get().uri(address).retrieve().bodyToMono(DOCUMENT);
    }

    private String address(Map<String, Object> configuration) {
        if (issuer.equals(configuration.get("issuer")) && configuration.get("jwks_uri") instanceof String address) {
            return address;
        }
        throw new IllegalStateException("the document at the issuer's address is another's, or names no keys");
    }

    private Known read(String keys) {
        try {
            return new Known(JWKSet.parse(keys).getKeys(), clock.instant());
        } catch (ParseException e) {
            throw new IllegalStateException("keys that cannot be read", e);
        }
    }
}
