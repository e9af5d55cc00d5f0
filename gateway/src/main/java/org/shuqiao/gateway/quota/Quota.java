package org.shuqiao.gateway.quota;

import java.time.Duration;

/**
 * A token bucket: {@code permits} at once at most, growing back evenly over {@code window}.
 *
 * @param policy its name on the wire, for example {@code reads}
 * @param permits at least 1
 * @param window longer than nothing
 */
record Quota(String policy, long permits, Duration window) {

    /** The RateLimit-Policy field, draft-ietf-httpapi-ratelimit-headers-11 section 3. */
    String policyField() {
        return "\"%s\";q=%d;w=%d".formatted(policy, permits, Math.max(1, window.toSeconds()));
    }

    /**
     * The RateLimit field, section 4 of the same draft.
     *
     * @param wait until the quota is whole again or, where nothing remains, until the next permit
     */
    String field(long remaining, Duration wait) {
        return "\"%s\";r=%d;t=%d".formatted(policy, remaining, seconds(wait));
    }

    /** Whole seconds, rounded up: who waits for them waits long enough. */
    static long seconds(Duration wait) {
        return wait.plusMillis(999).toSeconds();
    }
}
