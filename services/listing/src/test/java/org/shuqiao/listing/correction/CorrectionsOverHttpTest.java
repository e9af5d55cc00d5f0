package org.shuqiao.listing.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shuqiao.listing.Fixtures.word;
import static org.shuqiao.listing.Http.problem;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shuqiao.contracts.thesaurus.CorrectionGroupView;
import org.shuqiao.contracts.thesaurus.CorrectionGroupView.Status;
import org.shuqiao.contracts.thesaurus.CorrectionView;
import org.shuqiao.listing.Fixtures;
import org.shuqiao.listing.Http;
import org.shuqiao.listing.ListingTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** Corrections as they come in and are counted. */
@ListingTest
class CorrectionsOverHttpTest {
    @LocalServerPort
    int port;

    Http http;
    Corrections corrections;

    @BeforeEach
    void client() {
        http = new Http(port);
        corrections = new Corrections(http);
    }

    @Test
    void anOrganizationCountsOnceAndItsLastWordCounts() {
        String word = word();
        String organization = Corrections.organization();
        CorrectionView first =
                corrections.correct(organization, "de", "Ablage " + word, "object-storage", "added", "one");

        CorrectionView again = Http.body(
                corrections
                        .post(Corrections.body(organization, "de", "ablagen " + word, "object-storage", "added", "two"))
                        .expectStatus()
                        .isOk(),
                CorrectionView.class);

        assertThat(again).isEqualTo(first);
        CorrectionGroupView group = corrections.group(word);
        assertThat(group.organizations()).isEqualTo(1);
        corrections.accepted(group, "{\"reason\":\"why not\"}");
        corrections.correct(organization, "de", "Ablage " + word, "object-storage", "denied", null);
        problem(
                http.client().get().uri("/corrections/groups/{id}", group.id()).exchange(),
                404,
                "corrections-not-found");
        corrections.accepted(corrections.group(word), "{\"reason\":\"it was wrong\"}");
        corrections.correct(organization, "de", "Ablage " + word, "object-storage", "added", null);
        CorrectionGroupView reopened = corrections.group(word);
        assertThat(reopened.id()).isEqualTo(group.id());
        assertThat(reopened.status()).isEqualTo(Status.open);
        assertThat(reopened.version()).isGreaterThan(group.version());
        assertThat(reopened.proposal()).isNull();
    }

    @Test
    void whatComesAtOnceCountsOnceAndIsDecidedOnce() throws Exception {
        String word = word();
        String organization = Corrections.organization();
        assertThat(atOnce(() -> corrections.post(
                        Corrections.body(organization, "de", "Ablage " + word, "object-storage", "added", null))))
                .isSubsetOf(200, 201)
                .containsOnlyOnce(201);
        CorrectionGroupView group = corrections.group(word);
        assertThat(group.organizations()).isEqualTo(1);

        assertThat(atOnce(() -> corrections.decide(group, "accept", "{\"reason\":\"x\"}")))
                .isSubsetOf(200, 412)
                .containsOnlyOnce(200);
        assertThat(corrections.alternatives("object-storage")).containsOnlyOnce("Ablage " + word);
    }

    @Test
    void theSameRequestAgainGetsTheSameAnswer() {
        String word = word();
        String body =
                Corrections.body(Corrections.organization(), "de", "Ablage " + word, "object-storage", "added", null);
        CorrectionView first =
                Http.body(http.post("/corrections", word, body).expectStatus().isCreated(), CorrectionView.class);
        CorrectionView again = Http.body(
                http.post("/corrections", word, body)
                        .expectStatus()
                        .isCreated()
                        .expectHeader()
                        .valueEquals("Idempotency-Replayed", "true"),
                CorrectionView.class);

        assertThat(again).isEqualTo(first);
        http.client()
                .post()
                .uri("/corrections")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void listsByStatusAndByHowManySaySoPageByPage() {
        String often = word();
        String seldom = word();
        for (int i = 0; i < 3; i++) {
            corrections.correct(Corrections.organization(), "de", "Ablage " + often, "object-storage", "added", null);
        }
        corrections.correct(Corrections.organization(), "de", "Ablage " + seldom, "object-storage", "added", null);
        CorrectionGroupView one = corrections.group(seldom);

        assertThat(listed("?organizations=3"))
                .contains(corrections.group(often).id())
                .doesNotContain(one.id());
        assertThat(listed("?status=open"))
                .contains(corrections.group(often).id(), one.id())
                .isSorted();
        corrections.decide(one, "reject", "{\"reason\":\"no\"}").expectStatus().isOk();
        assertThat(listed("?status=open")).doesNotContain(one.id());
        assertThat(listed("?status=rejected")).contains(one.id());
        for (String wrong : List.of("status=gone", "organizations=0", "organizations=x", "limit=0", "after=x")) {
            http.client()
                    .get()
                    .uri("/corrections/groups?" + wrong)
                    .exchange()
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.errors[0].field")
                    .isEqualTo(wrong.replaceAll("=.*", ""));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"language\":\"de\" | \"language\":\"ka\" | language",
                "\"language\":\"de\" | \"language\":\"???\" | language",
                "\"language\":\"de\" | \"language\":null | language",
                "\"concept\":\"object-storage\" | \"concept\":\"gone\" | concept",
                "\"concept\":\"object-storage\" | \"concept\":\"\" | concept",
                "\"words\":\"Ablage\" | \"words\":\" \" | words",
                "\"words\":\"Ablage\" | \"words\":\"x\" | words",
                "\"words\":\"Ablage\" | \"words\":\"…!\" | words",
                "\"words\":\"Ablage\" | \"words\":\"LONG\" | words",
                "\"words\":\"Ablage\" | \"words\":\"TOOLONG\" | words",
                "\"words\":\"Ablage\" | \"words\":\"Ab\\u0000lage\" | words",
                "\"words\":\"Ablage\" | \"words\":\"Objektspeicher\" | words",
                "\"kind\":\"added\" | \"kind\":\"maybe\" | kind",
                "\"kind\":\"added\" | \"kind\":\"denied\" | words",
                "\"kind\":\"added\" | \"kind\":\"added\",\"colour\":\"red\" | colour",
                "\"context\":null | \"context\":\"CONTEXT\" | context",
                "\"organization\":\"TEST:buyer\" | \"organization\":\"TEST:nobody\" | organization",
                "\"organization\":\"TEST:buyer\" | \"organization\":\"buyer\" | organization"
            })
    void namesTheFieldThatIsWrong(String right, String wrong, String field) {
        String body = Corrections.body(Fixtures.BUYER, "de", "Ablage", "object-storage", "added", null);
        String damaged = body.replace(right, wrong)
                .replace("TOOLONG", "Ablage ".repeat(15))
                .replace("LONG", "Ablage ".repeat(12))
                .replace("CONTEXT", "x".repeat(401));
        assertThat(damaged).isNotEqualTo(body);

        corrections.refused(damaged, field);
    }

    @ParameterizedTest
    @CsvSource({"de, Objektspeichern, denied", "zh, 对象存储, denied"})
    void aPreferredLabelCannotBeDenied(String language, String words, String kind) {
        corrections
                .post(Corrections.body(Fixtures.BUYER, language, words, "object-storage", kind, null))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("words")
                .jsonPath("$.errors[0].expected")
                .isEqualTo("words other than the preferred label of the concept, which stays");
    }

    private static List<Integer> atOnce(Supplier<ResponseSpec> request) throws Exception {
        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> one =
                    () -> request.get().returnResult(String.class).getStatus().value();
            for (Future<Integer> status : threads.invokeAll(Collections.nCopies(6, one))) {
                statuses.add(status.get());
            }
        }
        return statuses;
    }

    private List<UUID> listed(String query) {
        List<UUID> ids = new ArrayList<>();
        String after = "";
        while (after != null) {
            JsonNode page = http.json("/corrections/groups" + query + "&limit=2" + after);
            page.get("items")
                    .forEach(item -> ids.add(UUID.fromString(item.get("id").stringValue())));
            after = page.hasNonNull("next") ? "&after=" + page.get("next").stringValue() : null;
        }
        return ids;
    }
}
