package org.shuqiao.web;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** The version of a record on the wire: a strong {@code ETag} and the {@code If-Match} of a change (RFC 9110, 13.1.1). */
public final class Versions {
    private static final Pattern ENTITY_TAG = Pattern.compile("(W/)?\"([\\x21\\x23-\\x7e\\x80-\\xff]*)\"");
    private static final Pattern VERSION = Pattern.compile("[1-9][0-9]{0,17}");
    private static final String EXPECTED = "the ETag of the version you read, such as \"3\"";

    private Versions() {}

    /** {@code "3"}, with the quotes. */
    public static String etag(long version) {
        return "\"" + version + "\"";
    }

    /**
     * The version the caller changes. Missing, or {@code *}, which would overwrite what the caller never saw: 428; not an
     * entity tag: 400; an entity tag that this service never gives: 412.
     */
    public static long required(ServerHttpRequest request) {
        List<String> values = request.getHeaders().getOrEmpty(HttpHeaders.IF_MATCH);
        if (values.isEmpty() || values.getFirst().strip().equals("*")) {
            throw new Problem(
                    HttpStatus.PRECONDITION_REQUIRED,
                    "version-required",
                    "A change names the version it is made to, in the header If-Match.",
                    List.of(new FieldError(HttpHeaders.IF_MATCH, EXPECTED, values.isEmpty() ? null : "*")));
        }
        String value = values.getFirst().strip();
        FieldError error = new FieldError(HttpHeaders.IF_MATCH, EXPECTED, String.join(", ", values));
        Matcher tag = ENTITY_TAG.matcher(value);
        if (values.size() > 1 || !tag.matches()) {
            throw new Problem(
                    HttpStatus.BAD_REQUEST,
                    "version-malformed",
                    "The header If-Match is not one entity tag.",
                    List.of(error));
        }
        if (tag.group(1) != null || !VERSION.matcher(tag.group(2)).matches()) {
            throw stale(error);
        }
        return Long.parseLong(tag.group(2));
    }

    /** The refusal of a change made to {@code expected} while the record is at {@code current}; carries both. */
    public static Problem stale(long expected, long current) {
        return stale(new FieldError(HttpHeaders.IF_MATCH, "\"" + current + "\"", "\"" + expected + "\""))
                .with("version", current)
                .header(HttpHeaders.ETAG, etag(current));
    }

    private static Problem stale(FieldError error) {
        return new Problem(
                HttpStatus.PRECONDITION_FAILED,
                "stale-version",
                "The record has changed since you read it. Read it again and repeat your change.",
                List.of(error));
    }
}
