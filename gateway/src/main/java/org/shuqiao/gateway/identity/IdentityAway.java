package org.shuqiao.gateway.identity;

import java.time.Duration;
import org.shuqiao.gateway.problem.ProblemKind;
import org.shuqiao.gateway.problem.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The identity service cannot be asked: it is away, too slow, or answers what it should not. */
final class IdentityAway {

    private static final Logger log = LoggerFactory.getLogger(IdentityAway.class);
    private static final Duration COME_AGAIN = Duration.ofSeconds(5);

    private IdentityAway() {}

    /** Logged as types only: messages hold addresses with codes in them. */
    static Refused because(Throwable failure) {
        if (failure instanceof Refused refused) {
            return refused;
        }
        Throwable cause = failure.getCause();
        log.warn(
                "The identity service cannot be asked: {}{}",
                failure.getClass().getName(),
                cause == null ? "" : ", " + cause.getClass().getName());
        return Refused.with(ProblemKind.SERVICE_UNAVAILABLE, "identity")
                .retryAfter(COME_AGAIN)
                .causedBy(failure);
    }
}
