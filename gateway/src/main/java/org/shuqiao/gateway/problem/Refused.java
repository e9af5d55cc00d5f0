package org.shuqiao.gateway.problem;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that is not answered by a service but by a problem. It is thrown where it is found and written in one
 * place, {@link ProblemAnswers}. It has no stack trace: it is an outcome.
 */
public final class Refused extends RuntimeException {

    private final ProblemKind kind;
    private final List<Object> arguments;
    private final Map<String, String> headers;

    private Refused(ProblemKind kind, List<Object> arguments, Map<String, String> headers, @Nullable Throwable cause) {
        super(kind.slug(), cause, false, false);
        this.kind = kind;
        this.arguments = arguments;
        this.headers = headers;
    }

    /** @param arguments what the detail text names, in the order of its placeholders */
    public static Refused with(ProblemKind kind, Object... arguments) {
        return new Refused(kind, List.of(arguments), Map.of(), null);
    }

    public Refused retryAfter(Duration wait) {
        return header(
                "Retry-After", Long.toString(Math.max(1, wait.plusMillis(999).toSeconds())));
    }

    public Refused header(String name, String value) {
        return new Refused(kind, arguments, Map.of(name, value), getCause());
    }

    public Refused causedBy(Throwable cause) {
        return new Refused(kind, arguments, headers, cause);
    }

    public ProblemKind kind() {
        return kind;
    }

    List<Object> arguments() {
        return arguments;
    }

    Map<String, String> headers() {
        return headers;
    }
}
