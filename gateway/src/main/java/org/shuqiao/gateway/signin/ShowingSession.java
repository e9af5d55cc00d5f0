package org.shuqiao.gateway.signin;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.shuqiao.gateway.GatewaySettings;
import org.shuqiao.gateway.caller.Caller;
import org.shuqiao.gateway.session.Session;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Tells the pages of this origin who is signed in; 204 says that nobody is. */
@Component
class ShowingSession {

    private final Duration idle;

    ShowingSession(GatewaySettings settings) {
        this.idle = settings.sessions().idle();
    }

    /**
     * @param account its id
     * @param email the address it is known by
     * @param locale a language tag (BCP 47)
     * @param ends at the latest
     * @param idleSeconds it ends sooner if it is not used for so long
     * @param csrfToken for the field X-CSRF-TOKEN of requests that change something
     */
    record View(
            String account,
            @Nullable String email,
            @Nullable String locale,
            Instant signedIn,
            Instant ends,
            long idleSeconds,
            String csrfToken) {}

    Mono<ServerResponse> show(ServerRequest request) {
        if (!(Caller.of(request.exchange()) instanceof Caller.SignedIn caller)) {
            return ServerResponse.noContent().build();
        }
        Session session = caller.session();
        return ServerResponse.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(new View(
                        session.account(),
                        session.email(),
                        session.locale(),
                        session.signedIn(),
                        session.ends(),
                        idle.toSeconds(),
                        session.csrf()));
    }
}
