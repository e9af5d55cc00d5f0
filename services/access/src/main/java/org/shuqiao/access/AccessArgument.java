package org.shuqiao.access;

import org.shuqiao.access.policy.PolicyGate;
import org.springframework.core.MethodParameter;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Hands a method that answers requests its {@link Access}, or its {@link Caller} alone. */
final class AccessArgument implements HandlerMethodArgumentResolver {
    private final Callers callers;

    AccessArgument(Callers callers) {
        this.callers = callers;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Access.class || parameter.getParameterType() == Caller.class;
    }

    @Override
    public Mono<Object> resolveArgument(MethodParameter parameter, BindingContext context, ServerWebExchange exchange) {
        Mono<Caller> caller = callers.of(exchange);
        return parameter.getParameterType() == Caller.class
                ? caller.cast(Object.class)
                : caller.map(who -> new Access(who, PolicyGate.ruleOf(exchange).reach(who)));
    }
}
