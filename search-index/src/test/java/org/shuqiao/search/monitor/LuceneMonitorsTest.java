package org.shuqiao.search.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.shuqiao.contracts.listing.DemandView;
import org.shuqiao.contracts.listing.OfferView;
import org.shuqiao.contracts.search.SearchView;
import org.shuqiao.messaging.EventCodec;
import org.shuqiao.search.DemoCatalogue;
import org.shuqiao.search.FreshIndices;
import org.shuqiao.search.Http;
import org.shuqiao.search.SearchIndexTest;
import org.shuqiao.search.index.ElasticIndices;
import org.shuqiao.search.index.Indexing;
import org.shuqiao.search.index.Indexing.Change;
import org.shuqiao.search.index.Kind;
import org.shuqiao.search.index.ListingDocument;
import org.shuqiao.search.index.Names;
import org.shuqiao.search.monitor.LuceneMonitors.WaitingSearch;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.Lifecycle;
import org.springframework.data.elasticsearch.client.elc.ReactiveElasticsearchClient;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the monitor finds is what the search finds, on the demo catalogue for many searches made from its own texts. */
@SearchIndexTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LuceneMonitorsTest {
    private static final Random RANDOM = new Random(34);
    private static final JsonMapper JSON = EventCodec.eventMapper();

    @LocalServerPort
    int port;

    @Autowired
    Indexing indexing;

    @Autowired
    ElasticIndices indices;

    @Autowired
    ReactiveElasticsearchClient elastic;

    @Autowired
    Names names;

    @Autowired
    LuceneMonitors monitors;

    @Autowired
    ElasticTranslation translation;

    @Autowired
    Lifecycle indexGuard;

    private FreshIndices fresh;

    @BeforeAll
    void catalogue() {
        fresh = new FreshIndices(indices, indexGuard);
        indexing.organizationsFirst(names.living(), DemoCatalogue.organizations())
                .block();
        indexing.listings(names.living(), Kind.OFFERS, states(DemoCatalogue.offers()))
                .block();
        indexing.listings(
                        names.living(),
                        Kind.DEMANDS,
                        DemoCatalogue.demands().stream().map(Change.State::new).toList())
                .block();
        indices.refresh(names.living(), Kind.OFFERS, Kind.DEMANDS).block();
    }

    @AfterAll
    void end() {
        fresh.close();
    }

    @Test
    void findsOffersAsTheSearchDoes() {
        List<Map<String, List<String>>> searches = new ArrayList<>(choices(Kind.OFFERS));
        for (OfferView offer : DemoCatalogue.offers()) {
            DemoCatalogue.texts(offer).forEach((language, text) -> {
                for (int i = 0; i < 2; i++) {
                    searches.add(words(language, text));
                }
            });
        }

        compare(Kind.OFFERS, searches);
    }

    @Test
    void findsDemandsAsTheSearchDoes() {
        List<Map<String, List<String>>> searches = new ArrayList<>(choices(Kind.DEMANDS));
        for (DemandView demand : DemoCatalogue.demands()) {
            demand.demand().problem().values().forEach((language, text) -> {
                for (int i = 0; i < 4; i++) {
                    searches.add(words(language.value(), text.value()));
                }
            });
        }

        compare(Kind.DEMANDS, searches);
    }

    @Test
    void oneThatIsReplacedOrRemovedFindsNoMoreWhatItFound() {
        UUID id = UUID.randomUUID();
        ListingDocument document = documents(Kind.OFFERS).values().iterator().next();
        monitors.put(List.of(new WaitingSearch(id, Kind.OFFERS, Map.of()))).block();
        assertThat(monitors.finding(Kind.OFFERS, document).block()).contains(id);

        monitors.put(List.of(new WaitingSearch(id, Kind.OFFERS, Map.of("q", List.of("nowheretobefound")))))
                .block();
        assertThat(monitors.finding(Kind.OFFERS, document).block()).doesNotContain(id);

        monitors.put(List.of(new WaitingSearch(id, Kind.OFFERS, Map.of()))).block();
        monitors.remove(List.of(id)).block();
        assertThat(monitors.finding(Kind.OFFERS, document).block()).doesNotContain(id);
    }

    @Test
    void aDocumentIsReadOnlyWhereASearchWaitsForItsKind() throws Exception {
        ObjectNode json =
                JSON.valueToTree(documents(Kind.OFFERS).values().iterator().next());
        ListingDocument unreadable =
                JSON.treeToValue(json.put("area", "longer than a term may be ".repeat(2_000)), ListingDocument.class);
        LuceneMonitors none = new LuceneMonitors(translation);
        try {
            assertThat(none.finding(Kind.OFFERS, unreadable).block()).isEmpty();
            none.put(List.of(new WaitingSearch(UUID.randomUUID(), Kind.DEMANDS, Map.of())))
                    .block();
            assertThat(none.isAwaited(Kind.DEMANDS)).isTrue();
            assertThat(none.isAwaited(Kind.OFFERS)).isFalse();
            assertThat(none.finding(Kind.OFFERS, unreadable).block()).isEmpty();

            UUID search = UUID.randomUUID();
            none.put(List.of(new WaitingSearch(search, Kind.OFFERS, Map.of()))).block();
            assertThat(none.isAwaited(Kind.OFFERS)).isTrue();
            assertThatThrownBy(() -> none.finding(Kind.OFFERS, unreadable).block())
                    .hasMessageContaining("at most 32766");

            none.remove(List.of(search)).block();
            assertThat(none.isAwaited(Kind.OFFERS)).isFalse();
            assertThat(none.finding(Kind.OFFERS, unreadable).block()).isEmpty();
        } finally {
            none.destroy();
        }
    }

    private void compare(Kind kind, Collection<Map<String, List<String>>> searches) {
        Map<UUID, Map<String, List<String>>> byId = new LinkedHashMap<>();
        searches.forEach(search -> byId.put(UUID.randomUUID(), search));
        monitors.put(byId.entrySet().stream()
                        .map(search -> new WaitingSearch(search.getKey(), kind, search.getValue()))
                        .toList())
                .block();
        Map<UUID, Set<UUID>> waited = new HashMap<>();
        documents(kind)
                .forEach((document, content) -> Objects.requireNonNull(
                                monitors.finding(kind, content).block())
                        .forEach(search -> waited.computeIfAbsent(search, s -> new HashSet<>())
                                .add(document)));
        int finding = 0;
        for (var search : byId.entrySet()) {
            Set<UUID> found = found(kind, search.getValue());
            assertThat(waited.getOrDefault(search.getKey(), Set.of()))
                    .as(search.getValue().toString())
                    .isEqualTo(found);
            finding += found.isEmpty() ? 0 : 1;
        }
        assertThat(finding).as("searches that find something").isGreaterThan(byId.size() / 2);
    }

    private static List<Map<String, List<String>>> choices(Kind kind) {
        List<Map<String, List<String>>> choices = new ArrayList<>();
        choices.add(Map.of());
        choices.add(Map.of("q", List.of("*")));
        choices.add(Map.of("verified", List.of("true")));
        choices.add(Map.of("area", List.of("cloud-services")));
        choices.add(Map.of("area", List.of("digital-services,digital-content"), "languages", List.of("ru", "en")));
        choices.add(Map.of("deliveryModel", List.of("SaaS"), "q", List.of("-API")));
        choices.add(Map.of("writtenIn", List.of("zh,ru")));
        choices.add(Map.of("standard", List.of("ISO/IEC 27001")));
        choices.add(Map.of("dataLocation", List.of("KZ,SG,CN")));
        choices.add(Map.of("country", List.of("CN,KZ,RS")));
        choices.add(Map.of("currency", List.of("USD")));
        if (kind == Kind.OFFERS) {
            choices.add(Map.of("zone", List.of("hongqiao")));
            choices.add(Map.of("market", List.of("KZ")));
            choices.add(Map.of("market", List.of("US"), "verified", List.of("true")));
            choices.add(Map.of("priceMax", List.of("1000"), "currency", List.of("CNY")));
            choices.add(Map.of("priceMax", List.of("500.50"), "currency", List.of("USD")));
        } else {
            choices.add(Map.of("kind", List.of("purchase,partnership")));
            choices.add(Map.of("budgetMin", List.of("20000"), "currency", List.of("EUR")));
            choices.add(Map.of("budgetMin", List.of("1"), "currency", List.of("USD")));
        }
        return choices;
    }

    /** Words, parts, phrases and exclusions cut from a text. */
    private static Map<String, List<String>> words(String language, String text) {
        boolean spaced = text.contains(" ") && !language.startsWith("zh") && !language.equals("th");
        StringBuilder q = new StringBuilder();
        int terms = 1 + RANDOM.nextInt(5);
        for (int i = 0; i < terms; i++) {
            boolean phrase = RANDOM.nextInt(4) == 0;
            String part = spaced ? run(text.split("\\s+"), phrase ? 2 + RANDOM.nextInt(3) : 1) : run(text);
            String clean = part.replaceAll("[\"“”„«»「」]", "").strip();
            q.append(i > 0 && RANDOM.nextInt(6) == 0 ? " -" : " ").append(phrase ? "\"" + clean + "\"" : clean);
        }
        Map<String, List<String>> search = new HashMap<>();
        search.put("q", List.of(q.substring(0, Math.min(q.length(), 400)).strip()));
        if (RANDOM.nextBoolean()) {
            search.put("language", List.of(language));
        }
        if (RANDOM.nextInt(5) == 0) {
            search.put("verified", List.of("true"));
        }
        return search;
    }

    private static String run(String[] words, int length) {
        int from = RANDOM.nextInt(Math.max(1, words.length - length));
        return String.join(" ", List.of(words).subList(from, Math.min(words.length, from + length)));
    }

    private static String run(String text) {
        int from = RANDOM.nextInt(Math.max(1, text.length() - 6));
        return text.substring(from, Math.min(text.length(), from + 2 + RANDOM.nextInt(4)));
    }

    private Set<UUID> found(Kind kind, Map<String, List<String>> parameters) {
        Set<UUID> found = new HashSet<>();
        String query = parameters.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(value -> entry.getKey() + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
        String next = "";
        do {
            SearchView page = new Http(port)
                    .get("/" + kind.alias() + "?limit=100&" + query + next)
                    .as(SearchView.class);
            page.items().forEach(item -> found.add(item.id()));
            next = page.next() == null ? "" : "&after=" + page.next();
        } while (!next.isEmpty());
        return found;
    }

    private Map<UUID, ListingDocument> documents(Kind kind) {
        Map<UUID, ListingDocument> documents = new LinkedHashMap<>();
        Objects.requireNonNull(elastic.search(
                                s -> s.index(names.living().name(kind))
                                        .size(1_000)
                                        .query(q ->
                                                q.term(t -> t.field("status").value("published"))),
                                ListingDocument.class)
                        .block())
                .hits()
                .hits()
                .forEach(hit -> documents.put(UUID.fromString(String.valueOf(hit.id())), hit.source()));
        assertThat(documents).hasSizeGreaterThan(10);
        return documents;
    }

    private static List<Change> states(List<OfferView> offers) {
        return offers.stream().<Change>map(Change.State::new).toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
