package org.shuqiao.access.token;

import java.time.Duration;
import java.util.Optional;
import org.shuqiao.web.Problem;
import org.shuqiao.web.ProblemSource;
import org.springframework.http.HttpStatus;

/** The keys of the issuer cannot be had: whoever brings a token comes again later. */
final class IssuerOutage implements ProblemSource {
    private static final Duration DELAY = Duration.ofSeconds(2);

    @Override
    public Optional<Problem> problemOf(Throwable error) {
        Throwable cause = error;
        for (int depth = 0; cause != null && depth < 20; depth++, cause = cause.getCause()) {
            if (cause instanceof IssuerAway) {
                return Optional.of(new Problem(
                                HttpStatus.SERVICE_UNAVAILABLE,
                                "unavailable",
                                "Something this service needs does not answer at the moment. Try again later.")
                        .retryAfter(DELAY));
            }
        }
        return Optional.empty();
    }
}
