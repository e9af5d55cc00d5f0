package org.shuqiao.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What came back. */
record Answer(String request, int status, HttpHeaders headers, byte[] bytes) {

    JsonNode json() {
        return JsonMapper.shared().readTree(bytes);
    }

    String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    String etag() {
        return header("ETag");
    }

    Answer is(int expected) {
        assertThat(status).as(toString()).isEqualTo(expected);
        return this;
    }

    /** Asserts that it is a problem (RFC 9457) of a status. */
    Answer isProblem(int expected) {
        is(expected);
        assertThat(header("Content-Type")).as(toString()).startsWith("application/problem+json");
        JsonNode problem = json();
        assertThat(problem.path("type").asString("")).as(toString()).startsWith("urn:shuqiao:problem:");
        assertThat(problem.path("status").asInt()).as(toString()).isEqualTo(expected);
        assertThat(problem.path("title").asString("")).as(toString()).isNotBlank();
        return this;
    }

    /** Asserts that the problem names a field and what was expected there. */
    Answer naming(String field) {
        List<JsonNode> errors = json().path("errors").valueStream().toList();
        assertThat(errors).as(toString()).anySatisfy(error -> {
            assertThat(error.path("field").asString("")).isEqualTo(field);
            assertThat(error.path("expected").asString("")).isNotBlank();
        });
        return this;
    }

    /** Asserts that the problem names a field or something within it. */
    Answer namingWithin(String field) {
        assertThat(json().path("errors").path(0).path("field").asString(""))
                .as(toString())
                .matches(Pattern.quote(field) + "([.\\[].*)?");
        return this;
    }

    /** Asserts that it says in seconds when to come again. */
    Answer sayingWhenToComeAgain() {
        assertThat(header("Retry-After")).as(toString()).matches("[1-9][0-9]*");
        return this;
    }

    @Override
    public String toString() {
        String body = text();
        return request + " -> " + status + " " + (body.length() > 2_000 ? body.substring(0, 2_000) + "…" : body);
    }
}
