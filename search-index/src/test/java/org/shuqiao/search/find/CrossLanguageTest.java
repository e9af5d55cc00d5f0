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
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shuqiao.contracts.profile.OrganizationView.Verification;
import org.shuqiao.contracts.search.SearchView;
import org.shuqiao.contracts.search.SearchView.ConceptView;
import org.shuqiao.contracts.search.SearchView.FacetCount;
import org.shuqiao.contracts.search.SearchView.FoundConceptView;
import org.shuqiao.contracts.search.SearchView.HitView;
import org.shuqiao.contracts.search.SearchView.WithoutView;
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
class CrossLanguageTest {
    /** Marks what belongs to this test among what others left in the shared indices. */
    private static final String ZONE = "cross-language-test";

    private static final String CHINESE = "海量数据的对象存储";
    private static final String RUSSIAN = "Объектное хранилище для архивов";
    private static final String ENGLISH = "Object storage for banks";
    private static final String COLD = "冷数据归档存储";
    private static final String WAREHOUSE = "Система управления складом";

    private static final UUID PROVIDER = UUID.randomUUID();

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
                        List.of(organization(
                                PROVIDER, 1, "Wusong", Verification.none, "{'city':'CNSHA','zone':'" + ZONE + "'}")))
                .block();
        List<Change> offers = new ArrayList<>();
        add(offers, "zh", CHINESE, "多副本保存，按用量付费。", "{'area':'cloud-services'}");
        add(offers, "ru", RUSSIAN, "Храним файлы в двух городах.", "{'area':'cloud-services'}");
        add(offers, "en", ENGLISH, "Files are kept in two cities.", "{'area':'cloud-services'}");
        add(offers, "zh", COLD, "适合多年不读取的资料。", "{'area':'cloud-services'}");
        add(offers, "ru", WAREHOUSE, "Учёт товаров на складе.", "{'area':'cross-border-ecommerce'}");
        add(offers, "fr", "Formation des équipes", "Cours du soir.", "{}");
        indexing.listings(living, Kind.OFFERS, offers).block();
        indexing.listings(
                        living,
                        Kind.DEMANDS,
                        List.of(new Change.State(demand(
                                UUID.randomUUID(),
                                PROVIDER,
                                1,
                                "ar",
                                "نحتاج إلى تخزين الكائنات",
                                "لحفظ الملفات",
                                "{'place':{'country':'SZ'}}"))))
                .block();
        indices.refresh(living, Kind.OFFERS, Kind.DEMANDS).block();
    }

    @ParameterizedTest
    @CsvSource({
        "объектное хранилище",
        "объектного хранилища",
        "对象存储",
        "object storage",
        "تخزين الكائنات",
        "almacenamiento de objetos",
        "stockage objet"
    })
    void aQueryInOneLanguageFindsDocumentsInAll(String query) {
        assertThat(titles("q=" + encoded(query)))
                .contains(CHINESE, RUSSIAN, ENGLISH)
                .doesNotContain(WAREHOUSE);
    }

    @Test
    void aHitSaysHowItWasFound() {
        SearchView view = search("q=" + encoded("объектное хранилище"));

        HitView russian = view.items().getFirst();
        assertThat(russian.title().originalValue()).isEqualTo(RUSSIAN);
        assertThat(russian.otherLanguage()).isNull();
        assertThat(russian.found()).isNotNull();
        assertThat(russian.found().byWords()).isTrue();
        HitView chinese = hit(view, CHINESE);
        assertThat(chinese.otherLanguage()).isEqualTo("zh");
        assertThat(chinese.found()).isNotNull();
        assertThat(chinese.found().byWords()).isFalse();
        assertThat(chinese.found().byConcepts())
                .containsExactly(new FoundConceptView("object-storage", "объектное хранилище", null, "对象存储"));
        assertThat(chinese.score()).isBetween(0.1, russian.score());
        assertThat(view.understood()).isNotNull();
        assertThat(view.understood().language()).isEqualTo("ru");
        assertThat(view.understood().concepts())
                .containsExactly(new ConceptView("object-storage", "объектное хранилище"));
    }

    @Test
    void conceptsAreNamedInTheLanguageOfTheReader() {
        SearchView view = new Http(port)
                .get(
                        "/offers?zone=" + ZONE + "&q=" + encoded("объектное хранилище"),
                        "Accept-Language",
                        "fr-CH, en;q=0.5")
                .as(SearchView.class);

        assertThat(hit(view, CHINESE).found().byConcepts().getFirst().label()).isEqualTo("stockage objet");
        assertThat(new Http(port)
                        .get("/offers?limit=1", "Accept-Language", "!!;;==")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whatIsNarrowerThanAskedIsFoundAndNamed() {
        SearchView view = search("q=" + encoded("cloud storage") + "&language=en");

        FoundConceptView found = hit(view, CHINESE).found().byConcepts().getFirst();
        assertThat(found.concept()).isEqualTo("cloud-storage");
        assertThat(found.narrower()).isEqualTo(new ConceptView("object-storage", "object storage"));
        assertThat(found.original()).isEqualTo("对象存储");
    }

    @Test
    void whatIsLeftOutAsAConceptIsLeftOutInEveryLanguage() {
        assertThat(titles("q=" + encoded("-\"объектное хранилище\"")))
                .contains(WAREHOUSE)
                .doesNotContain(CHINESE, RUSSIAN, ENGLISH);
        assertThat(titles("q=" + encoded("-WMS"))).contains(CHINESE).doesNotContain(WAREHOUSE);
        assertThat(search("q=-WMS").understood().unwanted())
                .extracting(ConceptView::concept)
                .containsExactly("warehouse-management-system");
    }

    @Test
    void aPhraseStandsForItself() {
        assertThat(titles("q=" + encoded("\"object storage\""))).containsExactly(ENGLISH);
    }

    @Test
    void anEnglishAbbreviationIsUnderstoodInEveryLanguage() {
        assertThat(titles("q=wms")).containsExactly(WAREHOUSE);
        assertThat(titles("q=WMS&language=ar")).containsExactly(WAREHOUSE);
    }

    @Test
    void formsOfAWordAreFoundThoughItIsTooShortToTellItsLanguage() {
        assertThat(titles("q=" + encoded("город"))).contains(RUSSIAN);
        assertThat(titles("q=bank")).contains(ENGLISH);
    }

    @Test
    void demandsAreFoundAcrossLanguagesToo() {
        SearchView view =
                new Http(port).get("/demands?country=SZ&q=" + encoded("对象存储")).as(SearchView.class);

        assertThat(view.items()).singleElement().satisfies(hit -> {
            assertThat(hit.otherLanguage()).isEqualTo("ar");
            assertThat(hit.found().byConcepts().getFirst().original()).isEqualTo("تخزين الكائنات");
        });
    }

    @Test
    void aConceptIsChosenWithWhatIsNarrower() {
        assertThat(titles("concept=object-storage")).containsExactlyInAnyOrder(CHINESE, RUSSIAN, ENGLISH);
        assertThat(titles("concept=cloud-storage")).contains(CHINESE, RUSSIAN, ENGLISH, COLD);
        assertThat(titles("concept=object-storage,warehouse-management-system"))
                .containsExactlyInAnyOrder(CHINESE, RUSSIAN, ENGLISH, WAREHOUSE);
        assertThat(titles("concept=object-storage&concept=warehouse-management-system"))
                .hasSize(4);
    }

    @Test
    void whatIsCountedIsWhatIsFound() {
        List<FacetCount> counts = search("language=zh&q=*").facets().get("concept");

        assertThat(counts).hasSizeGreaterThan(4).hasSizeLessThanOrEqualTo(NamingConcepts.MOST);
        for (FacetCount count : counts) {
            assertThat(search("concept=" + count.value()).total())
                    .as(count.value())
                    .isEqualTo(count.count());
        }
        assertThat(counts)
                .contains(new FacetCount("object-storage", 3, "对象存储", List.of("cloud-storage")))
                .extracting(FacetCount::value)
                .contains("cloud-storage", "cloud-service");
        assertThat(counts).isSortedAccordingTo((a, b) -> Long.compare(b.count(), a.count()));
    }

    @Test
    void anUnknownConceptIsNamed() {
        Http.Answer answer = new Http(port).get("/offers?concept=object-storage,phlogiston");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("errors").path(0).path("field").asString())
                .isEqualTo("concept");
        assertThat(answer.json().path("errors").path(0).toString()).contains("phlogiston");
    }

    @Test
    void pagesOfWordsAndConceptsFollowOneAnother() {
        List<String> all = titles("q=" + encoded("объектное хранилище"));
        List<String> paged = new ArrayList<>();
        String next = "";
        do {
            SearchView page = search("limit=1&q=" + encoded("объектное хранилище") + next);
            page.items().forEach(item -> paged.add(item.title().originalValue()));
            next = page.next() == null ? "" : "&after=" + page.next();
        } while (!next.isEmpty());

        assertThat(paged).isEqualTo(all);
    }

    @ParameterizedTest
    @CsvSource({
        "обьектное хранилеще, объектное хранилище",
        "object storge, object storage",
        "wusnog, wusong",
        "'obejct  \"for banks\" -night', 'object  \"for banks\" -night'"
    })
    void aWrongSpellingIsNotReplacedButOffered(String query, String corrected) {
        SearchView view = search("q=" + encoded(query));

        assertThat(view.items()).isEmpty();
        assertThat(view.didYouMean()).isNotNull();
        assertThat(view.didYouMean().query()).isEqualTo(corrected);
        assertThat(search("q=" + encoded(corrected)).total())
                .isEqualTo(view.didYouMean().hits())
                .isPositive();
    }

    @ParameterizedTest
    @CsvSource({"qwxzjkvb", "对象存除", "объектное", "'\"object storge\"'", "12345678"})
    void nothingIsOfferedThatHasNoHitsOrIsNoWord(String query) {
        assertThat(search("q=" + encoded(query)).didYouMean()).isNull();
    }

    @Test
    void anEmptyAnswerSaysWhichChoiceIsInTheWay() {
        SearchView view = search("q=" + encoded("object storage") + "&area=digital-content");

        assertThat(view.total()).isZero();
        assertThat(view.without()).containsExactly(new WithoutView(List.of("area"), 3));
        assertThat(search("q=" + encoded("object storage")).without()).isNull();
    }

    @Test
    void severalChoicesInTheWayAreNamedTogether() {
        SearchView view = search("q=" + encoded("object storage") + "&area=digital-content&country=SZ");

        assertThat(view.without())
                .singleElement()
                .satisfies(without ->
                        assertThat(without.parameters()).containsExactlyInAnyOrder("zone", "area", "country"));
    }

    @Test
    void theAmountGoesWithItsCurrency() {
        SearchView view = search("concept=object-storage&priceMax=5&currency=EUR");

        assertThat(view.without()).containsExactly(new WithoutView(List.of("currency", "priceMax"), 3));
    }

    private static HitView hit(SearchView view, String title) {
        return view.items().stream()
                .filter(item -> item.title().originalValue().equals(title))
                .findFirst()
                .orElseThrow();
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

    private static void add(List<Change> offers, String language, String title, String summary, String more) {
        offers.add(new Change.State(offer(UUID.randomUUID(), PROVIDER, 1, language, title, summary, more)));
    }
}
