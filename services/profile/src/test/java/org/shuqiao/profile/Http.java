package org.shuqiao.profile;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.profile.MemberView;
import org.shuqiao.contracts.profile.OrganizationView;
import org.shuqiao.contracts.profile.Right;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.client.WebClient;

/** The service's HTTP interface as a client sees it, and organizations that say only what matters to a test. */
public final class Http {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String RUN = UUID.randomUUID().toString().substring(0, 8);

    private final WebTestClient client;

    private final WebClient.Builder reactive;

    /** As an operator, who may everything and becomes a member of nothing. */
    public Http(int port) {
        this(port, ServersForProfile.ISSUER.account(ServersForProfile.OPERATOR));
    }

    /** As who has the token; null for nobody. */
    public Http(int port, @Nullable String token) {
        String base = "http://127.0.0.1:" + port;
        Consumer<HttpHeaders> bearer = headers -> {
            if (token != null) {
                headers.setBearerAuth(token);
            }
        };
        client = WebTestClient.bindToServer()
                .baseUrl(base)
                .defaultHeaders(bearer)
                .responseTimeout(Duration.ofSeconds(30))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(16 << 20))
                .build();
        reactive = WebClient.builder().baseUrl(base).defaultHeaders(bearer);
    }

    /** As an account. */
    public static Http as(int port, UUID account) {
        return new Http(port, ServersForProfile.ISSUER.account(account));
    }

    /** For requests at once. */
    public WebClient reactive() {
        return reactive.build();
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

    public WebTestClient.ResponseSpec post(String uri, String body, Object... variables) {
        return client.post()
                .uri(uri, variables)
                .contentType(MediaType.APPLICATION_JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .bodyValue(body)
                .exchange();
    }

    public WebTestClient.ResponseSpec put(String uri, long version, String body, Object... variables) {
        return client.put()
                .uri(uri, variables)
                .contentType(MediaType.APPLICATION_JSON)
                .header("If-Match", "\"" + version + "\"")
                .bodyValue(body)
                .exchange();
    }

    public WebTestClient.ResponseSpec delete(String uri, Object... variables) {
        return client.delete().uri(uri, variables).exchange();
    }

    /** Makes an account a member; only for operators. */
    public MemberView appointed(UUID organization, UUID account, Right... rights) {
        MemberView member = post(
                        "/organizations/{organization}/members", """
                        {"account":"%s","rights":%s}""".formatted(account, rights(rights)), organization)
                .expectStatus()
                .isCreated()
                .expectBody(MemberView.class)
                .returnResult()
                .getResponseBody();
        if (member == null) {
            throw new AssertionError("no body");
        }
        return member;
    }

    /** As a JSON array. */
    public static String rights(Right... rights) {
        return Stream.of(rights).map(right -> "\"" + right + "\"").collect(Collectors.joining(",", "[", "]"));
    }
}
