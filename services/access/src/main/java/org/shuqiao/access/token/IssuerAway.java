package org.shuqiao.access.token;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The issuer's keys are needed and cannot be had. */
final class IssuerAway extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    IssuerAway(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
