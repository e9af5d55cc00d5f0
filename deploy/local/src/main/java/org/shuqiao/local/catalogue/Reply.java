package org.shuqiao.local.catalogue;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * What the system answered.
 *
 * @param body the JSON of the answer; missing where it was none
 */
record Reply(int status, JsonNode body, HttpHeaders headers) {

    static Reply of(HttpResponse<String> response) {
        return new Reply(response.statusCode(), json(response.body()), response.headers());
    }

    private static JsonNode json(String text) {
        try {
            return text.isBlank() ? MissingNode.getInstance() : JsonLines.JSON.readTree(text);
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }

    boolean ok() {
        return status >= 200 && status < 300;
    }

    /** Whether the same request may succeed later: an outage, or too many requests (RFC 6585 section 4). */
    boolean passing() {
        return status >= 500 || status == 429 || status == 408;
    }

    /** {@code Retry-After} where it gives seconds (RFC 9110 section 10.2.3), else zero. */
    Duration retryAfter() {
        return headers.firstValue("Retry-After")
                .filter(value -> value.matches("\\d{1,6}"))
                .map(Integer::parseInt)
                .map(Duration::ofSeconds)
                .orElse(Duration.ZERO);
    }

    /** The problem (RFC 9457) in one line: title, detail and the fields in question. */
    String problem() {
        return status + " " + Problems.line(body);
    }

    /** How a problem or a refused line reads. */
    static final class Problems {

        private Problems() {}

        static String line(JsonNode problem) {
            String title = JsonLines.string(problem, "title");
            String detail = JsonLines.string(problem, "detail");
            String fields = problem.has("field")
                    ? field(problem)
                    : problem.path("errors").valueStream().map(Problems::field).collect(Collectors.joining("; "));
            String line = title.isEmpty() || detail.isEmpty() ? title + detail : title + ": " + detail;
            if (!fields.isEmpty()) {
                line = line.isEmpty() ? fields : line + " (" + fields + ")";
            }
            return line.isEmpty() ? "without a reason" : line;
        }

        private static String field(JsonNode error) {
            String received = error.path("received").isMissingNode()
                            || error.path("received").isNull()
                    ? ""
                    : ", got " + Shaping.atMost(80, error.path("received").asString(""));
            return JsonLines.string(error, "field") + ": expected " + JsonLines.string(error, "expected") + received;
        }
    }
}
