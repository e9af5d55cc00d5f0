package org.shuqiao.web;

import io.r2dbc.spi.R2dbcException;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcTransientException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/** The errors by which PostgreSQL being down, shutting down, out of connections or in a deadlock shows. */
final class PostgresOutage implements ProblemSource {
    private static final Duration DELAY = Duration.ofSeconds(2);

    @Override
    public Optional<Problem> problemOf(Throwable error) {
        Throwable cause = error;
        for (int depth = 0; cause != null && depth < 20; depth++, cause = cause.getCause()) {
            if (isOutage(cause)) {
                return Optional.of(ProblemHandler.unavailable(DELAY));
            }
        }
        return Optional.empty();
    }

    private static boolean isOutage(Throwable error) {
        return switch (error) {
            case R2dbcNonTransientResourceException e -> true;
            case R2dbcTransientException e -> true;
            case DataAccessResourceFailureException e -> true;
            case TransientDataAccessException e -> true;
            case CannotCreateTransactionException e -> true;
            case R2dbcException e -> ofServer(e.getSqlState());
            default -> false;
        };
    }

    /** Classes 08 connection, 53 resources, 57P operator's shutdown, 58 system (PostgreSQL manual, appendix A). */
    private static boolean ofServer(@Nullable String state) {
        return state != null
                && (state.startsWith("08")
                        || state.startsWith("53")
                        || state.startsWith("57P")
                        || state.startsWith("58"));
    }
}
