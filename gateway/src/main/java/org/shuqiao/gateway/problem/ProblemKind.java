package org.shuqiao.gateway.problem;

import java.util.Locale;

/** Everything the gateway itself refuses or fails with. The slug is stable; texts are in {@code problem/messages}. */
public enum ProblemKind {
    MALFORMED_REQUEST(400),
    BODY_NOT_ALLOWED(400),
    INVALID_PARAMETER(400),
    /** The way back from the identity service does not fit the way there, or ended in a refusal. */
    SIGN_IN_FAILED(400),
    INVALID_TOKEN(401),
    SESSION_ENDED(401),
    ORIGIN_NOT_ALLOWED(403),
    /** A request of a session that changes something, without proof that a page of ours made it. */
    FORGED_REQUEST(403),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    REQUEST_TOO_SLOW(408),
    CONTENT_TOO_LARGE(413),
    URI_TOO_LONG(414),
    TOO_MANY_REQUESTS(429),
    HEADERS_TOO_LARGE(431),
    INTERNAL_ERROR(500),
    /** Redis cannot say whose session it is. */
    SESSIONS_UNAVAILABLE(503),
    /** Ended here, while the identity service could not be told. */
    SIGN_OUT_INCOMPLETE(503),
    /** The service broke off; whether a write took effect is unknown. */
    SERVICE_BROKE_OFF(502),
    /** The service cannot be reached, or has failed so often that it is left alone for a while. */
    SERVICE_UNAVAILABLE(503),
    SERVICE_TOO_SLOW(504);

    private final int status;

    ProblemKind(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }

    /** The last part of {@code urn:shuqiao:problem:<slug>}, lower case with hyphens. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether the service is to blame and not the client; only these open a circuit breaker. */
    public boolean blamesService() {
        return this == SERVICE_BROKE_OFF || this == SERVICE_UNAVAILABLE || this == SERVICE_TOO_SLOW;
    }
}
