package org.shuqiao.gateway.signin;

import java.net.URI;
import org.shuqiao.gateway.GatewaySettings;
import org.shuqiao.gateway.caller.Caller;
import org.shuqiao.gateway.identity.EndingAtIdentity;
import org.shuqiao.gateway.problem.ProblemKind;
import org.shuqiao.gateway.problem.Refused;
import org.shuqiao.gateway.session.RedisSessions;
import org.shuqiao.gateway.session.Session;
import org.shuqiao.gateway.session.SessionCookies;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Ends the session of a browser, or all of its account, here first and then at the identity service. */
@Component
class SigningOut {

    private static final int AT_ONCE = 4;

    private final SessionCookies cookies;
    private final RedisSessions sessions;
    private final EndingAtIdentity identity;
    private final URI itsSessions;

    SigningOut(SessionCookies cookies, RedisSessions sessions, EndingAtIdentity identity, GatewaySettings settings) {
        this.cookies = cookies;
        this.sessions = sessions;
        this.identity = identity;
        this.itsSessions = settings.identity().issuer().resolve("/sessions");
    }

    Mono<ServerResponse> end(ServerRequest request) {
        String everywhere = request.queryParam("everywhere").orElse("false");
        if (!everywhere.equals("true") && !everywhere.equals("false")) {
            return Mono.error(Refused.with(ProblemKind.INVALID_PARAMETER, "everywhere", "true or false"));
        }
        if (!(Caller.of(request.exchange()) instanceof Caller.SignedIn caller)) {
            return ServerResponse.noContent().build();
        }
        cookies.takeSession(request.exchange());
        Flux<Session> ended = sessions.end(caller.id()).thenMany(Flux.just(caller.session()));
        if (everywhere.equals("true")) {
            ended = ended.concatWith(sessions.endAll(caller.session().account()));
        }
        return ended.flatMap(session -> identity.end(session.tokens()), AT_ONCE)
                .all(told -> told)
                .flatMap(told -> told
                        ? ServerResponse.noContent().build()
                        : Mono.error(Refused.with(ProblemKind.SIGN_OUT_INCOMPLETE, itsSessions)));
    }
}
