package org.shuqiao.listing.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shuqiao.listing.Fixtures.word;
import static org.shuqiao.listing.Http.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shuqiao.contracts.event.Event;
import org.shuqiao.contracts.thesaurus.ProposalStatus;
import org.shuqiao.contracts.thesaurus.ProposalView;
import org.shuqiao.contracts.thesaurus.ThesaurusEvent;
import org.shuqiao.contracts.thesaurus.ThesaurusExtendedV1;
import org.shuqiao.listing.Heard;
import org.shuqiao.listing.Http;
import org.shuqiao.listing.ListingTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ListingTest
class ProposalsOverHttpTest {
    @LocalServerPort
    int port;

    @Autowired
    DatabaseClient database;

    Http http;

    @BeforeEach
    void client() {
        http = new Http(port);
    }

    @Test
    void aPublishedConceptIsThereAtOnceAndTold() {
        String word = word();
        ProposalView proposal = propose(concept(word));
        assertThat(proposal.status()).isEqualTo(ProposalStatus.proposed);
        http.client().get().uri("/concepts/" + word).exchange().expectStatus().isNotFound();
        String etag = thesaurusTag();

        ProposalView published =
                Http.body(decide(proposal, "publish").expectStatus().isOk(), ProposalView.class);

        assertThat(published.status()).isEqualTo(ProposalStatus.published);
        http.client()
                .get()
                .uri("/concepts/" + word + "?language=ru")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.labels.ru.preferred")
                .isEqualTo("шоу " + word)
                .jsonPath("$.branch")
                .isEqualTo("cloud-services")
                .jsonPath("$.broader[0].id")
                .isEqualTo("cloud-storage");
        http.client()
                .get()
                .uri("/concepts?language=ru&q=" + word)
                .exchange()
                .expectBody()
                .jsonPath("$.items[0].id")
                .isEqualTo(word);
        assertThat(thesaurusTag()).isNotEqualTo(etag);
        List<Event> events = Heard.of("listing.thesaurus", event -> isAbout(event, word), 1);
        ThesaurusExtendedV1 event = (ThesaurusExtendedV1) events.getFirst();
        assertThat(event.aggregateId()).isEqualTo(ThesaurusEvent.THESAURUS);
        assertThat(event.version()).isEqualTo(published.thesaurusVersion());
        assertThat(event.addition()).isEqualTo(proposal.addition());
    }

    @Test
    void anExtensionAddsLabelsToAConceptThatIsThere() {
        String word = word();
        ProposalView proposal = propose(extension("object-storage", "\"de\": [\"Ablage " + word + "\"]"));

        decide(proposal, "publish").expectStatus().isOk();

        http.client()
                .get()
                .uri("/concepts/object-storage")
                .exchange()
                .expectBody()
                .jsonPath("$.labels.de.alternative")
                .value(List.class, labels -> assertThat(labels.toString()).contains("Ablage " + word));
    }

    @Test
    void theFeedHasThePublishedAdditionsInTheOrderOfTheirVersions() {
        String first = word();
        String second = word();
        decide(propose(concept(first)), "publish").expectStatus().isOk();
        decide(propose(extension(first, "\"fr\": [\"fr " + second + "\"]")), "publish")
                .expectStatus()
                .isOk();
        propose(concept(word()));

        List<Long> versions = new ArrayList<>();
        List<String> concepts = new ArrayList<>();
        String after = "0";
        while (after != null) {
            JsonNode page = read("/feed/thesaurus?after=" + after + "&limit=1");
            page.get("items").forEach(item -> {
                versions.add(item.get("version").asLong());
                concepts.add(item.get("addition").get("concept").stringValue());
            });
            after = page.hasNonNull("next") ? page.get("next").stringValue() : null;
        }

        assertThat(versions).first().isEqualTo(1L);
        assertThat(versions).isSorted().doesNotHaveDuplicates().last().isEqualTo((long) versions.size());
        assertThat(concepts).endsWith(first, first);
        http.client()
                .get()
                .uri("/feed/thesaurus?after=-1&limit=1")
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`\"concept\":\"WORD\"` | `\"concept\":\"Drone Show\"` | addition.concept",
                "`\"concept\":\"WORD\"` | `\"concept\":\"object-storage\"` | addition.concept",
                "`\"concept\":\"WORD\"` | `\"concept\":\"proposals\"` | addition.concept",
                "`\"broader\":[\"cloud-storage\"]` | `\"broader\":[\"nowhere\"]` | addition.broader[0]",
                "`\"broader\":[\"cloud-storage\"]` | `\"broader\":[\"WORD\"]` | addition.broader[0]",
                "`\"broader\":[\"cloud-storage\"],` | `` | addition.broader",
                "`\"related\":[\"object-storage\"]` | `\"related\":[\"cloud-storage\"]` | addition.related[0]",
                "`\"code\":\"72317000\"` | `\"code\":\"7231\"` | addition.mappings[0].code",
                "`\"scheme\":\"cpv\"` | `\"scheme\":\"isic\"` | addition.mappings[0].scheme",
                "`\"en\":[\"show WORD\"]` | `\"en\":[\"show WORD\",\"Object Storage\"]` | addition.labels.en[1]",
                "`\"en\":[\"show WORD\"]` | `\"en\":[\"show WORD\",\"of the\"]` | addition.labels.en[1]",
                "`\"en\":[\"show WORD\"]` | `\"en\":[\" show WORD\"]` | addition.labels.en[0]",
                "`\"en\":[\"show WORD\"]` | `\"en\":[]` | addition.labels.en",
                "`\"en\":[\"show WORD\"],` | `` | addition.labels.en",
                "`\"en\":[\"show WORD\"]` | `\"en\":[\"show WORD\"],\"ka\":[\"შოუ\"]` | addition.labels.ka",
                "`\"kind\":\"concept\"` | `\"kind\":\"extension\"` | addition.broader",
                "`\"kind\":\"concept\"` | `\"kind\":\"idea\"` | addition.kind",
                "`\"kind\":\"concept\"` | `\"kind\":\"concept\",\"color\":\"red\"` | addition.color",
                "`\"reason\":\"asked for by buyers\",` | `` | reason"
            })
    void namesTheFieldThatIsWrong(String right, String wrong, String field) {
        String word = word();
        String body = concept(word);
        String damaged = body.replace(right.replace("WORD", word), wrong.replace("WORD", word));
        assertThat(damaged).isNotEqualTo(body);

        http.post("/concepts/proposals", word, damaged)
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo(field);
    }

    @Test
    void theSameRequestAgainIsTheSameProposal() {
        String word = word();
        ProposalView first = Http.body(
                http.post("/concepts/proposals", word, concept(word))
                        .expectStatus()
                        .isCreated()
                        .expectHeader()
                        .valueMatches("Location", "proposals/[0-9a-f-]{36}"),
                ProposalView.class);
        ProposalView again = Http.body(
                http.post("/concepts/proposals", word, concept(word))
                        .expectStatus()
                        .isCreated(),
                ProposalView.class);

        assertThat(again).isEqualTo(first);
        problem(http.post("/concepts/proposals", word(), concept(word)), 409, "concept-taken");
    }

    @Test
    void aRejectedProposalSaysWhyAndFreesItsConcept() {
        String word = word();
        ProposalView proposal = propose(concept(word));

        ProposalView rejected = Http.body(
                reject(proposal, "{\"reason\":\"too narrow\"}").expectStatus().isOk(), ProposalView.class);

        assertThat(rejected.status()).isEqualTo(ProposalStatus.rejected);
        assertThat(rejected.rejection()).isEqualTo("too narrow");
        problem(decide(rejected, "publish"), 409, "not-in-this-status");
        problem(decide(proposal, "publish"), 412, "stale-version");
        assertThat(propose(concept(word)).id()).isNotEqualTo(proposal.id());
    }

    @Test
    void aDecisionNamesTheVersionItIsMadeTo() {
        ProposalView proposal = propose(concept(word()));
        String path = "/concepts/proposals/" + proposal.id();

        problem(http.client().post().uri(path + "/publish").exchange(), 428, "version-required");
        reject(proposal, "{}").expectStatus().isBadRequest();
        http.client()
                .get()
                .uri(path)
                .exchange()
                .expectHeader()
                .valueEquals("ETag", "\"1\"")
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("proposed");
        problem(
                http.client()
                        .get()
                        .uri("/concepts/proposals/" + UUID.randomUUID())
                        .exchange(),
                404,
                "proposal-not-found");
    }

    @Test
    void listsByStatusPageByPage() {
        ProposalView open = propose(concept(word()));
        ProposalView closed = propose(concept(word()));
        reject(closed, "{\"reason\":\"no\"}").expectStatus().isOk();

        assertThat(listed("?status=proposed")).contains(open.id()).doesNotContain(closed.id());
        assertThat(listed("?status=rejected")).contains(closed.id()).doesNotContain(open.id());
        assertThat(listed("")).contains(open.id(), closed.id()).isSorted();
        http.client()
                .get()
                .uri("/concepts/proposals?status=open")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("status");
    }

    @Test
    void ofTwoThatExcludeEachOtherOneIsPublished() throws Exception {
        String word = word();
        List<ProposalView> rivals = new ArrayList<>();
        for (String concept : List.of("object-storage", "block-storage", "file-storage", "cloud-backup")) {
            if (http.client()
                    .get()
                    .uri("/concepts/" + concept)
                    .exchange()
                    .returnResult(String.class)
                    .getStatus()
                    .is2xxSuccessful()) {
                rivals.add(propose(extension(concept, "\"es\": [\"almacén " + word + "\"]")));
            }
        }
        assertThat(rivals).hasSizeGreaterThan(1);
        long before = version();

        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Stream<Callable<Integer>> publications = rivals.stream()
                    .map(rival -> () -> decide(rival, "publish")
                            .returnResult(String.class)
                            .getStatus()
                            .value());
            for (Future<Integer> status : threads.invokeAll(publications.toList())) {
                statuses.add(status.get());
            }
        }

        assertThat(statuses).containsOnlyOnce(200);
        assertThat(statuses.stream().filter(status -> status == 409)).hasSize(rivals.size() - 1);
        assertThat(version()).isEqualTo(before + 1);
        ProposalView loser = rivals.get(statuses.indexOf(409));
        problem(decide(loser, "publish"), 409, "unsound-addition")
                .jsonPath("$.errors[0].field")
                .isEqualTo("addition.labels.es[0]");
    }

    private long version() {
        return database.sql("SELECT version FROM thesaurus")
                .map(row -> row.get(0, Long.class))
                .one()
                .blockOptional()
                .orElseThrow();
    }

    private List<UUID> listed(String query) {
        List<UUID> ids = new ArrayList<>();
        String separator = query.isEmpty() ? "?" : "&";
        String after = "";
        while (after != null) {
            JsonNode page = read("/concepts/proposals" + query + separator + "limit=2" + after);
            page.get("items")
                    .forEach(item -> ids.add(UUID.fromString(item.get("id").stringValue())));
            after = page.hasNonNull("next") ? "&after=" + page.get("next").stringValue() : null;
        }
        return ids;
    }

    private JsonNode read(String path) {
        return JsonMapper.shared()
                .readTree(Http.body(
                        http.client().get().uri(path).exchange().expectStatus().isOk(), String.class));
    }

    private String thesaurusTag() {
        return String.valueOf(http.client()
                .head()
                .uri("/thesaurus")
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(String.class)
                .getResponseHeaders()
                .getETag());
    }

    private ProposalView propose(String body) {
        return Http.body(
                http.post("/concepts/proposals", UUID.randomUUID().toString(), body)
                        .expectStatus()
                        .isCreated(),
                ProposalView.class);
    }

    private ResponseSpec decide(ProposalView seen, String decision) {
        return http.client()
                .post()
                .uri("/concepts/proposals/{id}/{decision}", seen.id(), decision)
                .header("If-Match", "\"" + seen.version() + "\"")
                .exchange();
    }

    private ResponseSpec reject(ProposalView seen, String body) {
        return http.client()
                .post()
                .uri("/concepts/proposals/{id}/reject", seen.id())
                .header("If-Match", "\"" + seen.version() + "\"")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private static boolean isAbout(Event event, String concept) {
        return event instanceof ThesaurusExtendedV1 extended
                && extended.addition().concept().equals(concept);
    }

    private static String concept(String word) {
        return """
                {"reason":"asked for by buyers","addition":{"kind":"concept","concept":"WORD","broader":["cloud-storage"],\
                "related":["object-storage"],"mappings":[{"match":"close","scheme":"cpv","code":"72317000"}],\
                "labels":{"en":["show WORD"],"zh":["秀WORD"],"ru":["шоу WORD"]}}}""".replace("WORD", word);
    }

    private static String extension(String concept, String labels) {
        return """
                {"reason":"buyers write so","addition":{"kind":"extension","concept":"%s","labels":{%s}}}""".formatted(concept, labels);
    }
}
