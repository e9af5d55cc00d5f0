package org.shuqiao.listing.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shuqiao.listing.Fixtures.word;
import static org.shuqiao.listing.Http.problem;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shuqiao.contracts.event.Event;
import org.shuqiao.contracts.thesaurus.ConceptAddition;
import org.shuqiao.contracts.thesaurus.CorrectionGroupView;
import org.shuqiao.contracts.thesaurus.CorrectionGroupView.Status;
import org.shuqiao.contracts.thesaurus.ProposalStatus;
import org.shuqiao.contracts.thesaurus.ProposalView;
import org.shuqiao.contracts.thesaurus.ThesaurusExtendedV1;
import org.shuqiao.contracts.value.LanguageTag;
import org.shuqiao.listing.Heard;
import org.shuqiao.listing.Http;
import org.shuqiao.listing.ListingTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;

/** What becomes of corrections once an operator has decided. */
@ListingTest
class DecidingCorrectionsOverHttpTest {
    private static final LanguageTag GERMAN = new LanguageTag("de");

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
    void anAcceptedLabelIsPartOfTheThesaurusAndTold() {
        String word = word();
        corrections.correct(
                Corrections.organization(),
                "de-AT",
                "Ablage " + word,
                "object-storage",
                "added",
                "eine Ablage " + word + " für uns");
        corrections.correct(Corrections.organization(), "de", "Ablagen " + word, "object-storage", "added", null);
        corrections.correct(Corrections.organization(), "de", "Ablagen " + word, "object-storage", "added", null);
        CorrectionGroupView group = corrections.group(word);
        assertThat(group.organizations()).isEqualTo(3);
        assertThat(group.words()).isEqualTo("Ablagen " + word);
        assertThat(group.written()).containsExactly("Ablagen " + word, "Ablage " + word);
        assertThat(group.contexts()).containsExactly("eine Ablage " + word + " für uns");
        assertThat(group.oldest()).isBefore(group.newest());
        assertThat(group.status()).isEqualTo(Status.open);

        CorrectionGroupView accepted =
                corrections.accepted(group, "{\"reason\":\"three of them\",\"label\":\"Ablage " + word + "\"}");

        assertThat(accepted.status()).isEqualTo(Status.accepted);
        assertThat(accepted.reason()).isEqualTo("three of them");
        assertThat(corrections.alternatives("object-storage")).contains("Ablage " + word);
        ThesaurusExtendedV1 event = told(word);
        assertThat(event.addition()).isEqualTo(ConceptAddition.label("object-storage", GERMAN, "Ablage " + word));
        ProposalView proposal = Http.body(
                http.client()
                        .get()
                        .uri("/concepts/proposals/{id}", accepted.proposal())
                        .exchange(),
                ProposalView.class);
        assertThat(proposal.status()).isEqualTo(ProposalStatus.published);
        assertThat(proposal.thesaurusVersion()).isEqualTo(event.version());
        corrections.refused(
                Corrections.body(Corrections.organization(), "de", "ABLAGE " + word, "object-storage", "added", null),
                "words");
    }

    @Test
    void anAcceptedDenialTakesTheLabelAwayInThatLanguage() {
        String word = word();
        corrections.published("object-storage", "Ablage " + word);
        corrections.correct(Corrections.organization(), "de", "Ablagen " + word, "object-storage", "denied", null);
        CorrectionGroupView group = corrections.group(word);

        corrections.accepted(group, "{\"reason\":\"it is for paper\"}");

        assertThat(corrections.alternatives("object-storage")).doesNotContain("Ablage " + word);
        for (String type : List.of("text/turtle", "application/ld+json")) {
            assertThat(Http.body(
                            http.client()
                                    .get()
                                    .uri("/concepts/object-storage")
                                    .accept(MediaType.parseMediaType(type))
                                    .exchange()
                                    .expectStatus()
                                    .isOk(),
                            String.class))
                    .doesNotContain(word);
        }
        List<Event> events = Heard.of("listing.thesaurus", event -> isAbout(event, word), 2);
        assertThat(((ThesaurusExtendedV1) events.getLast()).addition())
                .isEqualTo(ConceptAddition.denial("object-storage", GERMAN, "Ablagen " + word));
        JsonNode feed =
                http.json("/feed/thesaurus?limit=1&after=" + (((ThesaurusExtendedV1) events.getLast()).version() - 1));
        assertThat(feed.at("/items/0/addition/denied/de/0").asString()).isEqualTo("Ablagen " + word);
        corrections.refused(
                Corrections.body(Corrections.organization(), "de", "Ablage " + word, "object-storage", "denied", null),
                "words");
    }

    @Test
    void rejectedCorrectionsStayRejectedUntilAcceptedAfterAll() {
        String word = word();
        corrections.correct(Corrections.organization(), "de", "Ablage " + word, "object-storage", "added", null);
        CorrectionGroupView group = corrections.group(word);

        CorrectionGroupView rejected = Http.body(
                corrections
                        .decide(group, "reject", "{\"reason\":\"too wide\"}")
                        .expectStatus()
                        .isOk(),
                CorrectionGroupView.class);

        assertThat(rejected.status()).isEqualTo(Status.rejected);
        assertThat(rejected.reason()).isEqualTo("too wide");
        assertThat(corrections.alternatives("object-storage")).doesNotContain("Ablage " + word);
        problem(corrections.decide(group, "reject", "{\"reason\":\"x\"}"), 412, "stale-version");
        problem(corrections.decide(rejected, "reject", "{\"reason\":\"x\"}"), 409, "not-in-this-status");
        corrections.correct(Corrections.organization(), "de", "Ablage " + word, "object-storage", "added", null);
        CorrectionGroupView more = corrections.group(word);
        assertThat(more.status()).isEqualTo(Status.rejected);
        assertThat(more.organizations()).isEqualTo(2);
        corrections.accepted(more, "{\"reason\":\"two by now\"}");
        assertThat(corrections.alternatives("object-storage")).contains("Ablage " + word);
        problem(corrections.decide(corrections.group(word), "accept", "{\"reason\":\"x\"}"), 409, "not-in-this-status");
    }

    @Test
    void whatMeansAnotherConceptTooIsAcceptedWithAQualifier() {
        String word = word();
        corrections.published("object-storage", "Ablage " + word);
        corrections.correct(Corrections.organization(), "de", "Ablage " + word, "cloud-storage", "added", null);
        CorrectionGroupView group = corrections.group(word);

        problem(corrections.decide(group, "accept", "{\"reason\":\"both\"}"), 409, "unsound-addition")
                .jsonPath("$.errors[0].field")
                .isEqualTo("label");
        assertThat(corrections.group(word).status()).isEqualTo(Status.open);
        corrections.accepted(group, "{\"reason\":\"both\",\"label\":\"Ablage " + word + " (Wolke)\"}");

        assertThat(corrections.alternatives("cloud-storage")).contains("Ablage " + word + " (Wolke)");
    }

    @Test
    void aDecisionNamesItsVersionAndItsReason() {
        String word = word();
        corrections.published("object-storage", "Ablage " + word);
        corrections.correct(Corrections.organization(), "de", "Ablage " + word, "object-storage", "denied", null);
        CorrectionGroupView group = corrections.group(word);

        http.client()
                .get()
                .uri("/corrections/groups/{id}", group.id())
                .exchange()
                .expectHeader()
                .valueEquals("ETag", "\"1\"");
        problem(
                http.post("/corrections/groups/" + group.id() + "/accept", "x", "{\"reason\":\"x\"}"),
                428,
                "version-required");
        for (String wrong : List.of("{}", "{\"reason\":\" \"}", "{\"reason\":\"x\",\"colour\":1}")) {
            corrections.decide(group, "accept", wrong).expectStatus().isBadRequest();
        }
        corrections
                .decide(group, "accept", "{\"reason\":\"x\",\"label\":\"something else\"}")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("label");
        corrections
                .decide(group, "reject", "{\"reason\":\"x\",\"label\":\"Ablage\"}")
                .expectStatus()
                .isBadRequest();
        problem(
                http.client()
                        .post()
                        .uri("/corrections/groups/{id}/accept", UUID.randomUUID())
                        .header("If-Match", "\"1\"")
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue("{\"reason\":\"x\"}")
                        .exchange(),
                404,
                "corrections-not-found");
    }

    private static ThesaurusExtendedV1 told(String word) {
        return (ThesaurusExtendedV1)
                Heard.of("listing.thesaurus", event -> isAbout(event, word), 1).getFirst();
    }

    private static boolean isAbout(Event event, String word) {
        return event instanceof ThesaurusExtendedV1 extended
                && extended.addition().toString().contains(word);
    }
}
