package org.shuqiao.profile;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.shuqiao.contracts.profile.OrganizationView;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The service's HTTP interface as a client sees it, and organizations that say only what matters to a test. */
public final class Http {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String RUN = UUID.randomUUID().toString().substring(0, 8);

    private final WebTestClient client;

    public Http(int port) {
        client = WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(16 << 20))
                .build();
    }

    public WebTestClient client() {
        return client;
    }

    /** An identifier's id that no other test uses. */
    public static String newId() {
        return RUN + "-" + NUMBER.incrementAndGet();
    }

    /** A provider with an identifier of its own and the members given. */
    public static String provider(String id, String members) {
        return """
                {"legalName":"Firm %s","roles":["provider"],"identifiers":[{"scheme":"TEST","id":"%s"}]%s}""".formatted(id, id, members);
    }

    public WebTestClient.ResponseSpec register(String body) {
        return register(UUID.randomUUID().toString(), body);
    }

    public WebTestClient.ResponseSpec register(String key, String body) {
        return client.post()
                .uri("/organizations")
                .contentType(MediaType.APPLICATION_JSON)
                .header("Idempotency-Key", key)
                .bodyValue(body)
                .exchange();
    }

    public OrganizationView registered(String body) {
        OrganizationView view = register(body)
                .expectStatus()
                .isCreated()
                .expectBody(OrganizationView.class)
                .returnResult()
                .getResponseBody();
        if (view == null) {
            throw new AssertionError("no body");
        }
        return view;
    }

    public WebTestClient.ResponseSpec revise(UUID id, String ifMatch, String body) {
        return client.put()
                .uri("/organizations/{id}", id)
                .contentType(MediaType.APPLICATION_JSON)
                .header("If-Match", ifMatch)
                .bodyValue(body)
                .exchange();
    }

    public WebTestClient.ResponseSpec get(String uri, Object... variables) {
        return client.get().uri(uri, variables).exchange();
    }
}
