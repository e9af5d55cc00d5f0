package org.shuqiao.access;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.shuqiao.access.token.AccessToken;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Finds out who asks; once per request. */
public final class Callers {
    private static final String KNOWN = Caller.class.getName();

    private final AccessSettings settings;
    private final Memberships memberships;

    Callers(AccessSettings settings, Memberships memberships) {
        this.settings = settings;
        this.memberships = memberships;
    }

    /** Whether a request carries a token that was found good, or needs none. */
    public Mono<Boolean> isGuest(ServerWebExchange exchange) {
        return settings.open()
                ? Mono.just(false)
                : AccessToken.of(exchange).hasElement().map(there -> !there);
    }

    /** Who asks. */
    public Mono<Caller> of(ServerWebExchange exchange) {
        if (settings.open()) {
            return Mono.just(new Caller.Unchecked());
        }
        if (exchange.getAttributes().get(KNOWN) instanceof Caller known) {
            return Mono.just(known);
        }
        return AccessToken.of(exchange)
                .flatMap(this::caller)
                .defaultIfEmpty(new Caller.Guest())
                .doOnNext(caller -> exchange.getAttributes().put(KNOWN, caller));
    }

    private Mono<Caller> caller(AccessToken token) {
        boolean named = settings.operators().contains(token.subject());
        if (token.isOfClient()) {
            return Mono.just(new Caller.Client(token.client(), Set.copyOf(token.scopes()), named));
        }
        UUID account = UUID.fromString(token.subject());
        return memberships
                .of(account)
                .collectList()
                .defaultIfEmpty(List.of())
                .map(all -> new Caller.Account(account, token.client(), all, named));
    }
}
