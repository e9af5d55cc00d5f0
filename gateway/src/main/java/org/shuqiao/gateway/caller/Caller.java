package org.shuqiao.gateway.caller;

import java.util.Optional;
import org.shuqiao.gateway.problem.Refused;
import org.shuqiao.gateway.session.Session;
import org.shuqiao.gateway.session.SessionId;
import org.springframework.web.server.ServerWebExchange;

/** Who a request comes from, as far as it shows. */
public sealed interface Caller {

    String ATTRIBUTE = Caller.class.getName();

    /** Shows nothing. */
    record Nobody() implements Caller {}

    /** A browser at which somebody is signed in. */
    record SignedIn(SessionId id, Session session) implements Caller {}

    /** A browser whose session has ended. */
    record SignedOut() implements Caller {}

    /** @param subject of a token that came with the request and is valid */
    record Bearer(String subject) implements Caller {}

    /** Shows something that is not valid, or cannot be checked now. */
    record Unknown(Refused refusal) implements Caller {}

    /** The one that {@link IdentifyingCaller} found. */
    static Caller of(ServerWebExchange exchange) {
        return exchange.getAttributeOrDefault(ATTRIBUTE, new Nobody());
    }

    /** The account, or the client that acts for itself, for which requests count. */
    default Optional<String> account() {
        return switch (this) {
            case SignedIn signedIn -> Optional.of(signedIn.session().account());
            case Bearer bearer -> Optional.of(bearer.subject());
            case Nobody _ -> Optional.empty();
            case SignedOut _ -> Optional.empty();
            case Unknown _ -> Optional.empty();
        };
    }
}
