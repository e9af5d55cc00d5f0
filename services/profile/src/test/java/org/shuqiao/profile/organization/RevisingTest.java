package org.shuqiao.profile.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shuqiao.contracts.event.Event;
import org.shuqiao.contracts.profile.OrganizationRevisedV1;
import org.shuqiao.contracts.profile.OrganizationView;
import org.shuqiao.profile.Heard;
import org.shuqiao.profile.Http;
import org.shuqiao.profile.ProfileTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import reactor.core.publisher.Flux;

@ProfileTest
class RevisingTest {
    @LocalServerPort
    private int port;

    private Http http;

    @BeforeEach
    void connect() {
        http = new Http(port);
    }

    @Test
    void replacesWhatIsSaidAndTellsOfIt() {
        String id = Http.newId();
        OrganizationView first = http.registered(Http.provider(id, ""));
        OrganizationView revised = http.revise(first.id(), "\"1\"", Http.provider(id, ",\"city\":\"CNSHA\""))
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"2\"")
                .expectBody(OrganizationView.class)
                .returnResult()
                .getResponseBody();
        assertThat(revised).isNotNull();
        assertThat(revised.createdAt()).isEqualTo(first.createdAt());
        List<Event> events = Heard.of(first.id(), 2);
        assertThat(events).extracting(Event::version).containsExactly(1L, 2L);
        assertThat(((OrganizationRevisedV1) events.get(1)).organization()).isEqualTo(revised);
    }

    @Test
    void refusesAChangeToAnEarlierVersion() {
        String id = Http.newId();
        UUID organization = http.registered(Http.provider(id, "")).id();
        http.revise(organization, "\"1\"", Http.provider(id, ",\"founded\":2001"))
                .expectStatus()
                .isOk();
        http.revise(organization, "\"1\"", Http.provider(id, ",\"founded\":2002"))
                .expectStatus()
                .isEqualTo(HttpStatus.PRECONDITION_FAILED)
                .expectHeader()
                .valueEquals("ETag", "\"2\"")
                .expectBody()
                .jsonPath("$.version")
                .isEqualTo(2);
        http.client()
                .put()
                .uri("/organizations/{id}", organization)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Http.provider(id, ""))
                .exchange()
                .expectStatus()
                .isEqualTo(HttpStatus.PRECONDITION_REQUIRED);
    }

    @Test
    void letsOneOfManyChangesToAVersionIn() {
        String id = Http.newId();
        UUID organization = http.registered(Http.provider(id, "")).id();
        List<Integer> statuses = Flux.fromStream(IntStream.range(0, 16).boxed())
                .flatMap(
                        n -> http.reactive()
                                .put()
                                .uri("/organizations/{id}", organization)
                                .contentType(MediaType.APPLICATION_JSON)
                                .header("If-Match", "\"1\"")
                                .bodyValue(Http.provider(id, ",\"founded\":" + (2001 + n)))
                                .exchangeToMono(answer -> answer.releaseBody()
                                        .thenReturn(answer.statusCode().value())),
                        16)
                .collectList()
                .block(Duration.ofSeconds(30));
        assertThat(statuses).hasSize(16).containsOnly(200, 412).containsOnlyOnce(200);
        assertThat(Heard.of(organization, 2)).hasSize(2);
    }

    @Test
    void makesNoVersionOfWhatIsTheSame() {
        String id = Http.newId();
        OrganizationView first = http.registered(Http.provider(id, ""));
        http.revise(first.id(), "\"1\"", Http.provider(id, ""))
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"1\"");
    }

    @Test
    void passesAnIdentifierOnOnceItIsGivenUp() {
        String given = Http.newId();
        String kept = Http.newId();
        OrganizationView first = http.registered(Http.provider(given, ""));
        http.register(Http.provider(given, "")).expectStatus().isEqualTo(HttpStatus.CONFLICT);
        http.revise(first.id(), "\"1\"", Http.provider(kept, "")).expectStatus().isOk();
        OrganizationView second = http.registered(Http.provider(given, ""));
        http.revise(second.id(), "\"1\"", Http.provider(kept, ""))
                .expectStatus()
                .isEqualTo(HttpStatus.CONFLICT)
                .expectBody()
                .jsonPath("$.organization")
                .isEqualTo(first.id().toString());
        http.get("/organizations/{id}", second.id()).expectHeader().valueEquals("ETag", "\"1\"");
    }

    @Test
    void knowsWhatItDoesNotKnow() {
        http.revise(UUID.randomUUID(), "\"1\"", Http.provider(Http.newId(), ""))
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:shuqiao:problem:organization-not-found");
        http.get("/organizations/{id}", UUID.randomUUID()).expectStatus().isNotFound();
    }
}
