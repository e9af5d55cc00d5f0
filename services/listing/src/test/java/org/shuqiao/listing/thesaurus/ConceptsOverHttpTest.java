package org.shuqiao.listing.thesaurus;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.rdf4j.model.vocabulary.RDF;
import org.eclipse.rdf4j.model.vocabulary.SKOS;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shuqiao.contracts.thesaurus.ConceptEntry;
import org.shuqiao.contracts.thesaurus.ConceptView;
import org.shuqiao.contracts.value.LanguageTag;
import org.shuqiao.listing.Http;
import org.shuqiao.listing.ListingTest;
import org.shuqiao.thesaurus.Thesaurus;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ListingTest
class ConceptsOverHttpTest {
    private static final String NAMES = "http://127.0.0.1:8080/api/";

    @LocalServerPort
    int port;

    WebTestClient client;

    @BeforeEach
    void client() {
        client = new Http(port).client();
    }

    @Test
    void tellsOneConceptInAllLanguagesWithWhatIsAround() {
        ConceptView concept =
                Http.body(get("/concepts/object-storage").expectStatus().isOk(), ConceptView.class);

        assertThat(concept.uri()).isEqualTo(NAMES + "concepts/object-storage");
        assertThat(concept.branch()).isEqualTo("cloud-services");
        assertThat(concept.labels()).hasSize(Thesaurus.LANGUAGES.size());
        assertThat(concept.definitions()).containsKeys(new LanguageTag("zh"), new LanguageTag("en"));
        assertThat(concept.labels().get(new LanguageTag("zh")).preferred()).isEqualTo("对象存储");
        assertThat(concept.labels().get(new LanguageTag("en")).alternative()).contains("blob storage");
        assertThat(concept.broader()).extracting(ConceptEntry::label).containsExactly("cloud storage");
        assertThat(concept.mappings()).isNotNull();
    }

    @Test
    void tellsOneConceptInTheLanguageAskedFor() {
        ConceptView concept = Http.body(
                get("/concepts/cloud-storage?language=ru").expectStatus().isOk(), ConceptView.class);

        assertThat(concept.labels()).containsOnlyKeys(new LanguageTag("ru"));
        assertThat(concept.narrower())
                .anySatisfy(entry -> assertThat(entry.label()).isEqualTo("объектное хранилище"))
                .allSatisfy(entry -> assertThat(entry.language().value()).isEqualTo("ru"));
    }

    @Test
    void beginsWithTheTopsAndGoesDown() {
        List<ConceptEntry> tops = page("/concepts?language=zh&limit=200");

        assertThat(tops)
                .anySatisfy(top -> {
                    assertThat(top.id()).isEqualTo("cloud-service");
                    assertThat(top.label()).isEqualTo("云服务");
                    assertThat(top.narrower()).isPositive();
                })
                .hasSizeGreaterThanOrEqualTo(13);
        assertThat(ids(page("/concepts?broader=cloud-storage&limit=200"))).contains("object-storage");
        assertThat(ids(page("/concepts?broader=object-storage"))).doesNotContain("object-storage");
    }

    @ParameterizedTest
    @CsvSource({
        "fr, stockage obj, object-storage",
        "vi, luu tru doi tuong, object-storage",
        "zh, 象存, object-storage",
        "zh-Hans, 对象, object-storage",
        "ru, ОБЪЕКТН, object-storage"
    })
    void findsWhatIsBeingTyped(String language, String typed, String concept) {
        assertThat(ids(page("/concepts?language=" + language + "&limit=200&q=" + typed)))
                .contains(concept);
    }

    @Test
    void narrowsWhatIsFoundToABranchOrToWhatIsBelowAConcept() {
        List<String> all = ids(page("/concepts?q=data&limit=200"));
        List<String> inBranch = ids(page("/concepts?q=data&branch=security&limit=200"));
        List<String> below = ids(page("/concepts?q=obj&broader=infrastructure-as-a-service&limit=200"));

        assertThat(all).containsAll(inBranch).hasSizeGreaterThan(inBranch.size());
        assertThat(inBranch).isNotEmpty();
        assertThat(below).contains("object-storage");
        assertThat(ids(page("/concepts?branch=security&limit=200"))).containsAll(inBranch);
    }

    @Test
    void pagesLeadToAllOfABranchEachOnce() {
        List<String> paged = new ArrayList<>();
        URI next = URI.create("http://127.0.0.1:" + port + "/concepts?branch=security&limit=40");
        while (next != null) {
            EntityExchangeResult<byte[]> answer = client.get()
                    .uri(next)
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .returnResult();
            JsonNode page = JsonMapper.shared().readTree(answer.getResponseBody());
            page.get("items").forEach(item -> paged.add(item.get("id").stringValue()));
            String link = answer.getResponseHeaders().getFirst("Link");
            next = link == null
                    ? null
                    : next.resolve(link.replaceFirst("^<", "").replaceFirst(">.*", ""));
        }

        assertThat(paged).doesNotHaveDuplicates().hasSizeGreaterThan(40);
        assertThat(paged)
                .startsWith("information-security")
                .containsAll(ids(page("/concepts?branch=security&limit=40")));
    }

    @ParameterizedTest
    @CsvSource({
        "/concepts?language=xx, language",
        "/concepts?language=%00, language",
        "/concepts/object-storage?language=english, language",
        "/concepts?broader=nothing, broader",
        "/concepts?branch=nothing, branch",
        "/concepts?q=, q",
        "/concepts?q=-, q",
        "/concepts?limit=0, limit",
        "/concepts?limit=many, limit",
        "/concepts?after=xyz, after",
        "/concepts?after=bm90aGluZw, after"
    })
    void namesTheParameterThatIsWrong(String path, String field) {
        client.get()
                .uri(URI.create("http://127.0.0.1:" + port + path))
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo(field);
    }

    @Test
    void knowsNoOtherConcept() {
        get("/concepts/nothing")
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:shuqiao:problem:concept-not-found");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*/*                                            | application/json",
                "application/json                               | application/json",
                "text/turtle                                    | text/turtle",
                "application/ld+json                            | application/ld+json",
                "text/turtle;q=0.5, application/ld+json         | application/ld+json",
                "text/html, text/*;q=0.9, application/json;q=0.1| text/turtle",
                "text/turtle;q=0, */*                           | application/json"
            })
    void writesAConceptAsTheCallerLikesBest(String accept, String type) {
        client.get()
                .uri("/concepts/object-storage")
                .header("Accept", accept)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .value("Content-Type", found -> assertThat(found).startsWith(type))
                .expectHeader()
                .valueEquals("Vary", "Accept");
    }

    @Test
    void refusesToWriteItOtherwise() {
        client.get()
                .uri("/thesaurus")
                .header("Accept", "text/csv")
                .exchange()
                .expectStatus()
                .isEqualTo(406);
    }

    @Test
    void sendsTheWholeSchemeToThoseWhoHaveAnotherOne() {
        EntityExchangeResult<String> turtle = whole("text/turtle");
        EntityExchangeResult<String> jsonLd = whole("application/ld+json");

        var model = Triples.read(String.valueOf(turtle.getResponseBody()), RDFFormat.TURTLE);
        assertThat(model.filter(null, RDF.TYPE, SKOS.CONCEPT)).hasSizeGreaterThan(700);
        assertThat(Triples.read(String.valueOf(jsonLd.getResponseBody()), RDFFormat.JSONLD))
                .isEqualTo(model);
        String etag = String.valueOf(turtle.getResponseHeaders().getETag());
        assertThat(etag).isNotEqualTo(jsonLd.getResponseHeaders().getETag()).matches("\"[0-9a-f]{32}-turtle\"");
        client.get()
                .uri("/thesaurus")
                .header("If-None-Match", etag)
                .exchange()
                .expectStatus()
                .isNotModified()
                .expectBody()
                .isEmpty();
    }

    private EntityExchangeResult<String> whole(String type) {
        return client.get()
                .uri("/thesaurus")
                .header("Accept", type)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult();
    }

    private ResponseSpec get(String path) {
        return client.get().uri(path).exchange();
    }

    private List<ConceptEntry> page(String path) {
        JsonNode page =
                JsonMapper.shared().readTree(Http.body(get(path).expectStatus().isOk(), String.class));
        List<ConceptEntry> entries = new ArrayList<>();
        page.get("items").forEach(item -> entries.add(JsonMapper.shared().treeToValue(item, ConceptEntry.class)));
        return entries;
    }

    private static List<String> ids(List<ConceptEntry> entries) {
        return entries.stream().map(ConceptEntry::id).toList();
    }
}
