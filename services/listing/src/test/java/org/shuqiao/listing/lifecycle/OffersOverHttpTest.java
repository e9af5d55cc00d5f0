package org.shuqiao.listing.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shuqiao.listing.Http.problem;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shuqiao.contracts.event.Event;
import org.shuqiao.contracts.listing.DemandView;
import org.shuqiao.contracts.listing.ListingStatus;
import org.shuqiao.contracts.listing.OfferExpiredV1;
import org.shuqiao.contracts.listing.OfferPausedV1;
import org.shuqiao.contracts.listing.OfferPublishedV1;
import org.shuqiao.contracts.listing.OfferResumedV1;
import org.shuqiao.contracts.listing.OfferRevisedV1;
import org.shuqiao.contracts.listing.OfferView;
import org.shuqiao.contracts.listing.OfferWithdrawnV1;
import org.shuqiao.contracts.profile.Organization.Role;
import org.shuqiao.listing.Fixtures;
import org.shuqiao.listing.Heard;
import org.shuqiao.listing.Http;
import org.shuqiao.listing.ListingTest;
import org.shuqiao.listing.ProfilePeer;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ListingTest
class OffersOverHttpTest {
    @LocalServerPort
    int port;

    Http http;

    @BeforeEach
    void client() {
        http = new Http(port);
    }

    @Test
    void tellsEveryStepOfAnOffersLifeInOrder() {
        OfferView offer = http.move(http.draft(reference()), "publish");
        offer = revise(offer, Fixtures.offerBody(offer.offer().reference() + "-renamed"));
        offer = http.move(http.move(offer, "pause"), "resume");
        offer = http.move(offer, "withdraw");

        assertThat(offer.status()).isEqualTo(ListingStatus.withdrawn);
        List<Event> events = Heard.of("listing.offer", offer.id(), 5);
        assertThat(events)
                .extracting(event -> (Object) event.getClass())
                .containsExactly(
                        OfferPublishedV1.class,
                        OfferRevisedV1.class,
                        OfferPausedV1.class,
                        OfferResumedV1.class,
                        OfferWithdrawnV1.class);
        assertThat(events).extracting(Event::version).containsExactly(2L, 3L, 4L, 5L, 6L);
    }

    @Test
    void answersADraftWithItsPlaceAndVersion() {
        http.post("/offers", reference(), Fixtures.offerBody(reference()))
                .expectStatus()
                .isCreated()
                .expectHeader()
                .valueEquals("ETag", "\"1\"")
                .expectHeader()
                .valueMatches("Location", "offers/[0-9a-f-]{36}")
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("draft")
                .jsonPath("$.offer.title.original")
                .isEqualTo("und");
    }

    @Test
    void theSameRequestAgainIsTheSameDraft() {
        String key = reference();
        String body = Fixtures.offerBody(reference());
        OfferView first =
                Http.body(http.post("/offers", key, body).expectStatus().isCreated(), OfferView.class);
        OfferView again =
                Http.body(http.post("/offers", key, body).expectStatus().isCreated(), OfferView.class);

        assertThat(again).isEqualTo(first);
        problem(http.post("/offers", key, Fixtures.offerBody(reference())), 422, "idempotency-key-reused");
    }

    @Test
    void refusesAChangeToAVersionThatIsGone() {
        OfferView draft = http.draft(reference());
        http.move(draft, "publish");

        problem(http.tryMove(draft, "publish"), 412, "stale-version");
        problem(http.client().post().uri("/offers/{id}/pause", draft.id()).exchange(), 428, "version-required");
    }

    @Test
    void refusesAMoveThatTheStatusDoesNotAllow() {
        problem(http.tryMove(http.draft(reference()), "resume"), 409, "not-in-this-status")
                .jsonPath("$.errors[0].expected")
                .isEqualTo("one of paused")
                .jsonPath("$.current")
                .isEqualTo("draft");
    }

    @Test
    void refusesAnOwnerItDoesNotKnowOrInAnotherRole() {
        String unknown = Fixtures.offerBody(reference()).replace(Fixtures.PROVIDER, "TEST:nobody");
        problem(http.post("/offers", reference(), unknown), 400, "unknown-organization")
                .jsonPath("$.errors[0].field")
                .isEqualTo("provider");
        String buyer = Fixtures.offerBody(reference()).replace(Fixtures.PROVIDER, Fixtures.BUYER);
        problem(http.post("/offers", reference(), buyer), 409, "other-role");
    }

    @Test
    void refusesAReferenceThatIsTaken() {
        String reference = reference();
        http.draft(reference);
        problem(http.post("/offers", reference(), Fixtures.offerBody(reference)), 409, "reference-taken");
        OfferView other = http.draft(reference());
        problem(tryRevise(other, Fixtures.offerBody(reference)), 409, "reference-taken");
    }

    @Test
    void anOfferDoesNotPassToAnotherOrganization() {
        OfferView offer = http.draft(reference());
        ProfilePeer.get().add("TEST:other-provider", Role.provider);
        String passed = Fixtures.offerBody(reference()).replace(Fixtures.PROVIDER, "TEST:other-provider");
        problem(tryRevise(offer, passed), 409, "other-owner");
    }

    @Test
    void namesTheFieldThatIsWrong() {
        String body = Fixtures.offerBody(reference());
        wrong(body.replace("\"summary\":\"s\"", "\"summary\":\"s\",\"colour\":\"red\""), "colour");
        wrong(
                body.replace("\"summary\":\"s\"", "\"summary\":\"s\",\"price\":{\"min\":\"1\",\"currency\":\"XXQ\"}"),
                "price.currency");
        wrong(
                body.replace("\"summary\":\"s\"", "\"summary\":\"s\",\"dataLocations\":[\"CN\",\"ZZ\"]"),
                "dataLocations[1]");
        wrong(body.replace("\"summary\":\"s\"", "\"summary\":\"" + "x".repeat(20_001) + "\""), "summary");
        wrong(body.replace("\"title\":\"", "\"title\":\"" + "x".repeat(301)), "title");
    }

    private void wrong(String body, String field) {
        http.post("/offers", reference(), body)
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .value(String.class, found -> assertThat(found).startsWith(field));
    }

    @Test
    void expiresAndSaysSo() {
        OfferView offer = http.draft(reference());
        Instant end = Instant.now().plusMillis(1_500);
        offer = revise(
                offer,
                Fixtures.offerBody(reference())
                        .replace("\"summary\":\"s\"", "\"summary\":\"s\",\"validUntil\":\"" + end + "\""));
        offer = http.move(offer, "publish");

        List<Event> events = Heard.of("listing.offer", offer.id(), 2);
        assertThat(events)
                .extracting(event -> (Object) event.getClass())
                .containsExactly(OfferPublishedV1.class, OfferExpiredV1.class);
        assertThat(events.getLast().occurredAt()).isAfterOrEqualTo(end);
        http.client()
                .get()
                .uri("/offers/{id}", offer.id())
                .exchange()
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("expired");
    }

    @Test
    void listsAnOwnersOffersPageByPage() {
        String owner = "TEST:lister-" + UUID.randomUUID();
        UUID id = ProfilePeer.get().add(owner, Role.provider).id();
        for (int i = 0; i < 3; i++) {
            String body = Fixtures.offerBody("r" + i).replace(Fixtures.PROVIDER, owner);
            http.post("/offers", reference(), body).expectStatus().isCreated();
        }
        String link = http.client()
                .get()
                .uri("/organizations/{id}/offers?limit=2", id)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(2)
                .jsonPath("$.items[0].offer.reference")
                .isEqualTo("r0")
                .returnResult()
                .getResponseHeaders()
                .getFirst("Link");
        assertThat(link).contains("rel=\"next\"");
        String next = String.valueOf(link).replaceFirst("^<", "").replaceFirst(">.*", "");
        URI first = URI.create("http://127.0.0.1:" + port + "/organizations/" + id + "/offers");
        http.client()
                .get()
                .uri(first.resolve(next))
                .exchange()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(1)
                .jsonPath("$.items[0].offer.reference")
                .isEqualTo("r2");
    }

    @Test
    void theFeedHasWhatWasShownAndNoDrafts() {
        UUID draft = http.draft(reference()).id();
        OfferView shown = http.move(http.draft(reference()), "publish");
        List<UUID> feed = new FeedReader(http).offers();

        assertThat(feed).contains(shown.id()).doesNotContain(draft).doesNotHaveDuplicates();
    }

    @Test
    void aDemandLivesTheSameLife() {
        String id = Http.body(
                        http.post("/demands", reference(), Fixtures.demandBody(reference()))
                                .expectStatus()
                                .isCreated(),
                        DemandView.class)
                .id()
                .toString();
        http.client()
                .post()
                .uri("/demands/{id}/publish", id)
                .header("If-Match", "\"1\"")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("published");
        assertThat(Heard.of("listing.demand", UUID.fromString(id), 1)).hasSize(1);
    }

    private OfferView revise(OfferView seen, String body) {
        return Http.body(tryRevise(seen, body).expectStatus().isOk(), OfferView.class);
    }

    private WebTestClient.ResponseSpec tryRevise(OfferView seen, String body) {
        return http.client()
                .put()
                .uri("/offers/{id}", seen.id())
                .header("If-Match", "\"" + seen.version() + "\"")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private static String reference() {
        return "ref-" + UUID.randomUUID();
    }

    /** Reads the feed page by page, as the search index does. */
    private record FeedReader(Http http) {
        List<UUID> offers() {
            List<UUID> ids = new ArrayList<>();
            String after = "";
            while (after != null) {
                JsonNode page = JsonMapper.shared()
                        .readTree(Http.body(
                                http.client()
                                        .get()
                                        .uri("/feed/offers?limit=900" + after)
                                        .exchange(),
                                String.class));
                page.get("items")
                        .forEach(item -> ids.add(UUID.fromString(item.get("id").stringValue())));
                after = page.hasNonNull("next") ? "&after=" + page.get("next").stringValue() : null;
            }
            return ids;
        }
    }
}
