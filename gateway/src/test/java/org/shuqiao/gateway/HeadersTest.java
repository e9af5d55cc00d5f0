package org.shuqiao.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

/** What passes through in either direction, what does not, and what is added. */
class HeadersTest {

    static RunningGateway gateway;

    @BeforeAll
    static void start() {
        // The test is the proxy that terminates TLS.
        gateway = RunningGateway.start(
                "shuqiao.gateway.trusted-proxies=127.0.0.1", "shuqiao.gateway.allowed-origins=https://shuqiao.example");
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @BeforeEach
    void forget() {
        gateway.forget();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api/offers",
                "/api/unknown",
                "/api//offers",
                "/openapi.json",
                "/actuator/health",
                "/nothing"
            })
    void protectsEveryAnswer(String path) {
        HttpResponse<String> answer = gateway.get(path);

        assertThat(value(answer, "Content-Security-Policy")).isEqualTo("default-src 'none'; frame-ancestors 'none'");
        assertThat(value(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(value(answer, "Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(value(answer, "Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
        assertThat(value(answer, "Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(value(answer, "Cross-Origin-Embedder-Policy")).isEqualTo("require-corp");
        assertThat(value(answer, "Permissions-Policy")).contains("camera=()");
        assertThat(value(answer, "Cache-Control")).contains("no-store");
        assertThat(value(answer, "X-Request-Id")).matches("[0-9a-f]{32}");
        assertThat(answer.headers().firstValue("Strict-Transport-Security")).isEmpty();
        assertThat(answer.headers().firstValue("Server")).isEmpty();
    }

    @Test
    void asksForHttpsOnlyWhereItWasUsed() {
        assertThat(value(gateway.get("/api/offers", "X-Forwarded-Proto", "https"), "Strict-Transport-Security"))
                .isEqualTo("max-age=31536000; includeSubDomains");
    }

    @Test
    void hidesWhatAServiceSaysAboutItselfAndOverridesWhatItSaysAboutSecurity() {
        gateway.search.answers((request, response) -> response.header("Server", "netty/4.2")
                .header("X-Powered-By", "java")
                .header("X-Shuqiao-Instance", "search-1")
                .header("Content-Security-Policy", "default-src *")
                .header("Access-Control-Allow-Origin", "*")
                .header("RateLimit", "\"own\";r=1")
                .header("Strict-Transport-Security", "max-age=1")
                .header("ETag", "\"7\"")
                .header("Cache-Control", "private, max-age=5")
                .header("Content-Language", "zh")
                .sendString(Mono.just("x"))
                .then());

        HttpResponse<String> answer = gateway.get("/api/offers");

        for (String hidden : List.of(
                "Server",
                "X-Powered-By",
                "X-Shuqiao-Instance",
                "Access-Control-Allow-Origin",
                "Strict-Transport-Security")) {
            assertThat(answer.headers().allValues(hidden)).as(hidden).isEmpty();
        }
        assertThat(answer.headers().allValues("Content-Security-Policy"))
                .containsExactly("default-src 'none'; frame-ancestors 'none'");
        assertThat(value(answer, "RateLimit")).startsWith("\"reads\"");
        assertThat(value(answer, "ETag")).isEqualTo("\"7\"");
        assertThat(value(answer, "Content-Language")).isEqualTo("zh");
        assertThat(answer.headers().allValues("Cache-Control")).containsExactly("private, max-age=5");
    }

    @Test
    void tellsAServiceOnlyWhatAClientMaySay() {
        gateway.raw("GET /api/offers HTTP/1.1\r\nHost: evil.example\r\nConnection: close, X-Per-Hop\r\n"
                + "X-Per-Hop: 1\r\nForwarded: for=1.2.3.4\r\nX-Forwarded-For: 1.2.3.4\r\nX-Forwarded-Prefix: /x\r\n"
                + "X-Forwarded-Host: evil.example\r\nX-Real-IP: 1.2.3.4\r\nX-Shuqiao-User: admin\r\nx-shuqiao-role: admin\r\n"
                + "X-HTTP-Method-Override: DELETE\r\nX-Original-URL: /feed\r\nProxy-Authorization: x\r\nTE: trailers\r\n"
                + "If-Match: \"3\"\r\nIdempotency-Key: k\r\nAccept-Language: zh\r\n\r\n");

        var headers = gateway.search.lastAsked().headers();
        for (String refused : List.of(
                "X-Per-Hop",
                "Forwarded",
                "X-Forwarded-For",
                "X-Forwarded-Prefix",
                "X-Forwarded-Host",
                "X-Real-IP",
                "X-Shuqiao-User",
                "X-Shuqiao-Role",
                "X-HTTP-Method-Override",
                "X-Original-URL",
                "Proxy-Authorization",
                "TE")) {
            assertThat(headers.contains(refused)).as(refused).isFalse();
        }
        assertThat(headers.get("Host")).isEqualTo("127.0.0.1:" + gateway.search.port());
        assertThat(headers.get("If-Match")).isEqualTo("\"3\"");
        assertThat(headers.get("Idempotency-Key")).isEqualTo("k");
        assertThat(headers.get("Accept-Language")).isEqualTo("zh");
    }

    @Test
    void makesAddressesOfAServicePublic() {
        gateway.listing.answers((request, response) -> response.status(201)
                .header("Location", "/offers/7")
                .header("Content-Location", gateway.listing.url() + "/offers/7?x=1")
                .header("Link", "</offers?cursor=a>; rel=\"next\", <?cursor=b>; rel=\"prev\"")
                .send());

        HttpResponse<String> answer = gateway.post("/api/offers", "{}");

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(value(answer, "Location")).isEqualTo("/api/offers/7");
        assertThat(value(answer, "Content-Location")).isEqualTo("/api/offers/7?x=1");
        assertThat(value(answer, "Link")).isEqualTo("</api/offers?cursor=a>; rel=\"next\", <?cursor=b>; rel=\"prev\"");
    }

    @Test
    void passesOnAValidTrace() {
        String trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

        HttpResponse<String> answer = gateway.get("/api/offers", "traceparent", trace, "tracestate", "a=1");

        assertThat(gateway.search.lastAsked().headers().get("traceparent")).isEqualTo(trace);
        assertThat(gateway.search.lastAsked().headers().get("tracestate")).isEqualTo("a=1");
        assertThat(value(answer, "X-Request-Id")).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
    }

    @Test
    void startsATraceWhereThereIsNoneOrNoValidOne() {
        HttpResponse<String> answer = gateway.get(
                "/api/offers",
                "traceparent",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "tracestate",
                "a=1");

        assertThat(gateway.search.lastAsked().headers().get("traceparent"))
                .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00")
                .contains(value(answer, "X-Request-Id"));
        assertThat(gateway.search.lastAsked().headers().contains("tracestate")).isFalse();
    }

    @Test
    void letsNoPageOfAnotherOriginCall() {
        HttpResponse<String> answer = gateway.get("/api/offers", "Origin", "https://evil.example");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("urn:shuqiao:problem:origin-not-allowed");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        assertThat(gateway.search.asked()).isEmpty();
    }

    @Test
    void letsAPageOfAnAllowedOriginCall() {
        HttpResponse<String> answer = gateway.get("/api/offers", "Origin", "https://shuqiao.example");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(value(answer, "Access-Control-Allow-Origin")).isEqualTo("https://shuqiao.example");
        assertThat(value(answer, "Access-Control-Expose-Headers")).contains("ETag", "RateLimit");

        HttpResponse<String> preflight = gateway.send(gateway.request("/api/offers/7")
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                .headers(
                        "Origin",
                        "https://shuqiao.example",
                        "Access-Control-Request-Method",
                        "PUT",
                        "Access-Control-Request-Headers",
                        "if-match,content-type"));
        assertThat(preflight.statusCode()).isEqualTo(200);
        assertThat(value(preflight, "Access-Control-Allow-Methods")).contains("PUT");
        assertThat(value(preflight, "Access-Control-Allow-Headers")).containsIgnoringCase("if-match");
        assertThat(gateway.listing.asked()).isEmpty();
    }

    static String value(HttpResponse<String> answer, String header) {
        return answer.headers().firstValue(header).orElseThrow(() -> new AssertionError("no " + header));
    }
}
