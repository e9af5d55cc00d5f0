package org.shuqiao.profile.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shuqiao.contracts.page.Page;
import org.shuqiao.contracts.profile.OrganizationView;
import org.shuqiao.contracts.profile.ProfileService;
import org.shuqiao.profile.Http;
import org.shuqiao.profile.ProfileTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import org.springframework.web.reactive.function.client.support.WebClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;
import reactor.test.StepVerifier;

@ProfileTest
class FindingTest {
    @LocalServerPort
    private int port;

    private Http http;
    private ProfileService service;

    @BeforeEach
    void connect() {
        http = new Http(port);
        service = HttpServiceProxyFactory.builderFor(
                        WebClientAdapter.create(WebClient.create("http://127.0.0.1:" + port)))
                .build()
                .createClient(ProfileService.class);
    }

    @Test
    void isWhatOtherServicesCallIt() {
        String id = Http.newId();
        OrganizationView view = http.registered(Http.provider(id, ""));
        StepVerifier.create(service.organization(view.id())).expectNext(view).verifyComplete();
        StepVerifier.create(service.byIdentifier("TEST:" + id))
                .expectNext(new Page<>(List.of(view), null))
                .verifyComplete();
        StepVerifier.create(service.byIdentifier("TEST:nobody"))
                .expectNext(new Page<>(List.of(), null))
                .verifyComplete();
        StepVerifier.create(service.organization(UUID.randomUUID()))
                .verifyError(WebClientResponseException.NotFound.class);
    }

    @Test
    void feedsEveryOrganizationOnceInTheOrderOfRegistration() {
        List<UUID> registered = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            registered.add(http.registered(Http.provider(Http.newId(), "")).id());
        }
        List<UUID> fed = new ArrayList<>();
        String after = null;
        do {
            Page<OrganizationView> page = service.feed(after, 3).block();
            assertThat(page).isNotNull();
            page.items().forEach(view -> fed.add(view.id()));
            after = page.next();
        } while (after != null);
        assertThat(fed).doesNotHaveDuplicates().containsSubsequence(registered);
    }

    @Test
    void pagesThroughACityByTheLinksItGives() {
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            expected.add(http.registered(Http.provider(Http.newId(), ",\"city\":\"ISREY\""))
                    .id()
                    .toString());
        }
        http.registered(Http.provider(Http.newId(), ",\"city\":\"ISAKU\""));
        List<String> found = new ArrayList<>();
        String uri = "/organizations?city=ISREY&limit=2&role=provider";
        int pages = 0;
        while (uri != null) {
            var answer = http.get(uri)
                    .expectStatus()
                    .isOk()
                    .expectBody(PageOfOrganizations.class)
                    .returnResult();
            var body = answer.getResponseBody();
            assertThat(body).isNotNull();
            body.items().forEach(view -> found.add(view.id().toString()));
            uri = next(answer.getResponseHeaders().getFirst("Link"));
            pages++;
        }
        assertThat(found).isEqualTo(expected);
        assertThat(pages).isEqualTo(3);
    }

    private record PageOfOrganizations(
            List<OrganizationView> items, @Nullable String next) {}

    private static @Nullable String next(@Nullable String link) {
        return link == null ? null : "/" + link.substring(link.indexOf("./") + 2, link.indexOf('>'));
    }

    @Test
    void combinesFilters() {
        OrganizationView one = http.registered(Http.provider(Http.newId(), ",\"city\":\"CNSHA\",\"zone\":\"jingan\""));
        var ids = new HashSet<UUID>();
        var page = http.get("/organizations?zone=jingan&city=CNSHA&role=provider&limit=200")
                .expectStatus()
                .isOk()
                .expectBody(PageOfOrganizations.class)
                .returnResult()
                .getResponseBody();
        assertThat(page).isNotNull();
        page.items().forEach(view -> ids.add(view.id()));
        assertThat(ids).contains(one.id());
        http.get("/organizations?zone=jingan&role=embassy")
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(0);
    }

    @Test
    void refusesFiltersThatCannotBeMeant() {
        refused("/organizations?identifier=nonsense", "identifier");
        refused("/organizations?identifier=" + UUID.randomUUID(), "identifier");
        refused("/organizations?identifier=LEI:HWUPKR0MPOU8FGXBT395", "identifier");
        refused("/organizations?city=Shanghai", "city");
        refused("/organizations?zone=bund", "zone");
        refused("/organizations?role=king", "role");
        refused("/organizations?limit=201", "limit");
        refused("/organizations?after=x", "after");
        refused("/feed/organizations?limit=1001", "limit");
        refused("/feed/organizations", "limit");
    }

    private void refused(String uri, String field) {
        http.get(uri)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo(field);
    }
}
