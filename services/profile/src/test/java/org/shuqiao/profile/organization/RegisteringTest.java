package org.shuqiao.profile.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shuqiao.contracts.profile.OrganizationRegisteredV1;
import org.shuqiao.contracts.profile.OrganizationView;
import org.shuqiao.contracts.value.Country;
import org.shuqiao.contracts.value.Identifier;
import org.shuqiao.profile.Heard;
import org.shuqiao.profile.Http;
import org.shuqiao.profile.ProfileTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import reactor.core.publisher.Flux;

@ProfileTest
class RegisteringTest {
    @LocalServerPort
    private int port;

    private Http http;

    @BeforeEach
    void connect() {
        http = new Http(port);
    }

    @Test
    void registersAnOrganizationAndTellsOfIt() {
        String id = Http.newId();
        OrganizationView view = http.registered("""
                {"legalName":{"original":"zh","values":{"zh":"上海云桥","en":{"value":"Cloud Bridge","source":"machine","reviewed":false}}},
                 "identifiers":[{"scheme":"TEST","id":"%s"}],"roles":["provider","operator"],"size":"10-49","founded":2014,
                 "website":"https://example.com/","city":"CNSHA","zone":"hongqiao","markets":["SA","KZ"],"languages":["zh","en"],
                 "certificates":[{"name":"ISO/IEC 27001","body":"CQC","number":"7","validUntil":"2028-05-31"}],
                 "trackRecord":[{"buyer":"Port","date":"2025-04-01","amount":{"amount":"1200.50","currency":"USD"},"title":"Berths"}]}""".formatted(id));
        assertThat(view.version()).isEqualTo(1);
        assertThat(view.id().version()).isEqualTo(7);
        assertThat(view.organization().country()).isEqualTo(new Country("CN"));

        OrganizationView read = http.get("/organizations/{id}", view.id())
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"1\"")
                .expectBody(OrganizationView.class)
                .returnResult()
                .getResponseBody();
        assertThat(read).isEqualTo(view);
        assertThat(Heard.of(view.id(), 1))
                .singleElement()
                .isInstanceOfSatisfying(OrganizationRegisteredV1.class, event -> {
                    assertThat(event.organization()).isEqualTo(view);
                    assertThat(event.version()).isEqualTo(1);
                    assertThat(event.occurredAt()).isEqualTo(view.createdAt());
                });
    }

    @Test
    void answersTheSameToTheSameKey() {
        String body = Http.provider(Http.newId(), "");
        String key = "catalogue:TEST:" + Http.newId();
        String location = http.register(key, body)
                .expectStatus()
                .isCreated()
                .expectBody()
                .returnResult()
                .getResponseHeaders()
                .getFirst("Location");
        assertThat(location).startsWith("organizations/");
        http.register(key, body)
                .expectStatus()
                .isCreated()
                .expectHeader()
                .valueEquals("Location", String.valueOf(location))
                .expectHeader()
                .valueEquals("ETag", "\"1\"");
        http.register(key, Http.provider(Http.newId(), "")).expectStatus().isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @Test
    void refusesAnIdentifierThatAnotherHasAndSaysWhose() {
        String id = Http.newId();
        OrganizationView first = http.registered(Http.provider(id, ""));
        String own = Http.newId();
        String key = UUID.randomUUID().toString();
        http.register(key, """
                        {"legalName":"Other","roles":["provider"],"identifiers":[{"scheme":"TEST","id":"%s"},{"scheme":"TEST","id":"%s"}]}""".formatted(own, id))
                .expectStatus()
                .isEqualTo(HttpStatus.CONFLICT)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:shuqiao:problem:identifier-taken")
                .jsonPath("$.errors[0].field")
                .isEqualTo("identifiers[1]")
                .jsonPath("$.errors[0].received")
                .isEqualTo("TEST:" + id)
                .jsonPath("$.organization")
                .isEqualTo(first.id().toString());
        // nothing was written: its other identifier is free, and so is the key
        http.register(key, Http.provider(own, "")).expectStatus().isCreated();
    }

    @Test
    void letsOneOfManyHaveAnIdentifier() {
        String contested = Http.newId();
        List<Integer> statuses = Flux.fromStream(IntStream.range(0, 24).boxed())
                .flatMap(
                        n -> {
                            // each in another order, so that carelessness would end in a deadlock
                            String mine = "{\"scheme\":\"TEST\",\"id\":\"" + Http.newId() + "\"}";
                            String theirs = "{\"scheme\":\"TEST\",\"id\":\"" + contested + "\"}";
                            String both = n % 2 == 0 ? mine + "," + theirs : theirs + "," + mine;
                            return http.reactive()
                                    .post()
                                    .uri("/organizations")
                                    .contentType(MediaType.APPLICATION_JSON)
                                    .header("Idempotency-Key", UUID.randomUUID().toString())
                                    .bodyValue("{\"legalName\":\"N\",\"roles\":[\"provider\"],\"identifiers\":[" + both
                                            + "]}")
                                    .exchangeToMono(answer -> answer.releaseBody()
                                            .thenReturn(answer.statusCode().value()));
                        },
                        24)
                .collectList()
                .block(Duration.ofSeconds(30));
        assertThat(statuses).hasSize(24).containsOnly(201, 409).containsOnlyOnce(201);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "CN-USCC | 91350100M000100Y44   | identifiers[0].id",
                "LEI     | HWUPKR0MPOU8FGXBT395 | identifiers[0].id",
                "VAT     | DE136695977          | identifiers[0].id",
                "vat     | DE136695976          | identifiers[0].scheme"
            })
    void refusesAnIdentifierThatWasCopiedWrongly(String scheme, String id, String field) {
        http.register("""
                        {"legalName":"N","roles":["provider"],"identifiers":[{"scheme":"%s","id":"%s"}]}""".formatted(scheme, id))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo(field);
    }

    @Test
    void keepsOneFormOfAnIdentifierAndFindsItByAny() {
        OrganizationView view = http.registered("""
                {"legalName":"Bayer","roles":["buyer"],"identifiers":[{"scheme":"VAT","id":"de 123 475 223"}]}""");
        assertThat(view.organization().identifiers()).containsExactly(Identifier.of("VAT", "DE123475223"));
        http.get("/organizations?identifier=VAT:DE-123475223")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[0].id")
                .isEqualTo(view.id().toString())
                .jsonPath("$.items.length()")
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                ",\"zone\":\"bund\"                                  | zone",
                ",\"zone\":\"pudong\",\"city\":\"KZALA\"             | city",
                ",\"zone\":\"pudong\",\"country\":\"KZ\"             | country",
                ",\"city\":\"CNSHA\",\"country\":\"KZ\"              | country",
                ",\"languages\":[\"zh\",\"?\"]                       | languages[1]",
                ",\"markets\":[\"XX\"]                               | markets[0]",
                ",\"trackRecord\":[{\"title\":\"a\"},{}]             | trackRecord[1].title",
                ",\"website\":\"javascript:alert(1)\"                | website",
                ",\"size\":\"11\"                                    | size",
                ",\"turnover\":5                                     | turnover"
            })
    void refusesWhatBreaksARuleOfTheField(String members, String field) {
        http.register(Http.provider(Http.newId(), members))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo(field);
    }

    @Test
    void asksAllButBuyersForAnIdentifier() {
        http.register("{\"legalName\":\"N\",\"roles\":[\"buyer\"]}")
                .expectStatus()
                .isCreated();
        http.register("{\"legalName\":\"N\",\"roles\":[\"buyer\",\"embassy\"]}")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("identifiers");
    }

    @Test
    void refusesAnIdentifierSaidTwice() {
        http.register("""
                        {"legalName":"N","roles":["provider"],
                         "identifiers":[{"scheme":"VAT","id":"DE136695976"},{"scheme":"VAT","id":"DE 136 695 976"}]}""")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("identifiers[1]");
    }
}
