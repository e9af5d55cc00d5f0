package org.shuqiao.web;

import java.io.Serial;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * A request that cannot be answered as asked, as RFC 9457 describes it: thrown by whoever notices, written by {@link
 * ProblemHandler} as {@code application/problem+json} with type {@code urn:shuqiao:problem:<slug>}. The slug is stable;
 * title and detail are in the caller's language where a message {@code <slug>.title} and {@code <slug>.detail} exists,
 * else in English. Immutable; the methods return changed copies.
 */
public final class Problem extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private final HttpStatus status;
    private final String slug;
    private final String detail;
    private final transient List<Object> arguments;
    private final transient List<FieldError> errors;
    private final transient Map<String, Object> members;
    private final transient Map<String, String> headers;

    public Problem(HttpStatus status, String slug, String detail) {
        this(status, slug, detail, List.of());
    }

    /** A problem that names the fields it is about. {@code detail} is one English sentence for a person. */
    public Problem(HttpStatus status, String slug, String detail, List<FieldError> errors) {
        this(status, slug, detail, List.of(), List.copyOf(errors), Map.of(), Map.of());
    }

    private Problem(
            HttpStatus status,
            String slug,
            String detail,
            List<Object> arguments,
            List<FieldError> errors,
            Map<String, Object> members,
            Map<String, String> headers) {
        super(status.value() + " " + slug + ": " + detail + (errors.isEmpty() ? "" : " " + errors), null, false, false);
        if (!SLUG.matcher(slug).matches()) {
            throw new IllegalArgumentException("a slug in lower case with hyphens, not " + slug);
        }
        this.status = status;
        this.slug = slug;
        this.detail = detail;
        this.arguments = arguments;
        this.errors = errors;
        this.members = members;
        this.headers = headers;
    }

    /** With an extension member (RFC 9457, 3.2). */
    public Problem with(String member, Object value) {
        return new Problem(status, slug, detail, arguments, errors, plus(members, member, value), headers);
    }

    /** With what fills {@code {0}}, {@code {1}} … of a translated detail. */
    public Problem arguments(Object... values) {
        return new Problem(status, slug, detail, List.of(values), errors, members, headers);
    }

    public Problem header(String name, String value) {
        return new Problem(status, slug, detail, arguments, errors, members, plus(headers, name, value));
    }

    /** With a {@code Retry-After} of whole seconds, at least 1. */
    public Problem retryAfter(Duration delay) {
        return header(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, delay.toSeconds())));
    }

    public Problem error(FieldError error) {
        List<FieldError> more = new ArrayList<>(errors);
        more.add(error);
        return new Problem(status, slug, detail, arguments, List.copyOf(more), members, headers);
    }

    public HttpStatus status() {
        return status;
    }

    public String slug() {
        return slug;
    }

    public String type() {
        return "urn:shuqiao:problem:" + slug;
    }

    public String detail() {
        return detail;
    }

    public List<FieldError> errors() {
        return errors;
    }

    public Map<String, Object> members() {
        return members;
    }

    public Map<String, String> headers() {
        return headers;
    }

    List<Object> arguments() {
        return arguments;
    }

    private static <V> Map<String, V> plus(Map<String, V> map, String key, V value) {
        Map<String, V> more = new LinkedHashMap<>(map);
        more.put(key, value);
        return Collections.unmodifiableMap(more);
    }
}
