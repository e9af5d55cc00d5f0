package org.shuqiao.search.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.shuqiao.contracts.event.EventType;
import org.shuqiao.contracts.listing.DemandPublishedV1;
import org.shuqiao.contracts.listing.DemandView;
import org.shuqiao.contracts.listing.OfferPublishedV1;
import org.shuqiao.contracts.listing.OfferRevisedV1;
import org.shuqiao.contracts.listing.OfferView;
import org.shuqiao.contracts.profile.OrganizationRevisedV1;
import org.shuqiao.contracts.profile.OrganizationView.Verification;
import org.shuqiao.contracts.search.AlertView;
import org.shuqiao.contracts.search.AlertsView;
import org.shuqiao.search.Fixtures;
import org.shuqiao.search.Http;
import org.shuqiao.search.index.ElasticIndices;
import org.shuqiao.search.index.Indexing;
import org.shuqiao.search.index.KafkaEvents;
import org.shuqiao.search.index.Names;
import org.springframework.context.ApplicationContext;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.r2dbc.core.DatabaseClient;

/** A market under test: what its services publish, and what the search index answers of searches and alerts. */
final class Market {
    static final Duration SOON = Duration.ofSeconds(60);

    private final Http http;
    private final Names names;
    private final Indexing indexing;
    private final KafkaTemplate<String, byte[]> kafka;
    private final DatabaseClient database;

    @SuppressWarnings("unchecked")
    Market(ApplicationContext context) {
        http = new Http(Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port")));
        names = context.getBean(Names.class);
        indexing = context.getBean(Indexing.class);
        kafka = context.getBean(KafkaTemplate.class);
        database = context.getBean(DatabaseClient.class);
        ElasticIndices indices = context.getBean(ElasticIndices.class);
        await().atMost(SOON).until(() -> Boolean.TRUE.equals(indices.whole().block()));
    }

    Http http() {
        return http;
    }

    /** A word that no other test has. */
    static String word() {
        return "zq" + UUID.randomUUID().toString().replaceAll("[^a-z]", "x");
    }

    UUID organization() {
        UUID id = UUID.randomUUID();
        indexing.organizations(
                        names.living(),
                        List.of(Fixtures.organization(id, 1, "Firm", Verification.none, "{'city':'CNSHA'}")))
                .block();
        return id;
    }

    /** The organization becomes a verified one. */
    void verified(UUID id) {
        KafkaEvents.publish(
                kafka,
                names.namespace(),
                EventType.ORGANIZATIONS,
                new OrganizationRevisedV1(
                        UUID.randomUUID(),
                        Instant.now(),
                        id,
                        2,
                        Fixtures.organization(id, 2, "Firm", Verification.documents, "{'city':'CNSHA'}")));
    }

    Http.Answer save(String search) {
        return http.send(
                "POST",
                "/saved-searches",
                search.replace('\'', '"'),
                "Idempotency-Key",
                UUID.randomUUID().toString());
    }

    UUID saved(String search) {
        Http.Answer answer = save(search);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(201);
        return UUID.fromString(answer.json().path("id").asString());
    }

    UUID savedOffers(UUID owner, String words) {
        return saved("{'owner':'" + owner + "','name':'Search','kind':'offers','parameters':{'q':['" + words + "']}}");
    }

    /** A provider's offer that is published now. */
    OfferView offer(UUID id, UUID provider, long version, String text, String more) {
        OfferView view = Fixtures.offer(id, provider, version, "en", "Offer", text, more);
        Instant now = Instant.now();
        return new OfferView(
                id, provider, version, view.status(), now, now, now, now.plus(Duration.ofDays(300)), view.offer());
    }

    UUID published(UUID provider, String text) {
        UUID id = UUID.randomUUID();
        publish(offer(id, provider, 1, text, "{}"));
        return id;
    }

    void publish(OfferView offer) {
        KafkaEvents.publish(
                kafka,
                names.namespace(),
                EventType.OFFERS,
                new OfferPublishedV1(UUID.randomUUID(), Instant.now(), offer.id(), offer.version(), offer));
    }

    void revise(OfferView offer) {
        KafkaEvents.publish(
                kafka,
                names.namespace(),
                EventType.OFFERS,
                new OfferRevisedV1(UUID.randomUUID(), Instant.now(), offer.id(), offer.version(), offer));
    }

    void publish(DemandView demand) {
        KafkaEvents.publish(
                kafka,
                names.namespace(),
                EventType.DEMANDS,
                new DemandPublishedV1(UUID.randomUUID(), Instant.now(), demand.id(), demand.version(), demand));
    }

    void tell(String topic, org.shuqiao.contracts.event.Event event) {
        KafkaEvents.publish(kafka, names.namespace(), topic, event);
    }

    /** All searches are removed. */
    void nobodySearches() {
        run("UPDATE search_revision SET last = last + 1");
        run("WITH gone AS (DELETE FROM saved_search RETURNING id)"
                + " INSERT INTO removed_search (id, revision) SELECT id, last FROM gone, search_revision");
    }

    /** Waits until an offer can be found by a word and is due to be matched; somebody must keep it from being. */
    void due(UUID listing, String word) {
        await().atMost(SOON)
                .until(() -> http.get("/offers?q=" + word).json().path("total").asLong() == 1);
        await().atMost(SOON)
                .until(() ->
                        count("SELECT count(*) FROM listing WHERE due_at IS NOT NULL AND id = '" + listing + "'") == 1);
    }

    void run(String sql) {
        database.sql(sql).then().block();
    }

    AlertsView alerts(UUID owner) {
        return http.get("/alerts?limit=200&owner=" + owner).as(AlertsView.class);
    }

    /** The listings an owner was alerted of, newest first, once there are so many. */
    List<UUID> alerted(UUID owner, int count) {
        await().atMost(SOON).until(() -> alerts(owner).items().size() >= count);
        return alerts(owner).items().stream()
                .map(AlertView::listing)
                .map(AlertView.AlertedListing::id)
                .toList();
    }

    /** Waits until a version of a listing has been matched. */
    void matched(UUID listing, long version) {
        await().atMost(SOON)
                .until(() -> count("SELECT count(*) AS n FROM listing WHERE entered_at IS NOT NULL AND due_at IS NULL"
                                + " AND id = '" + listing + "' AND version >= " + version)
                        == 1);
    }

    long count(String sql) {
        return Objects.requireNonNull(database.sql(sql)
                .map(row -> Objects.requireNonNull(row.get(0, Long.class)))
                .one()
                .block());
    }
}
