package org.shuqiao.gateway.signin;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shuqiao.gateway.GatewaySettings;
import org.shuqiao.gateway.identity.Attempt;
import org.shuqiao.gateway.identity.AuthorizingBrowsers;
import org.shuqiao.gateway.problem.ProblemKind;
import org.shuqiao.gateway.problem.Refused;
import org.shuqiao.gateway.session.RedisSessions;
import org.shuqiao.gateway.session.Seal;
import org.shuqiao.gateway.session.SessionCookies;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Sends a browser to the identity service and takes it back. What has to fit in between lies sealed in a cookie: so the
 * way there costs nothing here, and only the browser that went it can come back.
 */
@Component
class SigningIn {

    private static final String PLACE = "sign-in";
    /** The languages of the identity service's pages. */
    private static final Set<String> LANGUAGES = Set.of("zh", "en", "ru", "ar", "fr", "es");

    private record Begun(Attempt attempt, String target, Instant until) {}

    private final AuthorizingBrowsers browsers;
    private final SessionCookies cookies;
    private final RedisSessions sessions;
    private final Seal seal;
    private final Duration patience;
    private final Clock clock = Clock.systemUTC();

    SigningIn(
            AuthorizingBrowsers browsers,
            SessionCookies cookies,
            RedisSessions sessions,
            Seal seal,
            GatewaySettings settings) {
        this.browsers = browsers;
        this.cookies = cookies;
        this.sessions = sessions;
        this.seal = seal;
        this.patience = settings.sessions().attempt();
    }

    Mono<ServerResponse> begin(ServerRequest request) {
        MultiValueMap<String, String> query = request.queryParams();
        Optional<ReturnTarget> target =
                many(query.get("return")) ? Optional.empty() : ReturnTarget.parse(query.getFirst("return"));
        if (target.isEmpty()) {
            return Mono.error(Refused.with(ProblemKind.INVALID_PARAMETER, "return", ReturnTarget.EXPECTED));
        }
        return browsers.begin(request.exchange(), language(query)).flatMap(begun -> {
            Begun kept = new Begun(
                    begun.attempt(), target.get().value(), clock.instant().plus(patience));
            cookies.giveSignIn(request.exchange(), seal.seal(kept, PLACE), patience);
            return to(begun.address());
        });
    }

    Mono<ServerResponse> finish(ServerRequest request) {
        ServerWebExchange exchange = request.exchange();
        MultiValueMap<String, String> query = request.queryParams();
        String state = query.getFirst("state");
        String code = query.getFirst("code");
        Optional<Begun> begun = cookies.signIn(exchange.getRequest())
                .flatMap(value -> seal.open(value, PLACE, Begun.class))
                .filter(kept -> clock.instant().isBefore(kept.until()))
                .filter(kept -> kept.attempt().state().equals(state));
        if (begun.isEmpty()) {
            return Mono.error(Refused.with(ProblemKind.SIGN_IN_FAILED));
        }
        cookies.takeSignIn(exchange);
        if (state == null || code == null || query.containsKey("error")) {
            return Mono.error(Refused.with(ProblemKind.SIGN_IN_FAILED));
        }
        return browsers.finish(begun.get().attempt(), state, code)
                .flatMap(person -> leaveFormer(exchange).then(sessions.begin(person)))
                .flatMap(session -> {
                    cookies.giveSession(exchange, session.id());
                    return to(URI.create(begun.get().target()));
                });
    }

    /** Whoever was signed in at this browser is so no more. */
    private Mono<Void> leaveFormer(ServerWebExchange exchange) {
        return Mono.justOrEmpty(cookies.session(exchange.getRequest())).flatMap(sessions::end);
    }

    private static @Nullable String language(MultiValueMap<String, String> query) {
        String wanted = Optional.ofNullable(query.getFirst("lang")).orElse(query.getFirst("ui_locales"));
        return wanted != null && LANGUAGES.contains(wanted) ? wanted : null;
    }

    private static boolean many(@Nullable List<String> values) {
        return values != null && values.size() > 1;
    }

    private static Mono<ServerResponse> to(URI address) {
        return ServerResponse.status(HttpStatus.SEE_OTHER).location(address).build();
    }
}
