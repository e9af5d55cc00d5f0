package org.shuqiao.search.vector;

import org.jspecify.annotations.Nullable;

/** The model that is configured cannot be used as it is; its message is one line for who configured it. */
final class UnusableModel extends RuntimeException {
    UnusableModel(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
