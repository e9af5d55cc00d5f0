package org.shuqiao.listing;

import java.time.Duration;
import java.util.UUID;
import org.shuqiao.contracts.listing.ImportView;
import org.shuqiao.contracts.listing.OfferView;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service's HTTP interface as a client sees it. */
public final class Http {
    private final WebTestClient client;

    public Http(int port) {
        client = WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(64 << 20))
                .responseTimeout(Duration.ofSeconds(60))
                .build();
    }

    public WebTestClient client() {
        return client;
    }

    public WebTestClient.ResponseSpec post(String path, String key, String body) {
        return client.post()
                .uri(path)
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    /** A new draft with the reference. */
    public OfferView draft(String reference) {
        return body(
                post("/offers", UUID.randomUUID().toString(), Fixtures.offerBody(reference))
                        .expectStatus()
                        .isCreated(),
                OfferView.class);
    }

    /** What an offer is after a move made to the version the caller saw. */
    public OfferView move(OfferView seen, String move) {
        return body(tryMove(seen, move).expectStatus().isOk(), OfferView.class);
    }

    public WebTestClient.ResponseSpec tryMove(OfferView seen, String move) {
        return client.post()
                .uri("/offers/{id}/{move}", seen.id(), move)
                .header("If-Match", "\"" + seen.version() + "\"")
                .exchange();
    }

    public WebTestClient.ResponseSpec tryImport(String kind, String key, String type, String body) {
        return client.post()
                .uri("/" + kind + "/imports")
                .header("Idempotency-Key", key)
                .contentType(MediaType.parseMediaType(type))
                .bodyValue(body)
                .exchange();
    }

    public ImportView importOffers(String key, String body) {
        return body(
                tryImport("offers", key, "application/x-ndjson", body)
                        .expectStatus()
                        .isOk(),
                ImportView.class);
    }

    /** What {@code GET} answers. */
    public JsonNode json(String path) {
        return JsonMapper.shared()
                .readTree(body(client.get().uri(path).exchange().expectStatus().isOk(), String.class));
    }

    /** Sees that the answer is this problem. */
    public static WebTestClient.BodyContentSpec problem(WebTestClient.ResponseSpec response, int status, String slug) {
        return response.expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:shuqiao:problem:" + slug);
    }

    public static <T> T body(WebTestClient.ResponseSpec response, Class<T> type) {
        T body = response.expectBody(type).returnResult().getResponseBody();
        if (body == null) {
            throw new AssertionError("no body");
        }
        return body;
    }
}
