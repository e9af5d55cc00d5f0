package org.shuqiao.access.policy;

import org.shuqiao.access.Caller;
import org.shuqiao.access.Callers;
import org.shuqiao.access.token.NotAuthenticated;
import org.shuqiao.web.Problem;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.result.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import reactor.core.publisher.Mono;

/**
 * Lets a request through to its endpoint when there is an object its caller could reach by the rule; whether it is this
 * object, the query says. What has no rule is not there; a service with an endpoint that has none does not start.
 */
public final class PolicyGate implements WebFilter, Ordered, SmartInitializingSingleton {
    /** After Spring Security's filters (-100). */
    private static final int AFTER_TOKENS = -90;

    private static final String ENTRY = Entry.class.getName();

    private record Entry(Rule rule, PathPattern path) {}

    private final Endpoints endpoints;
    private final Callers callers;
    private final ObjectProvider<RequestMappingInfoHandlerMapping> mappings;

    PolicyGate(Policy policy, Callers callers, ObjectProvider<RequestMappingInfoHandlerMapping> mappings) {
        this.endpoints = new Endpoints(policy);
        this.callers = callers;
        this.mappings = mappings;
    }

    /**
     * The rule a request that was let through is under. Signals 404 when Spring chose another endpoint than the gate, which it
     * does where the better one does not read or write the media type.
     */
    public static Rule ruleOf(ServerWebExchange exchange) {
        if (!(exchange.getAttributes().get(ENTRY) instanceof Entry entry)) {
            throw new IllegalStateException("the request did not come through the gate");
        }
        if (!entry.path().equals(exchange.getAttributes().get(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE))) {
            throw nothing();
        }
        return entry.rule();
    }

    static void enter(ServerWebExchange exchange, Rule rule, PathPattern path) {
        exchange.getAttributes().put(ENTRY, new Entry(rule, path));
    }

    private static Problem nothing() {
        return new Problem(HttpStatus.NOT_FOUND, "not-found", "There is nothing at this address.");
    }

    @Override
    public int getOrder() {
        return AFTER_TOKENS;
    }

    @Override
    public void afterSingletonsInstantiated() {
        var unruled = endpoints.unruled(mappings.stream().toList());
        if (!unruled.isEmpty()) {
            throw new IllegalStateException("endpoints without a rule in policy.txt: " + String.join(", ", unruled));
        }
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        return switch (endpoints.find(request.getMethod(), request.getPath().pathWithinApplication())) {
            case Endpoints.Found.Ruled(Rule rule, PathPattern path) -> {
                enter(exchange, rule, path);
                yield filter(exchange, chain, rule);
            }
            // answered by Spring, which reaches no endpoint
            case Endpoints.Found.OtherMethod _ -> chain.filter(exchange);
            case Endpoints.Found.Nothing _ -> Mono.error(PolicyGate::nothing);
        };
    }

    private Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain, Rule rule) {
        if (rule.isForAll()) {
            return chain.filter(exchange);
        }
        return callers.of(exchange).flatMap(caller -> {
            if (!rule.reach(caller).isNothing()) {
                return chain.filter(exchange);
            }
            return Mono.error(() -> caller instanceof Caller.Guest ? NotAuthenticated.problem() : notAllowed());
        });
    }

    /** The refusal of who is known and has no right to what it asks. */
    public static Problem notAllowed() {
        return new Problem(HttpStatus.FORBIDDEN, "not-allowed", "You have no right to this.");
    }
}
