package org.shuqiao.search.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.shuqiao.search.Fixtures.demand;
import static org.shuqiao.search.Fixtures.offer;
import static org.shuqiao.search.Fixtures.organization;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shuqiao.contracts.event.EventType;
import org.shuqiao.contracts.listing.ListingStatus;
import org.shuqiao.contracts.listing.OfferPausedV1;
import org.shuqiao.contracts.listing.OfferPublishedV1;
import org.shuqiao.contracts.profile.OrganizationView.Verification;
import org.shuqiao.search.SearchIndexTest;
import org.shuqiao.search.fact.FactsCodec;
import org.shuqiao.search.index.Indexing.Change;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.elasticsearch.client.elc.ReactiveElasticsearchClient;
import org.springframework.kafka.core.KafkaTemplate;
import reactor.core.publisher.Flux;

@SearchIndexTest
class IndexingTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    @Autowired
    Indexing indexing;

    @Autowired
    ElasticIndices indices;

    @Autowired
    Names names;

    @Autowired
    ReactiveElasticsearchClient elastic;

    @Autowired
    KafkaTemplate<String, byte[]> kafka;

    @Autowired
    IndexGeneration generation;

    private final UUID id = UUID.randomUUID();
    private final UUID provider = UUID.randomUUID();

    @BeforeEach
    void untilThereAreIndices() {
        await().atMost(SOON).until(() -> Boolean.TRUE.equals(indices.complete().block()));
    }

    @Test
    void anyOrderAndAnyNumberOfTimesEndsWithTheNewest() {
        List<Change> changes = new ArrayList<>();
        for (int version = 1; version <= 6; version++) {
            changes.add(new Change.State(offer(id, provider, version, "en", "Title " + version, "Text")));
        }
        changes.add(new Change.Closed(id, 7, ListingStatus.paused));
        changes.add(new Change.State(offer(id, provider, 8, "en", "Title 8", "Text")));
        changes.addAll(List.copyOf(changes));
        Random random = new Random(7);
        for (int round = 0; round < 5; round++) {
            Collections.shuffle(changes, random);
            for (int from = 0; from < changes.size(); from += 3) {
                apply(Kind.OFFERS, changes.subList(from, Math.min(changes.size(), from + 3)));
            }
        }

        ListingDocument document = document(Kind.OFFERS);

        assertThat(document.version()).isEqualTo(8);
        assertThat(document.status()).isEqualTo(ListingStatus.published);
        assertThat(document.title()).containsEntry("en", List.of("Title 8"));
    }

    @Test
    void whatIsClosedKeepsItsVersionAgainstAReplay() {
        apply(Kind.OFFERS, List.of(new Change.State(offer(id, provider, 1, "en", "Title", "Text"))));
        apply(Kind.OFFERS, List.of(new Change.Closed(id, 2, ListingStatus.withdrawn)));
        apply(Kind.OFFERS, List.of(new Change.State(offer(id, provider, 1, "en", "Title", "Text"))));

        ListingDocument document = document(Kind.OFFERS);

        assertThat(document.status()).isEqualTo(ListingStatus.withdrawn);
        assertThat(document.text()).isNull();
        assertThat(document.organization()).isNull();
    }

    @Test
    void anOfferBeforeItsOrganizationIsCompletedByIt() {
        apply(Kind.OFFERS, List.of(new Change.State(offer(id, provider, 1, "zh", "云服务", "数据库"))));
        assertThat(document(Kind.OFFERS).country()).isNull();

        indexing.organizations(
                        names.living(),
                        List.of(organization(
                                provider,
                                1,
                                "上海云",
                                Verification.documents,
                                "{'city':'CNSHA','zone':'hongqiao','certificates':[{'name':'SOC 2'}]}")))
                .block();

        ListingDocument document = document(Kind.OFFERS);
        assertThat(document.country()).isEqualTo("CN");
        assertThat(document.zone()).isEqualTo("hongqiao");
        assertThat(document.name()).containsExactly("上海云");
        assertThat(FactsCodec.offer(String.valueOf(document.facts())).party().certificates())
                .hasSize(1);
    }

    @Test
    void aDemandHasItsOwnPlaceElseItsBuyers() {
        indexing.organizations(
                        names.living(),
                        List.of(organization(provider, 1, "Buyer", Verification.none, "{'city':'PLWAW'}")))
                .block();
        apply(
                Kind.DEMANDS,
                List.of(new Change.State(demand(
                        id, provider, 1, "ru", "Счётчики", "Вода", "{'place':{'country':'KZ','city':'KZALA'}}"))));
        assertThat(document(Kind.DEMANDS).city()).isEqualTo("KZALA");

        apply(Kind.DEMANDS, List.of(new Change.State(demand(id, provider, 2, "ru", "Счётчики", "Вода"))));
        assertThat(document(Kind.DEMANDS).city()).isEqualTo("PLWAW");
    }

    @Test
    void noSnapshotIsLostWhileOrganizationAndOffersAreWrittenAtOnce() {
        List<UUID> offers =
                Flux.range(0, 30).map(i -> UUID.randomUUID()).collectList().block();
        int versions = 25;
        var organizationVersions = Flux.range(1, versions)
                .concatMap(version -> indexing.organizations(
                        names.living(), List.of(organization(provider, version, "Name " + version))));
        var offerVersions = Flux.fromIterable(java.util.Objects.requireNonNull(offers))
                .flatMap(
                        offer -> Flux.range(1, 4)
                                .concatMap(version -> indexing.listings(
                                        names.living(),
                                        Kind.OFFERS,
                                        List.of(new Change.State(
                                                offer(offer, provider, version, "en", "Title", "Text"))))),
                        4);

        Flux.merge(organizationVersions, offerVersions).blockLast(Duration.ofMinutes(2));

        for (UUID offer : offers) {
            ListingDocument document = document(Kind.OFFERS, offer);
            assertThat(document.version()).isEqualTo(4);
            assertThat(document.name()).containsExactly("Name " + versions);
        }
    }

    @Test
    void whatIsRememberedOfAnOrganizationIsLookedAfter() {
        called("Before", 1);
        apply(Kind.OFFERS, List.of(new Change.State(offer(UUID.randomUUID(), provider, 1, "en", "Title", "Text"))));
        called("After", 2);

        apply(Kind.OFFERS, List.of(new Change.State(offer(id, provider, 1, "en", "Title", "Text"))));

        assertThat(document(Kind.OFFERS).name()).containsExactly("After");
    }

    @Test
    void anEventHandledAgainCompletesWhatACrashLeftOutOfDate() {
        called("Before", 1);
        Change.State state = new Change.State(offer(id, provider, 1, "en", "Title", "Text"));
        apply(Kind.OFFERS, List.of(state));
        ListingDocument before = document(Kind.OFFERS);
        called("After", 2);
        // as one who died before it looked whether the organization is still the same
        new ElasticDocuments(elastic, settings())
                .write(names.living(), List.of(ElasticDocuments.Write.listing(Kind.OFFERS, id.toString(), before)))
                .block();

        apply(Kind.OFFERS, List.of(state));

        assertThat(document(Kind.OFFERS).name()).containsExactly("After");
    }

    private void called(String name, long version) {
        indexing.organizations(names.living(), List.of(organization(provider, version, name)))
                .block();
    }

    @Test
    void aDocumentElasticsearchRefusesIsToBlameAndNotAnOutage() {
        // a keyword longer than Lucene takes
        var broken = new ElasticDocuments.Write(
                Kind.OFFERS, id.toString(), 1, java.util.Map.of("organization", "x".repeat(40_000)), 40_000);
        var documents = new ElasticDocuments(elastic, settings());

        assertThatThrownBy(
                        () -> documents.write(names.living(), List.of(broken)).block())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("organization");
    }

    @Test
    void whatIsPublishedOnTheTopicIsSearchableSoonInANewGeneration() {
        String before = String.valueOf(generation.current().block());
        publish(new OfferPublishedV1(
                UUID.randomUUID(), Instant.now(), id, 1, offer(id, provider, 1, "en", "Searchable", "Soon")));

        await().atMost(SOON).until(() -> found(id));
        await().atMost(SOON)
                .until(() -> !before.equals(String.valueOf(generation.current().block())));

        publish(new OfferPausedV1(UUID.randomUUID(), Instant.now(), id, 2));
        await().atMost(SOON).until(() -> !found(id));
    }

    private static IndexSettings settings() {
        return new IndexSettings(
                0,
                1,
                Duration.ofMillis(200),
                Duration.ofSeconds(30),
                Duration.ofSeconds(10),
                org.springframework.util.unit.DataSize.ofMegabytes(4),
                500);
    }

    private boolean found(UUID offer) {
        return Boolean.TRUE.equals(elastic.search(
                        s -> s.index(names.living().offers())
                                .query(q -> q.bool(b -> b.filter(f -> f.ids(i -> i.values(offer.toString())))
                                        .filter(f ->
                                                f.term(t -> t.field("status").value("published"))))),
                        ListingDocument.class)
                .map(response -> !response.hits().hits().isEmpty())
                .block());
    }

    private void publish(org.shuqiao.contracts.listing.OfferEvent event) {
        KafkaEvents.publish(kafka, names.namespace(), EventType.OFFERS, event);
    }

    private void apply(Kind kind, List<? extends Change> changes) {
        indexing.listings(names.living(), kind, changes).block();
    }

    private ListingDocument document(Kind kind) {
        return document(kind, id);
    }

    private ListingDocument document(Kind kind, UUID of) {
        @Nullable
        ListingDocument document = elastic.get(
                        g -> g.index(names.living().name(kind)).id(of.toString()), ListingDocument.class)
                .mapNotNull(response -> response.source())
                .block();
        return java.util.Objects.requireNonNull(document);
    }
}
