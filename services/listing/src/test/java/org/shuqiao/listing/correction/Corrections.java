package org.shuqiao.listing.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shuqiao.listing.Fixtures.word;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.profile.Organization.Role;
import org.shuqiao.contracts.thesaurus.CorrectionGroupView;
import org.shuqiao.contracts.thesaurus.CorrectionView;
import org.shuqiao.contracts.thesaurus.ProposalView;
import org.shuqiao.listing.Http;
import org.shuqiao.listing.ProfilePeer;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Corrections as authors send them and operators decide them. */
final class Corrections {
    private final Http http;

    Corrections(Http http) {
        this.http = http;
    }

    CorrectionView correct(
            String organization, String language, String words, String concept, String kind, @Nullable String context) {
        return Http.body(
                post(body(organization, language, words, concept, kind, context))
                        .expectStatus()
                        .isCreated(),
                CorrectionView.class);
    }

    ResponseSpec post(String body) {
        return http.post("/corrections", UUID.randomUUID().toString(), body);
    }

    /** Sees that the field is refused. */
    void refused(String body, String field) {
        post(body)
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo(field);
    }

    /** The only group with the word that somebody stands behind. */
    CorrectionGroupView group(String word) {
        List<CorrectionGroupView> groups = http.json("/corrections/groups?limit=200")
                .path("items")
                .valueStream()
                .filter(group -> group.path("words").asString().contains(word))
                .map(group -> JsonMapper.shared().treeToValue(group, CorrectionGroupView.class))
                .toList();
        assertThat(groups).hasSize(1);
        return groups.getFirst();
    }

    CorrectionGroupView accepted(CorrectionGroupView group, String decision) {
        return Http.body(decide(group, "accept", decision).expectStatus().isOk(), CorrectionGroupView.class);
    }

    ResponseSpec decide(CorrectionGroupView seen, String decision, String body) {
        return http.client()
                .post()
                .uri("/corrections/groups/{id}/{decision}", seen.id(), decision)
                .header("If-Match", "\"" + seen.version() + "\"")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    /** A label that an operator added. */
    void published(String concept, String label) {
        ProposalView proposal = Http.body(
                http.post(
                                "/concepts/proposals",
                                UUID.randomUUID().toString(),
                                "{\"reason\":\"x\",\"addition\":{\"kind\":\"extension\",\"concept\":\"" + concept
                                        + "\",\"labels\":{\"de\":[\"" + label + "\"]}}}")
                        .expectStatus()
                        .isCreated(),
                ProposalView.class);
        http.client()
                .post()
                .uri("/concepts/proposals/{id}/publish", proposal.id())
                .header("If-Match", "\"1\"")
                .exchange()
                .expectStatus()
                .isOk();
    }

    List<String> alternatives(String concept) {
        return http.json("/concepts/" + concept)
                .at("/labels/de/alternative")
                .valueStream()
                .map(JsonNode::stringValue)
                .toList();
    }

    static String organization() {
        String identifier = "TEST:" + word();
        ProfilePeer.get().add(identifier, Role.buyer);
        return identifier;
    }

    static String body(
            String organization, String language, String words, String concept, String kind, @Nullable String context) {
        return String.format(
                Locale.ROOT,
                "{\"organization\":\"%s\",\"language\":\"%s\",\"words\":\"%s\",\"concept\":\"%s\",\"kind\":\"%s\","
                        + "\"context\":%s}",
                organization,
                language,
                words,
                concept,
                kind,
                context == null ? "null" : "\"" + context + "\"");
    }
}
