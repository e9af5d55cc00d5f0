package org.shuqiao.messaging;

import org.jspecify.annotations.Nullable;

/** A record on a topic that cannot be read as an event. It will never be readable, whoever tries. */
public final class MalformedEvent extends RuntimeException {
    MalformedEvent(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
