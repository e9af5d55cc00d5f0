package org.shuqiao.search.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.shuqiao.search.Fixtures.offer;
import static org.shuqiao.search.Fixtures.organization;

import co.elastic.clients.elasticsearch._types.mapping.DynamicMapping;
import co.elastic.clients.elasticsearch.indices.update_aliases.Action;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shuqiao.contracts.event.EventType;
import org.shuqiao.contracts.listing.OfferPausedV1;
import org.shuqiao.contracts.listing.OfferPublishedV1;
import org.shuqiao.contracts.listing.OfferRevisedV1;
import org.shuqiao.contracts.listing.OfferView;
import org.shuqiao.contracts.profile.OrganizationRevisedV1;
import org.shuqiao.contracts.profile.OrganizationView;
import org.shuqiao.contracts.profile.OrganizationView.Verification;
import org.shuqiao.contracts.search.SearchView;
import org.shuqiao.search.Http;
import org.shuqiao.search.Peers;
import org.shuqiao.search.SearchIndexTest;
import org.shuqiao.search.index.ElasticIndices;
import org.shuqiao.search.index.KafkaEvents;
import org.shuqiao.search.index.Kind;
import org.shuqiao.search.index.Names;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.elasticsearch.client.elc.ReactiveElasticsearchClient;
import org.springframework.kafka.core.KafkaTemplate;

@SearchIndexTest
class RebuildTest {
    private static final Duration SOON = Duration.ofSeconds(90);
    private static final String ZONE = "rebuild-test";

    @LocalServerPort
    int port;

    @Autowired
    ElasticIndices indices;

    @Autowired
    ReactiveElasticsearchClient elastic;

    @Autowired
    Rebuilds rebuilds;

    @Autowired
    Names names;

    @Autowired
    KafkaTemplate<String, byte[]> kafka;

    private final Peers peers = Peers.get();
    private final UUID provider = UUID.randomUUID();

    @BeforeEach
    void whole() {
        await().atMost(SOON).until(() -> Boolean.TRUE.equals(indices.whole().block()) && !rebuilds.isRebuilding());
        OrganizationView organization =
                organization(provider, 1, "First name", Verification.none, "{'zone':'" + ZONE + "','city':'CNSHA'}");
        peers.organizations.put(provider, organization);
    }

    @AfterEach
    void leaveNothing() {
        peers.beforePage.set(path -> {});
        peers.organizations.clear();
        peers.offers.clear();
        rebuild();
    }

    @Test
    void whatTheServicesHaveIsThereAfterwardsWithoutDowntimeAndWithWhatWasPublishedMeanwhile() {
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < 1_200; i++) {
            UUID id = UUID.randomUUID();
            ids.add(id);
            peers.offers.put(id, offer(id, provider, 1, "en", "Offer " + i, "Before"));
        }
        AtomicInteger pages = new AtomicInteger();
        UUID published = UUID.randomUUID();
        peers.beforePage.set(path -> {
            if (path.equals("/feed/offers") && pages.incrementAndGet() == 2) {
                publish(new OfferPublishedV1(
                        UUID.randomUUID(),
                        Instant.now(),
                        published,
                        1,
                        offer(published, provider, 1, "en", "Published meanwhile", "x")));
                publish(new OfferPausedV1(UUID.randomUUID(), Instant.now(), ids.get(0), 2));
                OfferView revised = offer(ids.get(1), provider, 2, "en", "Revised meanwhile", "x");
                publish(new OfferRevisedV1(UUID.randomUUID(), Instant.now(), ids.get(1), 2, revised));
                KafkaEvents.publish(
                        kafka,
                        names.namespace(),
                        EventType.ORGANIZATIONS,
                        new OrganizationRevisedV1(
                                UUID.randomUUID(),
                                Instant.now(),
                                provider,
                                2,
                                organization(
                                        provider,
                                        2,
                                        "Second name",
                                        Verification.none,
                                        "{'zone':'" + ZONE + "','city':'CNSHA'}")));
            }
        });
        AtomicBoolean down = new AtomicBoolean();
        Thread reader = Thread.ofVirtual().start(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                if (new Http(port).get("/offers?limit=1").status() != 200) {
                    down.set(true);
                }
            }
        });

        rebuild();
        reader.interrupt();

        assertThat(pages.get()).isGreaterThanOrEqualTo(3);
        assertThat(down).as("a search failed while rebuilding").isFalse();
        SearchView all = search("");
        assertThat(all.total()).isEqualTo(1_200);
        assertThat(all.items())
                .allSatisfy(hit -> assertThat(java.util.Objects.requireNonNull(hit.organizationName())
                                .originalValue())
                        .isEqualTo("Second name"));
        assertThat(search("&q=" + "%22Published+meanwhile%22").items()).hasSize(1);
        assertThat(search("&q=" + "%22Revised+meanwhile%22").items()).hasSize(1);
        assertThat(search("&q=" + "%22Offer+0%22").items()).isEmpty();
        assertThat(rebuilds.view().state()).isEqualTo(RebuildView.State.completed);
        assertThat(indices.leftovers().block()).isEmpty();
    }

    @Test
    void whatTheServicesHaveNotAnyMoreIsGone() {
        UUID id = UUID.randomUUID();
        peers.offers.put(id, offer(id, provider, 1, "en", "Gone", "x"));
        rebuild();
        assertThat(search("").total()).isEqualTo(1);

        peers.offers.clear();
        rebuild();

        assertThat(search("").total()).isZero();
    }

    @Test
    void oneThatFailsLeavesTheLivingIndicesAndTheNextRemovesWhatItLeft() {
        UUID id = UUID.randomUUID();
        peers.offers.put(id, offer(id, provider, 1, "en", "Stays", "x"));
        rebuild();
        peers.beforePage.set(path -> {
            if (path.equals("/feed/offers")) {
                throw new IllegalStateException("the service is down");
            }
        });

        assertThat(new Http(port).post("/actuator/rebuild", "{}").status()).isEqualTo(202);
        await().atMost(SOON).until(() -> !rebuilds.isRebuilding());

        assertThat(rebuilds.view().state()).isEqualTo(RebuildView.State.failed);
        assertThat(rebuilds.view().error()).isNotNull();
        assertThat(search("").total()).isEqualTo(1);
        assertThat(indices.leftovers().block()).isNotEmpty();
        peers.beforePage.set(path -> {});
        rebuild();
        assertThat(indices.leftovers().block()).isEmpty();
    }

    @Test
    void onlyOneAtATime() throws InterruptedException {
        peers.beforePage.set(path -> sleep());
        Http http = new Http(port);

        assertThat(http.post("/actuator/rebuild", "{}").status()).isEqualTo(202);
        assertThat(http.post("/actuator/rebuild", "{}").status()).isEqualTo(409);
        assertThat(http.get("/actuator/rebuild").json().path("state").asString())
                .isEqualTo("running");

        await().atMost(SOON).until(() -> !rebuilds.isRebuilding());
    }

    @Test
    void lostIndicesHealFromTheServices() {
        UUID id = UUID.randomUUID();
        peers.offers.put(id, offer(id, provider, 1, "en", "Heals", "x"));
        rebuild();
        Set<String> all = java.util.Objects.requireNonNull(
                indices.createFresh().flatMap(fresh -> indices.switchTo(fresh)).block());
        indices.delete(all).block();

        await().atMost(SOON).until(() -> search("").total() == 1);
    }

    @Test
    void anIndexOfAnotherMappingIsReplacedAndEventsWaitMeanwhile() {
        String alias = names.living().name(Kind.OFFERS);
        String former = elastic.indices()
                .getAlias(g -> g.name(alias))
                .map(found -> found.aliases().keySet().iterator().next())
                .block();
        String other = names.namespace() + "offers-v0-other";
        elastic.indices()
                .create(c -> c.index(other)
                        .mappings(m -> m.dynamic(DynamicMapping.Strict).properties("status", p -> p.keyword(k -> k))))
                .block();
        elastic.indices()
                .updateAliases(u -> u.actions(
                        Action.of(a -> a.removeIndex(r -> r.index(former))),
                        Action.of(
                                a -> a.add(add -> add.index(other).alias(alias).isWriteIndex(true)))))
                .block();
        UUID id = UUID.randomUUID();

        publish(new OfferPublishedV1(
                UUID.randomUUID(), Instant.now(), id, 1, offer(id, provider, 1, "en", "Waits", "x")));

        await().atMost(SOON).until(() -> {
            Http.Answer answer = new Http(port).get("/offers?zone=" + ZONE);
            // the other mapping has nothing to sort by
            return answer.status() != 503 && answer.as(SearchView.class).total() == 1;
        });
        await().atMost(SOON)
                .until(() -> java.util.Objects.requireNonNull(
                                indices.leftovers().block())
                        .isEmpty());
    }

    @Test
    void anIndexMadeWithAnotherThesaurusIsReplaced() {
        UUID id = UUID.randomUUID();
        peers.offers.put(id, offer(id, provider, 1, "en", "Recognised anew", "x"));
        String marker = indices.wholeMarker();
        String other = marker.substring(0, marker.lastIndexOf('-')) + "-0123456789abcdef";
        String former = elastic.indices()
                .getAlias(g -> g.name(marker))
                .map(found -> found.aliases().keySet().iterator().next())
                .block();
        elastic.indices()
                .updateAliases(u -> u.actions(
                        Action.of(a -> a.add(add -> add.index(former).alias(other))),
                        Action.of(a -> a.remove(r -> r.index(former).alias(marker)))))
                .block();

        await().atMost(SOON).until(() -> search("").total() == 1);

        await().atMost(SOON).until(() -> Boolean.TRUE.equals(indices.whole().block()));
        assertThat(elastic.indices()
                        .getAlias(g -> g.index(names.living().offers()))
                        .map(found -> found.aliases()
                                .values()
                                .iterator()
                                .next()
                                .aliases()
                                .keySet())
                        .block())
                .contains(marker)
                .doesNotContain(other);
    }

    private void rebuild() {
        await().atMost(SOON)
                .until(() -> new Http(port).post("/actuator/rebuild", "{}").status() == 202);
        await().atMost(SOON).until(() -> !rebuilds.isRebuilding());
        assertThat(rebuilds.view().error()).isNull();
    }

    private SearchView search(String more) {
        return new Http(port).get("/offers?zone=" + ZONE + more).as(SearchView.class);
    }

    private void publish(org.shuqiao.contracts.listing.OfferEvent event) {
        KafkaEvents.publish(kafka, names.namespace(), EventType.OFFERS, event);
    }

    private static void sleep() {
        try {
            Thread.sleep(700);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
