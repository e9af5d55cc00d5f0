package org.shuqiao.search.suggest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
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
import org.shuqiao.contracts.listing.ListingStatus;
import org.shuqiao.contracts.listing.OfferView;
import org.shuqiao.contracts.search.SuggestionsView;
import org.shuqiao.contracts.search.SuggestionsView.Kind;
import org.shuqiao.contracts.search.SuggestionsView.SuggestionView;
import org.shuqiao.search.Http;
import org.shuqiao.search.SearchIndexTest;
import org.shuqiao.search.index.ElasticIndices;
import org.shuqiao.search.index.Indexing;
import org.shuqiao.search.index.Indexing.Change;
import org.shuqiao.search.index.Names;
import org.shuqiao.search.index.Target;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@SearchIndexTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SuggestionsTest {
    private static final UUID PROVIDER = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();

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
                        List.of(organization(PROVIDER, 1, "临港银杉数据"), organization(OTHER, 1, "Quoxalant Systems")))
                .block();
        List<Change> offers = new ArrayList<>();
        add(offers, PROVIDER, "zh", "银杉湖畔计量云");
        add(offers, PROVIDER, "zh", "银杉湖畔计量云");
        add(offers, OTHER, "ru", "Зюйдвестовый счёт воды");
        add(offers, OTHER, "ar", "قياس زهرقون المياه");
        add(offers, OTHER, "th", "ฆรณีมิเตอร์น้ำ");
        add(offers, OTHER, "fr", "Hébergement quoxalique d'été");
        OfferView closed = offer(UUID.randomUUID(), OTHER, 1, "en", "Quoxalting for nobody", "None.");
        offers.add(new Change.State(offer(closed.id(), OTHER, 2, ListingStatus.withdrawn, closed.offer())));
        add(offers, OTHER, "en", "Quoxalting of yesterday", "{'validUntil':'2020-01-01T00:00:00Z'}");
        indexing.listings(living, org.shuqiao.search.index.Kind.OFFERS, offers).block();
        indices.refresh(living, org.shuqiao.search.index.Kind.OFFERS).block();
    }

    @ParameterizedTest
    @CsvSource({
        "对象存, object-storage, 对象存储, zh",
        "象存, object-storage, 对象存储, zh",
        "объектное хр, object-storage, объектное хранилище, ru",
        "хранили, data-warehouse, хранилище данных, ru",
        "счетчик во, smart-water-meter, счётчик воды, ru",
        "تخزين الك, object-storage, تخزين الكائنات, ar",
        "كائنات, object-storage, تخزين الكائنات, ar",
        "พื้นที่จัดเก็บอ็อ, object-storage, พื้นที่จัดเก็บอ็อบเจ็กต์, th",
        "อ็อบเจ็กต์สต, object-storage, อ็อบเจ็กต์สตอเรจ, th",
        "object sto, object-storage, object storage, en",
        "luu tru doi t, object-storage, lưu trữ đối tượng, vi",
        "systeme de gestion d'ent, warehouse-management-system, système de gestion d'entrepôt, fr",
        "wms, warehouse-management-system, WMS, en"
    })
    void labelsAreSuggestedInTheLanguageTyped(String typed, String concept, String label, String language) {
        assertThat(suggestions("limit=20&q=" + encoded(typed))).anySatisfy(suggestion -> {
            assertThat(suggestion.kind()).isEqualTo(Kind.concept);
            assertThat(suggestion.concept()).isEqualTo(concept);
            assertThat(suggestion.text()).isEqualTo(label);
            assertThat(suggestion.language()).isEqualTo(language);
        });
    }

    @Test
    void aConceptIsSuggestedOnceAndNamedInTheLanguageOfTheReader() {
        List<SuggestionView> suggestions = new Http(port)
                .get("/suggestions?q=" + encoded("стораж") + "&limit=20", "Accept-Language", "zh-CN")
                .as(SuggestionsView.class)
                .items();
        assertThat(suggestions.stream().map(SuggestionView::concept)).doesNotHaveDuplicates();

        SuggestionView first = new Http(port)
                .get("/suggestions?q=" + encoded("объектное хр"), "Accept-Language", "zh-CN")
                .as(SuggestionsView.class)
                .items()
                .getFirst();
        assertThat(first.text()).isEqualTo("объектное хранилище");
        assertThat(first.label()).isEqualTo("对象存储");
    }

    @Test
    void whatIsTypedCompletelyComesFirst() {
        assertThat(suggestions("q=erp"))
                .first()
                .extracting(SuggestionView::text)
                .isEqualTo("ERP");
    }

    @Test
    void aGivenLanguageCountsMoreThanTheLetters() {
        assertThat(suggestions("language=de&q=objekts")).first().satisfies(suggestion -> {
            assertThat(suggestion.text()).isEqualTo("Objektspeicher");
            assertThat(suggestion.language()).isEqualTo("de");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "银杉湖, 银杉湖畔计量云, zh",
        "杉湖畔, 银杉湖畔计量云, zh",
        "зюйдв, Зюйдвестовый счёт воды, ru",
        "зюйдвестовый счёт в, Зюйдвестовый счёт воды, ru",
        "счёт зюйд, Зюйдвестовый счёт воды, ru",
        "زهرق, قياس زهرقون المياه, ar",
        "ฆรณีมิเ, ฆรณีมิเตอร์น้ำ, th",
        "hebergement quox, Hébergement quoxalique d'été, fr"
    })
    void titlesOfPublishedOffersAreSuggestedOnce(String typed, String title, String language) {
        assertThat(suggestions("q=" + encoded(typed)).stream().filter(one -> one.kind() == Kind.offer))
                .singleElement()
                .satisfies(suggestion -> {
                    assertThat(suggestion.text()).isEqualTo(title);
                    assertThat(suggestion.language()).isEqualTo(language);
                    assertThat(suggestion.id()).isNotNull();
                });
    }

    @Test
    void providersWithOffersAreSuggestedOnceAndNothingThatIsClosed() {
        assertThat(suggestions("q=quoxal"))
                .extracting(SuggestionView::text)
                .containsExactly("Hébergement quoxalique d'été", "Quoxalant Systems");
        assertThat(suggestions("q=" + encoded("银杉数")))
                .singleElement()
                .isEqualTo(new SuggestionView(Kind.provider, "临港银杉数据", null, null, null, PROVIDER));
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "3", "7", "20"})
    void noMoreAreSuggestedThanAskedFor(int limit) {
        assertThat(suggestions("q=c&limit=" + limit)).hasSize(limit);
    }

    @ParameterizedTest
    @CsvSource({"''", "%20", "-", "%2B%2B", "%22"})
    void nothingIsSuggestedForNothing(String typed) {
        assertThat(suggestions("q=" + typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "colour=red&q=a, colour",
        "language=en, q",
        "q=a&q=b, q",
        "q=a&limit=0, limit",
        "q=a&limit=21, limit",
        "q=a&limit=many, limit",
        "q=a&language=%3F%3F, language"
    })
    void aWrongParameterIsNamed(String query, String field) {
        refused(query, field);
    }

    @Test
    void tooMuchIsRefused() {
        refused("q=" + "x".repeat(101), "q");
    }

    private void refused(String query, String field) {
        Http.Answer answer = new Http(port).get("/suggestions?" + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("errors").path(0).path("field").asString())
                .isEqualTo(field);
    }

    private List<SuggestionView> suggestions(String query) {
        return new Http(port)
                .get("/suggestions?" + query)
                .as(SuggestionsView.class)
                .items();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static void add(List<Change> offers, UUID provider, String language, String title) {
        add(offers, provider, language, title, "{}");
    }

    private static void add(List<Change> offers, UUID provider, String language, String title, String more) {
        offers.add(new Change.State(offer(UUID.randomUUID(), provider, 1, language, title, "-.", more)));
    }
}
