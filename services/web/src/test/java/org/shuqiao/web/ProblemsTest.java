package org.shuqiao.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.reactive.server.WebTestClient;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(classes = StandApplication.class, initializers = ServersForWeb.class)
@ExtendWith(OutputCaptureExtension.class)
class ProblemsTest {
    private static final String DEMAND = """
            {"buyer":"SHUQIAO-TEST:b-1","kind":"purchase","title":"Cloud","problem":"We need one"%s}""";

    @LocalServerPort
    private int port;

    private WebTestClient client() {
        return WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(8 << 20))
                .build();
    }

    private WebTestClient.BodyContentSpec refused(String path, byte[] body, HttpStatus status) {
        return client().post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .header("Idempotency-Key", "k")
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody();
    }

    private WebTestClient.BodyContentSpec refused(String path, String body) {
        return refused(path, body.getBytes(StandardCharsets.UTF_8), HttpStatus.BAD_REQUEST);
    }

    private static Arguments wrong(String members, String field, String expected, @Nullable String received) {
        return Arguments.of(members, field, expected, received);
    }

    static Stream<Arguments> wrongFields() {
        String decimal = "a decimal number such as 1200.00";
        return Stream.of(
                wrong(
                        ",\"budget\":{\"max\":\"5\",\"currency\":\"EURO\"}",
                        "budget.currency",
                        "a currency by ISO 4217 such as EUR",
                        "EURO"),
                wrong(
                        ",\"essentials\":[{\"kind\":\"text\",\"text\":\"a\"},{\"kind\":\"language\",\"value\":\"??\"}]",
                        "essentials[1].value",
                        "a language tag by BCP 47 such as zh, pt-BR or sr-Latn",
                        "??"),
                wrong(
                        ",\"languages\":[\"ru\",\"-\"]",
                        "languages[1]",
                        "a language tag by BCP 47 such as zh, pt-BR or sr-Latn",
                        "-"),
                wrong(
                        ",\"endUsers\":{\"original\":\"ru\",\"values\":{\"?\":\"a\"}}",
                        "endUsers.values.?",
                        "a language tag by BCP 47 such as zh, pt-BR or sr-Latn",
                        "?"),
                wrong(
                        ",\"endUsers\":{\"original\":\"ru\",\"values\":{\"ru\":\" \"}}",
                        "endUsers.values.ru.value",
                        "1 to 20000 characters",
                        ""),
                wrong(",\"phase\":\"Idea\"", "phase", "one of idea, defined, pilot, replacement, expansion", "Idea"),
                wrong(
                        ",\"area\":0",
                        "area",
                        "one of cloud-services, digital-content, digital-services, cross-border-ecommerce",
                        "0"),
                wrong(
                        ",\"mostResponses\":\"20\"",
                        "mostResponses",
                        "a whole number from -2147483648 to 2147483647",
                        "20"),
                wrong(
                        ",\"mostResponses\":99999999999",
                        "mostResponses",
                        "a whole number from -2147483648 to 2147483647",
                        "99999999999"),
                wrong(
                        ",\"mostResponses\":1.5",
                        "mostResponses",
                        "a whole number from -2147483648 to 2147483647",
                        "1.5"),
                wrong(",\"mostResponses\":501", "mostResponses", "a whole number from 1 to 500", "501"),
                wrong(",\"sealed\":\"true\"", "sealed", "true or false", "true"),
                wrong(",\"start\":20290301", "start", "a date such as 2029-03-01", "20290301"),
                wrong(",\"start\":\"\"", "start", "a date such as 2029-03-01", ""),
                wrong(",\"start\":\"2029-02-30\"", "start", "a date such as 2029-03-01", "2029-02-30"),
                wrong(
                        ",\"validUntil\":1893456000",
                        "validUntil",
                        "an instant such as 2029-03-01T08:00:00Z",
                        "1893456000"),
                wrong(
                        ",\"validUntil\":\"+99999-01-01T00:00:00Z\"",
                        "validUntil",
                        "an instant such as 2029-03-01T08:00:00Z",
                        "+99999-01-01T00:00:00Z"),
                wrong(
                        ",\"budget\":{\"max\":1e999999999,\"currency\":\"EUR\"}",
                        "budget.max",
                        "an amount below 10^15",
                        "exponent 999999999"),
                wrong(",\"budget\":{\"max\":\"NaN\",\"currency\":\"EUR\"}", "budget.max", decimal, "NaN"),
                wrong(",\"budget\":{\"max\":true,\"currency\":\"EUR\"}", "budget.max", decimal, "true"),
                wrong(",\"budget\":[]", "budget", "an object", "a list"),
                wrong(",\"essentials\":{}", "essentials", "a list", "an object"),
                wrong(",\"reference\":5", "reference", "a string of Unicode characters", "5"),
                wrong(",\"reference\":{\"a\":1}", "reference", "a string of Unicode characters", "an object"),
                wrong(
                        ",\"reference\":\"a\\u0000b\"",
                        "reference",
                        "text of Unicode characters other than NUL",
                        "U+0000 at character 2"),
                wrong(
                        ",\"reference\":\"a\\ud800b\"",
                        "reference",
                        "text of Unicode characters other than NUL",
                        "U+D800 at character 2"),
                wrong(
                        ",\"place\":{\"city\":\"KZALA\"}",
                        "place.country",
                        "a country by ISO 3166-1 alpha-2 such as KZ",
                        null),
                wrong(
                        ",\"weights\":{\"price\":30}",
                        "weights.technical",
                        "a whole number from -2147483648 to 2147483647",
                        null),
                wrong(
                        ",\"weights\":{\"price\":30,\"technical\":30,\"fit\":30}",
                        "weights",
                        "three percentages that make 100",
                        "30+30+30"));
    }

    @ParameterizedTest
    @MethodSource("wrongFields")
    void namesTheFieldWhatWasExpectedAndWhatCame(
            String members, String field, String expected, @Nullable String received) {
        var body = refused("/demands", DEMAND.formatted(members))
                .jsonPath("$.type")
                .isEqualTo("urn:shuqiao:problem:invalid-value")
                .jsonPath("$.status")
                .isEqualTo(400)
                .jsonPath("$.errors.length()")
                .isEqualTo(1)
                .jsonPath("$.errors[0].field")
                .isEqualTo(field)
                .jsonPath("$.errors[0].expected")
                .isEqualTo(expected);
        if (received == null) {
            body.jsonPath("$.errors[0].received").doesNotExist();
        } else {
            body.jsonPath("$.errors[0].received").isEqualTo(received);
        }
    }

    @Test
    void refusesAMissingField() {
        refused("/demands", "{\"buyer\":\"SHUQIAO-TEST:b-1\",\"kind\":\"purchase\",\"problem\":\"p\"}")
                .jsonPath("$.errors[0].field")
                .isEqualTo("title");
    }

    @Test
    void refusesAnUnknownFieldAndSaysWhichAreKnown() {
        refused("/demands", DEMAND.formatted(",\"budget\":{\"max\":1,\"currency\":\"EUR\",\"colour\":\"red\"}"))
                .jsonPath("$.type")
                .isEqualTo("urn:shuqiao:problem:unknown-field")
                .jsonPath("$.errors[0].field")
                .isEqualTo("budget.colour")
                .jsonPath("$.errors[0].expected")
                .isEqualTo("one of currency, interval, max, min, unit");
    }

    @Test
    void saysWhereJsonIsBroken() {
        refused("/demands", "{\n  \"kind\": }")
                .jsonPath("$.type")
                .isEqualTo("urn:shuqiao:problem:malformed-json")
                .jsonPath("$.errors[0].field")
                .isEqualTo("kind")
                .jsonPath("$.errors[0].received")
                .value(String.class, r -> assertThat(r).endsWith("at line 2, column 11"));
    }

    @Test
    void refusesAFieldGivenTwice() {
        refused("/demands", DEMAND.formatted(",\"title\":\"Another\""))
                .jsonPath("$.type")
                .isEqualTo("urn:shuqiao:problem:malformed-json")
                .jsonPath("$.errors[0].field")
                .isEqualTo("title")
                .jsonPath("$.errors[0].expected")
                .isEqualTo("each field once");
    }

    @Test
    void refusesWhatFollowsTheBody() {
        refused("/demands", DEMAND.formatted("") + "{}")
                .jsonPath("$.errors[0].field")
                .isEqualTo("body");
    }

    @Test
    void refusesAnEmptyBodyAndNull() {
        refused("/demands", "").jsonPath("$.errors[0].field").isEqualTo("body");
        refused("/demands", "null").jsonPath("$.errors[0].field").isEqualTo("body");
        refused("/demands", "[]").jsonPath("$.errors[0].field").isEqualTo("body");
    }

    @Test
    void refusesDeepNesting() {
        refused("/demands", DEMAND.formatted(",\"essentials\":" + "[".repeat(10_000)))
                .jsonPath("$.errors[0].field")
                .value(String.class, f -> assertThat(f).startsWith("essentials"));
    }

    @Test
    void refusesANumberOfAThousandDigits() {
        refused("/demands", DEMAND.formatted(",\"budget\":{\"max\":" + "9".repeat(1_000) + ",\"currency\":\"EUR\"}"))
                .jsonPath("$.errors[0].field")
                .isEqualTo("budget.max");
    }

    @Test
    void refusesBrokenUtf8AndNamesTheField() {
        byte[] body = DEMAND.formatted(",\"reference\":\"a#\"").getBytes(StandardCharsets.US_ASCII);
        body[new String(body, StandardCharsets.US_ASCII).indexOf('#')] = (byte) 0xff;
        refused("/demands", body, HttpStatus.BAD_REQUEST)
                .jsonPath("$.type")
                .isEqualTo("urn:shuqiao:problem:malformed-json")
                .jsonPath("$.errors[0].field")
                .isEqualTo("reference")
                .jsonPath("$.errors[0].received")
                .value(String.class, r -> assertThat(r).startsWith("byte 0xFF at position "));
    }

    @Test
    void refusesATitleOfThreeMegabytesAndNamesIt() {
        String body = "{\"buyer\":\"SHUQIAO-TEST:b-1\",\"title\":\"" + "长".repeat(1 << 20) + "\"}";
        refused("/demands", body.getBytes(StandardCharsets.UTF_8), HttpStatus.CONTENT_TOO_LARGE)
                .jsonPath("$.type")
                .isEqualTo("urn:shuqiao:problem:body-too-large")
                .jsonPath("$.errors[0].field")
                .isEqualTo("title");
    }

    @Test
    void readsABodyOfNearlyOneMegabyte() {
        refused("/demands", "{\"title\":\"" + "x".repeat(1_000_000) + "\"}")
                .jsonPath("$.type")
                .isEqualTo("urn:shuqiao:problem:invalid-value")
                .jsonPath("$.errors[0].field")
                .isEqualTo("title.value");
    }

    @Test
    void refusesAParameterOfAnotherType() {
        client().get()
                .uri("/wares/not-a-uuid")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("id")
                .jsonPath("$.errors[0].expected")
                .isEqualTo("a UUID");
        client().get()
                .uri("/wares?limit=many")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("limit");
        client().get()
                .uri("/wares?city=Shanghai")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("city")
                .jsonPath("$.errors[0].expected")
                .isEqualTo("a place by UN/LOCODE such as CNSHA");
    }

    @Test
    void refusesAMissingParameter() {
        client().get()
                .uri("/search")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:shuqiao:problem:missing-parameter")
                .jsonPath("$.errors[0].field")
                .isEqualTo("q");
    }

    @Test
    void refusesAQueryThatCannotBeDecoded() {
        client().get()
                .uri(java.net.URI.create("http://127.0.0.1:" + port + "/search?q=%FF"))
                .exchange()
                .expectStatus()
                .isOk();
        String answer = RawHttp.send(port, "GET /search?q=%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 400").doesNotContain("internal");
    }

    @Test
    void answersAProblemWhateverTheCallerAccepts() {
        client().get()
                .uri("/nowhere")
                .accept(MediaType.IMAGE_PNG)
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:shuqiao:problem:not-found");
        client().get()
                .uri("/wares")
                .accept(MediaType.IMAGE_PNG)
                .exchange()
                .expectStatus()
                .isEqualTo(HttpStatus.NOT_ACCEPTABLE)
                .expectBody()
                .jsonPath("$.errors[0].received")
                .isEqualTo("image/png");
    }

    @Test
    void namesTheMethodsAllowed() {
        client().method(HttpMethod.DELETE)
                .uri("/wares")
                .exchange()
                .expectStatus()
                .isEqualTo(HttpStatus.METHOD_NOT_ALLOWED)
                .expectHeader()
                .value(HttpHeaders.ALLOW, allow -> assertThat(allow).contains("GET", "POST"))
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:shuqiao:problem:method-not-allowed");
    }

    @Test
    void refusesAnotherMediaType() {
        client().post()
                .uri("/demands")
                .contentType(MediaType.TEXT_PLAIN)
                .bodyValue("hello")
                .exchange()
                .expectStatus()
                .isEqualTo(HttpStatus.UNSUPPORTED_MEDIA_TYPE)
                .expectBody()
                .jsonPath("$.errors[0].received")
                .isEqualTo("text/plain");
    }

    @Test
    void speaksTheCallersLanguage() {
        for (var language : java.util.Map.of(
                        "zh-CN,en;q=0.5",
                        "值无效",
                        "de, ru;q=0.5",
                        "Недопустимое значение",
                        "x y z",
                        "Invalid value",
                        "tlh",
                        "Invalid value",
                        "ar-SA",
                        "قيمة غير صالحة")
                .entrySet()) {
            client().get()
                    .uri("/wares?limit=0")
                    .header(HttpHeaders.ACCEPT_LANGUAGE, language.getKey())
                    .exchange()
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.title")
                    .isEqualTo(language.getValue());
        }
    }

    @Test
    void tellsNothingOfABugButItsNumber(CapturedOutput output) {
        client().get()
                .uri("/wares/01890000-0000-7000-8000-000000000000")
                .exchange()
                .expectStatus()
                .isEqualTo(HttpStatus.INTERNAL_SERVER_ERROR)
                .expectBody()
                .jsonPath("$.incident")
                .value(String.class, incident -> assertThat(output).contains("Incident " + incident))
                .jsonPath("$.detail")
                .value(String.class, d -> assertThat(d).doesNotContain("secret"))
                .jsonPath("$.trace")
                .doesNotExist();
        assertThat(output).contains("secret of the machine room");
    }
}
