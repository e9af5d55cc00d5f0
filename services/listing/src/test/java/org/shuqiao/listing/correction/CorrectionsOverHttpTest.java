package org.shuqiao.listing.correction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shuqiao.contracts.event.Event;
import org.shuqiao.contracts.profile.Organization.Role;
import org.shuqiao.contracts.thesaurus.ConceptAddition;
import org.shuqiao.contracts.thesaurus.CorrectionGroupView;
import org.shuqiao.contracts.thesaurus.CorrectionGroupView.Status;
import org.shuqiao.contracts.thesaurus.CorrectionView;
import org.shuqiao.contracts.thesaurus.ProposalStatus;
import org.shuqiao.contracts.thesaurus.ProposalView;
import org.shuqiao.contracts.thesaurus.ThesaurusExtendedV1;
import org.shuqiao.contracts.value.LanguageTag;
import org.shuqiao.listing.Fixtures;
import org.shuqiao.listing.Heard;
import org.shuqiao.listing.Http;
import org.shuqiao.listing.ListingTest;
import org.shuqiao.listing.ProfilePeer;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ListingTest
class CorrectionsOverHttpTest {
    private static final LanguageTag GERMAN = new LanguageTag("de");

    @LocalServerPort
    int port;

    Http http;

    @BeforeEach
    void client() {
        http = new Http(port);
    }

    @Test
    void anAcceptedLabelIsPartOfTheThesaurusAndTold() {
        String word = word();
        correct(
                organization(),
                "de-AT",
                "Ablage " + word,
                "object-storage",
                "added",
                "eine Ablage " + word + " für uns");
        correct(organization(), "de", "Ablagen " + word, "object-storage", "added", null);
        correct(organization(), "de", "Ablagen " + word, "object-storage", "added", null);
        CorrectionGroupView group = group(word);
        assertThat(group.organizations()).isEqualTo(3);
        assertThat(group.words()).isEqualTo("Ablagen " + word);
        assertThat(group.written()).containsExactly("Ablagen " + word, "Ablage " + word);
        assertThat(group.contexts()).containsExactly("eine Ablage " + word + " für uns");
        assertThat(group.oldest()).isBefore(group.newest());
        assertThat(group.status()).isEqualTo(Status.open);

        CorrectionGroupView accepted =
                accepted(group, "{\"reason\":\"three of them\",\"label\":\"Ablage " + word + "\"}");

        assertThat(accepted.status()).isEqualTo(Status.accepted);
        assertThat(accepted.reason()).isEqualTo("three of them");
        assertThat(alternatives("object-storage")).contains("Ablage " + word);
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
        refused(body(organization(), "de", "ABLAGE " + word, "object-storage", "added", null), "words");
    }

    @Test
    void anAcceptedDenialTakesTheLabelAwayInThatLanguage() {
        String word = word();
        published("object-storage", "Ablage " + word);
        correct(organization(), "de", "Ablagen " + word, "object-storage", "denied", null);
        CorrectionGroupView group = group(word);

        accepted(group, "{\"reason\":\"it is for paper\"}");

        assertThat(alternatives("object-storage")).doesNotContain("Ablage " + word);
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
                json("/feed/thesaurus?limit=1&after=" + (((ThesaurusExtendedV1) events.getLast()).version() - 1));
        assertThat(feed.at("/items/0/addition/denied/de/0").asString()).isEqualTo("Ablagen " + word);
        refused(body(organization(), "de", "Ablage " + word, "object-storage", "denied", null), "words");
    }

    @Test
    void anOrganizationCountsOnceAndItsLastWordCounts() {
        String word = word();
        String organization = organization();
        CorrectionView first = correct(organization, "de", "Ablage " + word, "object-storage", "added", "one");

        CorrectionView again = Http.body(
                post(body(organization, "de", "ablagen " + word, "object-storage", "added", "two"))
                        .expectStatus()
                        .isOk(),
                CorrectionView.class);

        assertThat(again).isEqualTo(first);
        CorrectionGroupView group = group(word);
        assertThat(group.organizations()).isEqualTo(1);
        accepted(group, "{\"reason\":\"why not\"}");
        correct(organization, "de", "Ablage " + word, "object-storage", "denied", null);
        problem(
                http.client().get().uri("/corrections/groups/{id}", group.id()).exchange(),
                404,
                "corrections-not-found");
        accepted(group(word), "{\"reason\":\"it was wrong\"}");
        correct(organization, "de", "Ablage " + word, "object-storage", "added", null);
        CorrectionGroupView reopened = group(word);
        assertThat(reopened.id()).isEqualTo(group.id());
        assertThat(reopened.status()).isEqualTo(Status.open);
        assertThat(reopened.version()).isGreaterThan(group.version());
        assertThat(reopened.proposal()).isNull();
    }

    @Test
    void whatComesAtOnceCountsOnceAndIsDecidedOnce() throws Exception {
        String word = word();
        String organization = organization();
        assertThat(atOnce(() -> post(body(organization, "de", "Ablage " + word, "object-storage", "added", null))))
                .isSubsetOf(200, 201)
                .containsOnlyOnce(201);
        CorrectionGroupView group = group(word);
        assertThat(group.organizations()).isEqualTo(1);

        assertThat(atOnce(() -> decide(group, "accept", "{\"reason\":\"x\"}")))
                .isSubsetOf(200, 412)
                .containsOnlyOnce(200);
        assertThat(alternatives("object-storage")).containsOnlyOnce("Ablage " + word);
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

    @Test
    void theSameRequestAgainGetsTheSameAnswer() {
        String word = word();
        String body = body(organization(), "de", "Ablage " + word, "object-storage", "added", null);
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
    void rejectedCorrectionsStayRejectedUntilAcceptedAfterAll() {
        String word = word();
        correct(organization(), "de", "Ablage " + word, "object-storage", "added", null);
        CorrectionGroupView group = group(word);

        CorrectionGroupView rejected = Http.body(
                decide(group, "reject", "{\"reason\":\"too wide\"}")
                        .expectStatus()
                        .isOk(),
                CorrectionGroupView.class);

        assertThat(rejected.status()).isEqualTo(Status.rejected);
        assertThat(rejected.reason()).isEqualTo("too wide");
        assertThat(alternatives("object-storage")).doesNotContain("Ablage " + word);
        problem(decide(group, "reject", "{\"reason\":\"x\"}"), 412, "stale-version");
        problem(decide(rejected, "reject", "{\"reason\":\"x\"}"), 409, "not-in-this-status");
        correct(organization(), "de", "Ablage " + word, "object-storage", "added", null);
        CorrectionGroupView more = group(word);
        assertThat(more.status()).isEqualTo(Status.rejected);
        assertThat(more.organizations()).isEqualTo(2);
        accepted(more, "{\"reason\":\"two by now\"}");
        assertThat(alternatives("object-storage")).contains("Ablage " + word);
        problem(decide(group(word), "accept", "{\"reason\":\"x\"}"), 409, "not-in-this-status");
    }

    @Test
    void whatMeansAnotherConceptTooIsAcceptedWithAQualifier() {
        String word = word();
        published("object-storage", "Ablage " + word);
        correct(organization(), "de", "Ablage " + word, "cloud-storage", "added", null);
        CorrectionGroupView group = group(word);

        problem(decide(group, "accept", "{\"reason\":\"both\"}"), 409, "unsound-addition")
                .jsonPath("$.errors[0].field")
                .isEqualTo("label");
        assertThat(group(word).status()).isEqualTo(Status.open);
        accepted(group, "{\"reason\":\"both\",\"label\":\"Ablage " + word + " (Wolke)\"}");

        assertThat(alternatives("cloud-storage")).contains("Ablage " + word + " (Wolke)");
    }

    @Test
    void aDecisionNamesItsVersionAndItsReason() {
        String word = word();
        published("object-storage", "Ablage " + word);
        correct(organization(), "de", "Ablage " + word, "object-storage", "denied", null);
        CorrectionGroupView group = group(word);

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
            decide(group, "accept", wrong).expectStatus().isBadRequest();
        }
        decide(group, "accept", "{\"reason\":\"x\",\"label\":\"something else\"}")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("label");
        decide(group, "reject", "{\"reason\":\"x\",\"label\":\"Ablage\"}")
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

    @Test
    void listsByStatusAndByHowManySaySoPageByPage() {
        String often = word();
        String seldom = word();
        for (int i = 0; i < 3; i++) {
            correct(organization(), "de", "Ablage " + often, "object-storage", "added", null);
        }
        correct(organization(), "de", "Ablage " + seldom, "object-storage", "added", null);
        CorrectionGroupView one = group(seldom);

        assertThat(listed("?organizations=3")).contains(group(often).id()).doesNotContain(one.id());
        assertThat(listed("?status=open")).contains(group(often).id(), one.id()).isSorted();
        decide(one, "reject", "{\"reason\":\"no\"}").expectStatus().isOk();
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
        String body = body(Fixtures.BUYER, "de", "Ablage", "object-storage", "added", null);
        String damaged = body.replace(right, wrong)
                .replace("TOOLONG", "Ablage ".repeat(15))
                .replace("LONG", "Ablage ".repeat(12))
                .replace("CONTEXT", "x".repeat(401));
        assertThat(damaged).isNotEqualTo(body);

        refused(damaged, field);
    }

    @ParameterizedTest
    @CsvSource({"de, Objektspeichern, denied", "zh, 对象存储, denied"})
    void aPreferredLabelCannotBeDenied(String language, String words, String kind) {
        post(body(Fixtures.BUYER, language, words, "object-storage", kind, null))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("words")
                .jsonPath("$.errors[0].expected")
                .isEqualTo("words other than the preferred label of the concept, which stays");
    }

    private ResponseSpec post(String body) {
        return http.post("/corrections", UUID.randomUUID().toString(), body);
    }

    private void refused(String body, String field) {
        post(body)
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo(field);
    }

    private CorrectionView correct(
            String organization, String language, String words, String concept, String kind, @Nullable String context) {
        return Http.body(
                post(body(organization, language, words, concept, kind, context))
                        .expectStatus()
                        .isCreated(),
                CorrectionView.class);
    }

    /** The only group with the word that somebody stands behind. */
    private CorrectionGroupView group(String word) {
        List<CorrectionGroupView> groups = json("/corrections/groups?limit=200")
                .path("items")
                .valueStream()
                .filter(group -> group.path("words").asString().contains(word))
                .map(group -> JsonMapper.shared().treeToValue(group, CorrectionGroupView.class))
                .toList();
        assertThat(groups).hasSize(1);
        return groups.getFirst();
    }

    private List<UUID> listed(String query) {
        List<UUID> ids = new ArrayList<>();
        String after = "";
        while (after != null) {
            JsonNode page = json("/corrections/groups" + query + "&limit=2" + after);
            page.get("items")
                    .forEach(item -> ids.add(UUID.fromString(item.get("id").stringValue())));
            after = page.hasNonNull("next") ? "&after=" + page.get("next").stringValue() : null;
        }
        return ids;
    }

    /** A label that an operator added. */
    private void published(String concept, String label) {
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

    private CorrectionGroupView accepted(CorrectionGroupView group, String decision) {
        return Http.body(decide(group, "accept", decision).expectStatus().isOk(), CorrectionGroupView.class);
    }

    private ResponseSpec decide(CorrectionGroupView seen, String decision, String body) {
        return http.client()
                .post()
                .uri("/corrections/groups/{id}/{decision}", seen.id(), decision)
                .header("If-Match", "\"" + seen.version() + "\"")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private List<String> alternatives(String concept) {
        return json("/concepts/" + concept)
                .at("/labels/de/alternative")
                .valueStream()
                .map(JsonNode::stringValue)
                .toList();
    }

    private JsonNode json(String path) {
        return JsonMapper.shared()
                .readTree(Http.body(
                        http.client().get().uri(path).exchange().expectStatus().isOk(), String.class));
    }

    private static ThesaurusExtendedV1 told(String word) {
        return (ThesaurusExtendedV1)
                Heard.of("listing.thesaurus", event -> isAbout(event, word), 1).getFirst();
    }

    private static boolean isAbout(Event event, String word) {
        return event instanceof ThesaurusExtendedV1 extended
                && extended.addition().toString().contains(word);
    }

    private static WebTestClient.BodyContentSpec problem(ResponseSpec response, int status, String slug) {
        return response.expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:shuqiao:problem:" + slug);
    }

    private static String organization() {
        String identifier = "TEST:" + word();
        ProfilePeer.get().add(identifier, Role.buyer);
        return identifier;
    }

    private static String body(
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

    private static String word() {
        return "w" + UUID.randomUUID().toString().replace("-", "");
    }
}
