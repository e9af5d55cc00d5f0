package org.shuqiao.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every refusal is a problem after RFC 9457, whoever asks. */
class ProblemTest {

    static RunningGateway gateway;

    @BeforeAll
    static void start() {
        gateway = RunningGateway.start();
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/html,application/xhtml+xml;q=0.9", "image/png", "nonsense"})
    void answersEveryClientWithAProblem(String accept) {
        HttpResponse<String> answer = gateway.get("/api/unknown?q=secret", "Accept", accept);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(HeadersTest.value(answer, "Content-Type")).isEqualTo("application/problem+json");
        JsonNode problem = JsonMapper.shared().readTree(answer.body());
        assertThat(problem.path("type").asString()).isEqualTo("urn:shuqiao:problem:not-found");
        assertThat(problem.path("status").asInt()).isEqualTo(404);
        assertThat(problem.path("title").asString()).isEqualTo("Nothing here");
        assertThat(problem.path("detail").asString()).isNotEmpty();
        assertThat(problem.path("instance").asString())
                .isEqualTo("urn:shuqiao:trace:" + HeadersTest.value(answer, "X-Request-Id"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zh                        | 此处没有内容 | zh",
                "zh-CN,zh;q=0.9,en;q=0.8   | 此处没有内容 | zh",
                "fr,zh;q=0.5               | 此处没有内容 | zh",
                "en-GB                     | Nothing here | en",
                "ar                        | Nothing here | en",
                "*                         | Nothing here | en",
                "this is; not a language,, | Nothing here | en",
            })
    void speaksTheLanguageOfTheCaller(String wanted, String title, String language) {
        HttpResponse<String> answer = gateway.get("/api/unknown", "Accept-Language", wanted);

        assertThat(JsonMapper.shared().readTree(answer.body()).path("title").asString())
                .isEqualTo(title);
        assertThat(HeadersTest.value(answer, "Content-Language")).isEqualTo(language);
        assertThat(answer.headers().allValues("Vary")).anyMatch(vary -> vary.contains("Accept-Language"));
    }

    @Test
    void answersHeadWithoutABody() {
        HttpResponse<String> answer =
                gateway.send(gateway.request("/api/unknown").method("HEAD", HttpRequest.BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void saysThatAnAddressIsTooLong() {
        String answer = gateway.raw("GET /api/offers?q=" + "x".repeat(5000) + " HTTP/1.1\r\nHost: x\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 414")
                .contains("urn:shuqiao:problem:uri-too-long")
                .containsIgnoringCase("content-type: application/problem+json")
                .containsIgnoringCase("x-content-type-options: nosniff");
    }

    @Test
    void takesAnAddressThatIsLongButNotTooLong() {
        assertThat(gateway.get("/api/offers?q=" + "x".repeat(4000)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void takesHeaderFieldsThatAreLargeButNotTooLarge() {
        assertThat(gateway.get("/api/offers", "X", "x".repeat(6_800)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void saysThatHeaderFieldsAreTooLarge() {
        String answer = gateway.raw("GET /api/offers HTTP/1.1\r\nHost: x\r\nX: " + "x".repeat(8_000) + "\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 431").contains("urn:shuqiao:problem:headers-too-large");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/%zz HTTP/1.1\r\nHost: x\r\n\r\n",
                "nonsense\r\n\r\n",
                "GET /api/offers HTTP/1.1\r\nHost: x\r\nno colon\r\n\r\n",
                "POST /api/offers HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef",
                "POST /api/offers HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
            })
    void saysThatItCannotReadTheRequest(String request) {
        assertThat(gateway.raw(request)).startsWith("HTTP/1.1 400").contains("urn:shuqiao:problem:malformed-request");
    }

    @Test
    void doesNotLetABodyHideASecondRequest() {
        // Content-Length and chunked at once: the classic of request smuggling.
        gateway.raw("POST /api/offers HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 5\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /feed/offers HTTP/1.1\r\nHost: x\r\n\r\n");

        assertThat(gateway.listing.asked()).extracting(Peer.Asked::uri).doesNotContain("/feed/offers");
    }
}
