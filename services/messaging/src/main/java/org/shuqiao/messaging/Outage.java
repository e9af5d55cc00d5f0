package org.shuqiao.messaging;

import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Something a consumer needs is down. The event is not to blame, so it is tried until it succeeds and never
 * dead-lettered.
 */
public final class Outage extends RuntimeException {
    public Outage(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** Whether {@code error} or one of its causes is an outage: declared as one, a timeout, or a failed connection. */
    public static boolean isOutage(Throwable error) {
        Throwable cause = error;
        for (int depth = 0; cause != null && depth < 20; depth++) {
            if (cause instanceof Outage
                    || cause instanceof TimeoutException
                    || cause instanceof IOException
                    || isTransient(cause)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    // Spring's and R2DBC's names for "try again later", by name because not every consumer has a database
    private static boolean isTransient(Throwable cause) {
        for (Class<?> type = cause.getClass(); type != null; type = type.getSuperclass()) {
            String name = type.getName();
            if (name.equals("org.springframework.dao.TransientDataAccessException")
                    || name.equals("org.springframework.dao.DataAccessResourceFailureException")
                    || name.equals("io.r2dbc.spi.R2dbcTransientException")
                    || name.equals("io.r2dbc.spi.R2dbcNonTransientResourceException")) {
                return true;
            }
        }
        return false;
    }
}
