package org.shuqiao.search.find;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.shuqiao.search.Fixtures.demand;
import static org.shuqiao.search.Fixtures.offer;
import static org.shuqiao.search.Fixtures.organization;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shuqiao.contracts.profile.OrganizationView.Verification;
import org.shuqiao.contracts.search.SearchView;
import org.shuqiao.contracts.search.SearchView.FacetCount;
import org.shuqiao.contracts.search.SearchView.HitView;
import org.shuqiao.search.Http;
import org.shuqiao.search.SearchIndexTest;
import org.shuqiao.search.index.ElasticIndices;
import org.shuqiao.search.index.Indexing;
import org.shuqiao.search.index.Indexing.Change;
import org.shuqiao.search.index.Kind;
import org.shuqiao.search.index.Names;
import org.shuqiao.search.index.Target;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@SearchIndexTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchingTest {
    /** Marks what belongs to this test among what others left in the shared indices. */
    private static final String ZONE = "searching-test";

    private static final UUID VERIFIED = UUID.randomUUID();
    private static final UUID PLAIN = UUID.randomUUID();

    @LocalServerPort
    int port;

    @Autowired
    Indexing indexing;

    @Autowired
    ElasticIndices indices;

    @Autowired
    Names names;

    @BeforeAll
    void offers() {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> Boolean.TRUE.equals(indices.whole().block()));
        Target living = names.living();
        indexing.organizations(
                        living,
                        List.of(
                                organization(
                                        VERIFIED,
                                        1,
                                        "Huangpu Cloud",
                                        Verification.documents,
                                        "{'city':'CNSHA','zone':'" + ZONE + "'}"),
                                organization(
                                        PLAIN,
                                        1,
                                        "Suzhou Creek",
                                        Verification.none,
                                        "{'city':'CNSHA','zone':'" + ZONE + "'}")))
                .block();
        List<Change> offers = new ArrayList<>();
        add(
                offers,
                VERIFIED,
                "zh",
                "跨境电子商务云服务",
                "面向中小企业的数据中心托管与备份",
                "{'area':'cloud-services','deliveryModel':'IaaS','languages':['zh','en'],'dataLocations':['CN','SG'],"
                        + "'standards':[{'name':'ISO/IEC 27001'}],'price':{'min':'100','max':'900','currency':'USD'},"
                        + "'targetMarkets':['SA'],'excludedMarkets':['US']}");
        add(
                offers,
                VERIFIED,
                "en",
                "Managed hosting <b>fast</b>",
                "Hosting of databases for banks & insurers",
                "{'area':'cloud-services','deliveryModel':'managed-service','languages':['en']}");
        add(
                offers,
                PLAIN,
                "ru",
                "Цифровые счётчики воды",
                "Установка счётчиков и сбор показаний",
                "{'area':'digital-services','languages':['ru'],'price':{'min':'2000','currency':'USD'}}");
        add(offers, PLAIN, "ar", "عدادات المياه الرقمية", "قراءة العدادات عن بعد", "{'area':'digital-services'}");
        add(offers, PLAIN, "und", "มิเตอร์น้ำดิจิทัล", "การอ่านมิเตอร์ระยะไกล", "{'area':'digital-services'}");
        add(offers, PLAIN, "es", "Contadores de agua inteligentes", "Lectura remota de contadores", "{}");
        add(offers, PLAIN, "fr", "Hébergement d'applications", "Sauvegarde des données des entreprises", "{}");
        add(offers, PLAIN, "tr", "Akıllı su sayaçları", "Sayaçların uzaktan okunması", "{}");
        add(offers, PLAIN, "id", "Meteran air digital", "Pembacaan meteran jarak jauh untuk pelanggan", "{}");
        add(offers, PLAIN, "vi", "Đồng hồ nước kỹ thuật số", "Đọc đồng hồ từ xa", "{}");
        indexing.listings(living, Kind.OFFERS, offers).block();
        indexing.listings(
                        living,
                        Kind.DEMANDS,
                        List.of(new Change.State(demand(
                                UUID.randomUUID(),
                                PLAIN,
                                1,
                                "en",
                                "Teahouse booking",
                                "Zanzibarquux booking for tea houses",
                                "{'place':{'country':'PL'},'budget':{'max':'5000','currency':'EUR'}}"))))
                .block();
        indices.refresh(living, Kind.OFFERS, Kind.DEMANDS).block();
    }

    @ParameterizedTest
    @CsvSource({
        "ru, счётчик вода, Цифровые счётчики воды",
        "ar, عداد مياه, عدادات المياه الرقمية",
        "th, มิเตอร์, มิเตอร์น้ำดิจิทัล",
        "es, contador, Contadores de agua inteligentes",
        "fr, entreprise donnée, Hébergement d'applications",
        "en, host database, Managed hosting <b>fast</b>",
        "tr, sayaç, Akıllı su sayaçları",
        "id, baca, Meteran air digital",
        "vi, đồng hồ, Đồng hồ nước kỹ thuật số",
        "zh, 电子商务, 跨境电子商务云服务"
    })
    void findsOtherFormsOfAWordInItsLanguage(String language, String words, String title) {
        assertThat(titles("q=" + encoded(words) + "&language=" + language)).contains(title);
    }

    @ParameterizedTest
    @ValueSource(strings = {"境电", "云服", "数据中心", "\"托管与备份\"", "商务云"})
    void findsAnyPartOfAChineseText(String part) {
        assertThat(titles("q=" + encoded(part))).containsExactly("跨境电子商务云服务");
    }

    @Test
    void wordsAreFoundAcrossLanguagesAndWithoutTheirAccents() {
        assertThat(titles("q=hebergement")).containsExactly("Hébergement d'applications");
    }

    @Test
    void phrasesHoldTogetherAndAMinusLeavesOut() {
        assertThat(titles("q=" + encoded("\"hosting of databases\""))).hasSize(1);
        assertThat(titles("q=" + encoded("\"databases of hosting\""))).isEmpty();
        assertThat(titles("q=" + encoded("-сбор") + "&language=ru")).hasSize(9);
    }

    @Test
    void theProvidersNameFindsItsOffers() {
        assertThat(titles("q=Huangpu")).hasSize(2);
    }

    @Test
    void fragmentsAreMarkedAndHtmlInThemIsHarmless() {
        HitView hit = search("q=hosting&language=en").items().getFirst();

        assertThat(hit.highlights().get("title.en"))
                .containsExactly("Managed <em>hosting</em> &lt;b&gt;fast&lt;&#x2F;b&gt;");
        assertThat(hit.organizationName()).isNotNull();
        assertThat(hit.summary().originalValue()).contains("banks & insurers");
    }

    @Test
    void aFacetsOwnChoiceDoesNotNarrowItsCounts() {
        SearchView view = search("area=cloud-services");

        assertThat(view.total()).isEqualTo(2);
        assertThat(view.facets().get("area"))
                .containsExactlyInAnyOrder(new FacetCount("digital-services", 3), new FacetCount("cloud-services", 2));
        assertThat(view.facets().get("deliveryModel"))
                .containsExactlyInAnyOrder(new FacetCount("IaaS", 1), new FacetCount("managed-service", 1));
        assertThat(search("area=cloud-services,digital-services").total()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({
        "verified=true, 2",
        "standard=iso+27001, 1",
        "dataLocation=SG, 1",
        "languages=ru&languages=zh, 2",
        "deliveryModel=managed-service, 1",
        "writtenIn=ru, 1",
        "country=CN, 10",
        "city=CNSHA, 10",
        "priceMax=500&currency=USD, 1",
        "priceMax=5000&currency=USD, 2",
        "priceMax=5000&currency=EUR, 0",
        "market=US, 9",
        "market=SA, 10",
        "q=*, 10",
        "q=, 10"
    })
    void choicesNarrow(String query, int hits) {
        assertThat(search(query).total()).isEqualTo(hits);
    }

    @Test
    void pagesFollowOneAnotherWithoutGapsOrRepeats() {
        Set<UUID> seen = new HashSet<>();
        Http http = new Http(port);
        String query = "/offers?zone=" + ZONE + "&limit=3";
        String next = query;
        for (int page = 0; page < 5 && !next.isEmpty(); page++) {
            Http.Answer answer = http.get(next);
            answer.as(SearchView.class)
                    .items()
                    .forEach(item -> assertThat(seen.add(item.id())).isTrue());
            String link = answer.header("Link");
            next = link.isEmpty()
                    ? ""
                    : java.net
                            .URI
                            .create("/offers")
                            .resolve(link.substring(1, link.indexOf('>')))
                            .toString();
        }

        assertThat(seen).hasSize(10);
    }

    @Test
    void aCursorOfAnotherQueryIsRefused() {
        Http http = new Http(port);
        String cursor = String.valueOf(search("limit=3").next());

        Http.Answer answer = http.get("/offers?zone=" + ZONE + "&q=cloud&after=" + cursor);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("errors").path(0).path("field").asString())
                .isEqualTo("after");
    }

    @ParameterizedTest
    @CsvSource({"colour=red, colour", "area=clouds, area", "limit=1000, limit", "country=china, country"})
    void aWrongParameterIsNamed(String query, String field) {
        Http.Answer answer = new Http(port).get("/offers?" + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().path("errors").path(0).path("field").asString())
                .isEqualTo(field);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"title:*", "/.*.*.*.*/", "((((", "a* b* c*", "\"", "~~~", "\\", "AND OR NOT", "{\"query\":1}"})
    void noInputIsAnAttack(String words) {
        assertThat(new Http(port).get("/offers?q=" + encoded(words)).status()).isEqualTo(200);
    }

    @Test
    void theLanguageOfTheOriginalIsCountedAndDetectedWhereItIsNotGiven() {
        assertThat(search("").facets().get("writtenIn"))
                .extracting(FacetCount::value)
                .containsExactlyInAnyOrder("zh", "en", "ru", "ar", "th", "es", "fr", "tr", "id", "vi");
    }

    @Test
    void demandsAreSearchedToo() {
        Http http = new Http(port);

        SearchView view = http.get("/demands?q=zanzibarquux&country=PL&budgetMin=4000&currency=EUR")
                .as(SearchView.class);

        assertThat(view.items()).hasSize(1);
        assertThat(view.facets()).containsKey("kind").doesNotContainKey("zone");
        assertThat(http.get("/demands?q=zanzibarquux&budgetMin=6000&currency=EUR")
                        .as(SearchView.class)
                        .items())
                .isEmpty();
    }

    private SearchView search(String query) {
        return new Http(port).get("/offers?zone=" + ZONE + "&" + query).as(SearchView.class);
    }

    private List<String> titles(String query) {
        return search(query).items().stream()
                .map(item -> item.title().originalValue())
                .toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static void add(
            List<Change> offers, UUID provider, String language, String title, String summary, String more) {
        offers.add(new Change.State(offer(UUID.randomUUID(), provider, 1, language, title, summary, more)));
    }
}
