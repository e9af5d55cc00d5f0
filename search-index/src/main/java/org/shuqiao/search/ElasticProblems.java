package org.shuqiao.search;

import java.time.Duration;
import java.util.Optional;
import org.shuqiao.messaging.Outage;
import org.shuqiao.web.Problem;
import org.shuqiao.web.ProblemSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Elasticsearch being down, as the caller hears of it: 503 and when to come again. */
@Component
class ElasticProblems implements ProblemSource {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    @Override
    public Optional<Problem> problemOf(Throwable error) {
        return Outage.isOutage(error)
                ? Optional.of(new Problem(
                                HttpStatus.SERVICE_UNAVAILABLE, "search-unavailable", "Search is not available now.")
                        .retryAfter(RETRY_AFTER))
                : Optional.empty();
    }
}
