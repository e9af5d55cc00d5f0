package org.shuqiao.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"spring.r2dbc.url=r2dbc:postgresql://127.0.0.1:1/nowhere", "spring.flyway.enabled=false"})
class PostgresOutageTest {
    @LocalServerPort
    private int port;

    @Test
    void asksTheCallerToComeBackWhenTheDatabaseIsDown() {
        WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .build()
                .post()
                .uri("/wares")
                .contentType(MediaType.APPLICATION_JSON)
                .header("Idempotency-Key", "k")
                .bodyValue("{\"name\":\"tea\",\"pieces\":1}")
                .exchange()
                .expectStatus()
                .isEqualTo(HttpStatus.SERVICE_UNAVAILABLE)
                .expectHeader()
                .value(
                        "Retry-After",
                        delay -> assertThat(Integer.parseInt(delay)).isPositive())
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:shuqiao:problem:unavailable");
    }
}
