package org.shuqiao.search.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shuqiao.contracts.event.Event;
import org.shuqiao.contracts.event.EventType;
import org.shuqiao.contracts.listing.DemandView;
import org.shuqiao.contracts.listing.DemandWithdrawnV1;
import org.shuqiao.contracts.listing.OfferPausedV1;
import org.shuqiao.contracts.listing.OfferResumedV1;
import org.shuqiao.contracts.listing.OfferView;
import org.shuqiao.contracts.search.AlertRaisedV1;
import org.shuqiao.contracts.search.AlertView;
import org.shuqiao.contracts.search.Delivery;
import org.shuqiao.messaging.EventCodec;
import org.shuqiao.search.Fixtures;
import org.shuqiao.search.Http;
import org.shuqiao.search.Peers;
import org.shuqiao.search.SearchIndexApplication;
import org.shuqiao.search.SearchIndexTest;
import org.shuqiao.testkit.TopicReader;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

@SearchIndexTest
class RaisingAlertsTest {
    private static final EventCodec CODEC = new EventCodec("test");

    @Autowired
    ApplicationContext context;

    @Autowired
    RaisingClock clock;

    private Market market;
    private UUID owner;
    private UUID provider;
    private final String word = Market.word();

    @BeforeEach
    void market() {
        market = new Market(context);
        owner = market.organization();
        provider = market.organization();
    }

    @Test
    void whatEntersTheMarketIsAlertedOfWithAnEvent() {
        UUID search = market.saved("{'owner':'" + owner + "','name':'Счётчики','kind':'offers','language':'ru',"
                + "'parameters':{'q':['" + word + "'],'deliveryModel':['SaaS'],'country':['CN']}}");

        UUID offer = UUID.randomUUID();
        market.publish(market.offer(offer, provider, 1, "With " + word, "{'deliveryModel':'SaaS'}"));

        assertThat(market.alerted(owner, 1)).containsExactly(offer);
        AlertView alert = market.alerts(owner).items().getFirst();
        assertThat(alert.searchId()).isEqualTo(search);
        assertThat(alert.searchName()).isEqualTo("Счётчики");
        assertThat(alert.language().value()).isEqualTo("ru");
        assertThat(alert.delivery()).isEqualTo(Delivery.Mode.immediately);
        assertThat(alert.seenAt()).isNull();
        assertThat(alert.listing().organizationId()).isEqualTo(provider);
        assertThat(alert.listing().title().originalValue()).isEqualTo("Offer");
        assertThat(market.alerts(owner).unseen()).isEqualTo(1);
        List<Event> events = TopicReader.read(EventType.ALERTS, alert.id(), 1).stream()
                .map(CODEC::event)
                .toList();
        assertThat(events).hasSize(1);
        assertThat(((AlertRaisedV1) events.getFirst()).alert()).isEqualTo(alert);
    }

    @Test
    void nothingThatHappensAgainAlertsAgain() {
        market.savedOffers(owner, word);
        OfferView first = market.offer(UUID.randomUUID(), provider, 1, word, "{}");
        market.publish(first);
        assertThat(market.alerted(owner, 1)).hasSize(1);

        market.publish(first);
        OfferView second = market.offer(first.id(), provider, 2, word + " revised", "{}");
        market.revise(second);
        market.publish(first);
        market.tell(EventType.OFFERS, new OfferPausedV1(UUID.randomUUID(), Instant.now(), first.id(), 3));
        OfferView fourth = market.offer(first.id(), provider, 4, word, "{}");
        market.tell(EventType.OFFERS, new OfferResumedV1(UUID.randomUUID(), Instant.now(), first.id(), 4, fourth));
        market.verified(provider);
        market.matched(first.id(), 4);

        assertThat(market.alerts(owner).items()).hasSize(1);
        assertThat(TopicReader.read(
                        EventType.ALERTS,
                        market.alerts(owner).items().getFirst().id(),
                        1))
                .hasSize(1);
    }

    @Test
    void whatWasThereBeforeIsNotNewHoweverItChanges() {
        UUID offer = market.published(provider, "something else");
        market.matched(offer, 1);
        market.savedOffers(owner, word);

        market.revise(market.offer(offer, provider, 2, word, "{}"));
        market.matched(offer, 2);
        UUID later = market.published(provider, word);

        assertThat(market.alerted(owner, 1)).containsExactly(later);
    }

    @Test
    void whatCouldBeFoundBeforeIsNotNewThoughItIsMatchedLater() {
        UUID offer;
        clock.stop();
        try {
            offer = market.published(provider, word);
            await().atMost(Market.SOON)
                    .until(() -> market.http()
                                    .get("/offers?q=" + word)
                                    .json()
                                    .path("total")
                                    .asLong()
                            == 1);
            market.savedOffers(owner, word);
        } finally {
            clock.start();
        }
        market.matched(offer, 1);
        UUID later = market.published(provider, word);

        assertThat(market.alerted(owner, 1)).containsExactly(later);
    }

    @Test
    void aRevisionThatMatchesFirstAlertsOnce() {
        market.savedOffers(owner, word);
        UUID offer = market.published(provider, "something else");
        market.matched(offer, 1);
        assertThat(market.alerts(owner).items()).isEmpty();

        market.revise(market.offer(offer, provider, 2, word, "{}"));

        assertThat(market.alerted(owner, 1)).containsExactly(offer);
    }

    @Test
    void ofOnesOwnNobodyIsAlertedAndTwoSearchesEachAre() {
        UUID other = market.organization();
        market.savedOffers(owner, word);
        market.savedOffers(other, word);
        market.savedOffers(other, word + " -nothing");
        market.savedOffers(provider, word);

        UUID offer = market.published(provider, word);
        UUID own = market.published(owner, word);

        assertThat(market.alerted(other, 4)).containsExactlyInAnyOrder(offer, offer, own, own);
        assertThat(market.alerted(owner, 1)).containsExactly(offer);
        assertThat(market.alerted(provider, 1)).containsExactly(own);
    }

    @Test
    void whatWasSeenIsNotAlertedOfAndAlertsBecomeSeen() {
        UUID search = market.savedOffers(owner, word);
        UUID offer = market.published(provider, "something else");
        market.matched(offer, 1);
        String path = "/saved-searches/" + search + "/seen";
        String body = "{\"listings\":[\"" + offer + "\",\"" + UUID.randomUUID() + "\"]}";
        assertThat(market.http().post(path, body).status()).isEqualTo(204);
        assertThat(market.http().post(path, body).status()).isEqualTo(204);

        market.revise(market.offer(offer, provider, 2, word, "{}"));
        market.matched(offer, 2);
        UUID unseen = market.published(provider, word);

        assertThat(market.alerted(owner, 1)).containsExactly(unseen);
        assertThat(market.alerts(owner).unseen()).isEqualTo(1);
        assertThat(market.http().post(path, "{}").status()).isEqualTo(204);
        assertThat(market.alerts(owner).unseen()).isZero();
        assertThat(market.alerts(owner).items().getFirst().seenAt()).isNotNull();
        assertThat(market.http()
                        .post("/saved-searches/" + UUID.randomUUID() + "/seen", "{}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void demandsAlertProviders() {
        market.saved("{'owner':'" + provider + "','name':'Demands','kind':'demands','parameters':{'q':['" + word
                + "'],'kind':['purchase']}}");
        UUID demand = UUID.randomUUID();

        market.publish(demand(demand, owner, word));

        assertThat(market.alerted(provider, 1)).containsExactly(demand);
        assertThat(market.alerts(provider).items().getFirst().listing().kind())
                .isEqualTo(AlertView.AlertedListing.Kind.demand);
    }

    @Test
    void aDemandAlertsItsBuyerOfWhatFitsItUntilItEnds() {
        UUID demand = UUID.randomUUID();
        market.publish(demand(demand, owner, word + " water meters with remote reading"));
        String search = "{'owner':'" + owner + "','name':'Matches','kind':'matches','demand':'" + demand
                + "','leastScore':0.2}";
        await().atMost(Market.SOON).until(() -> market.save(search).status() == 201);
        assertThat(market.save(search).json().path("type").asString()).endsWith("already-saved");

        UUID unfit = market.published(provider, "Catering");
        UUID fitting = market.published(provider, word + " water meters with remote reading");

        assertThat(market.alerted(owner, 1)).containsExactly(fitting);
        AlertView alert = market.alerts(owner).items().getFirst();
        assertThat(alert.demandId()).isEqualTo(demand);
        double score = market.http()
                .get("/demands/" + demand + "/matches?limit=100")
                .json()
                .path("matches")
                .valueStream()
                .filter(match -> match.path("offerId").asString().equals(fitting.toString()))
                .findFirst()
                .orElseThrow()
                .path("score")
                .asDouble();
        assertThat(alert.score()).isEqualTo(score);
        market.matched(unfit, 1);

        market.tell(EventType.DEMANDS, new DemandWithdrawnV1(UUID.randomUUID(), Instant.now(), demand, 2));

        await().atMost(Market.SOON)
                .until(() -> market.http()
                        .get("/saved-searches?owner=" + owner)
                        .json()
                        .path("items")
                        .isEmpty());
    }

    @Test
    void theOrganizationBehindAnOfferCountsWhenItChanges() {
        market.saved("{'owner':'" + owner + "','name':'Verified','kind':'offers','parameters':{'q':['" + word
                + "'],'verified':['true']}}");
        UUID offer = market.published(provider, word);
        market.matched(offer, 1);
        assertThat(market.alerts(owner).items()).isEmpty();

        market.verified(provider);

        assertThat(market.alerted(owner, 1)).containsExactly(offer);
    }

    @Test
    void whatIsValidLaterIsAlertedOfThen() {
        market.savedOffers(owner, word);
        UUID offer = UUID.randomUUID();
        Instant from = Instant.now().plusSeconds(4);

        market.publish(market.offer(offer, provider, 1, word, "{'validFrom':'" + from + "'}"));

        assertThat(market.alerted(owner, 1)).containsExactly(offer);
        assertThat(market.alerts(owner).items().getFirst().raisedAt()).isAfter(from);
    }

    @Test
    void aRebuildRaisesNothing() {
        Peers peers = Peers.get();
        UUID known = market.published(provider, "first " + word);
        market.matched(known, 1);
        market.savedOffers(owner, word);
        OfferView neverTold = market.offer(UUID.randomUUID(), provider, 1, "never told " + word, "{}");
        peers.offers.put(neverTold.id(), neverTold);
        peers.offers.put(known, market.offer(known, provider, 1, "first " + word, "{}"));
        try {
            await().atMost(Market.SOON)
                    .until(() -> market.http().post("/actuator/rebuild", "{}").status() == 202);
            await().atMost(Market.SOON)
                    .until(() -> market.http()
                            .get("/actuator/rebuild")
                            .json()
                            .path("state")
                            .asString()
                            .equals("completed"));
            assertThat(market.http()
                            .get("/offers?q=" + word)
                            .json()
                            .path("total")
                            .asLong())
                    .isEqualTo(2);
            UUID after = market.published(provider, "after " + word);

            assertThat(market.alerted(owner, 1)).containsExactly(after);
        } finally {
            peers.offers.clear();
        }
    }

    @Test
    void everySearchIsAlertedOfExactlyWhatEnteredAfterItWhateverHappensAtOnce() throws Exception {
        List<UUID> offers = new ArrayList<>();
        List<UUID> removed = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            Future<?> publishing = threads.submit(() -> {
                for (int i = 0; i < 60; i++) {
                    offers.add(market.published(provider, word + " " + i));
                }
            });
            Future<?> saving = threads.submit(() -> {
                for (int i = 0; i < 25; i++) {
                    market.savedOffers(owner, word);
                }
            });
            Future<?> removing = threads.submit(() -> {
                for (int i = 0; i < 15; i++) {
                    UUID search = market.savedOffers(owner, word);
                    Http.Answer answer =
                            market.http().send("DELETE", "/saved-searches/" + search, "", "If-Match", "\"1\"");
                    assertThat(answer.status()).as(answer.response().body()).isEqualTo(204);
                    removed.add(search);
                }
            });
            publishing.get();
            saving.get();
            removing.get();
        }
        offers.forEach(offer -> market.matched(offer, 1));

        String pairs =
                " FROM saved_search s CROSS JOIN listing l LEFT JOIN alert a ON a.search_id = s.id AND a.listing_id = l.id"
                        + " WHERE s.owner_id = '" + owner + "' AND l.owner_id = '" + provider + "'";
        assertThat(market.count("SELECT count(*)" + pairs + " AND l.entered_at > s.since AND a.id IS NULL"))
                .as("missed")
                .isZero();
        assertThat(market.count("SELECT count(*)" + pairs + " AND l.entered_at <= s.since AND a.raised_at IS NOT NULL"))
                .as("of what was there before")
                .isZero();
        assertThat(market.count("SELECT count(*)" + pairs + " AND a.raised_at IS NOT NULL"))
                .as("alerts")
                .isPositive();
        Set<UUID> left = new HashSet<>();
        market.http()
                .get("/saved-searches?limit=200&owner=" + owner)
                .json()
                .path("items")
                .forEach(item -> left.add(UUID.fromString(item.path("id").asString())));
        assertThat(left).hasSize(25).doesNotContainAnyElementsOf(removed);
    }

    @Test
    void whatWasIndexedBeforeTheEndIsAlertedOfByTheNextProcess() {
        market.savedOffers(owner, word);
        UUID offer;
        clock.stop();
        try {
            offer = market.published(provider, word);
            await().atMost(Market.SOON)
                    .until(() -> market.http()
                                    .get("/offers?q=" + word)
                                    .json()
                                    .path("total")
                                    .asLong()
                            == 1);
            assertThat(market.alerts(owner).items()).isEmpty();

            try (ConfigurableApplicationContext other = another()) {
                assertThat(market.alerted(owner, 1)).containsExactly(offer);
            }
        } finally {
            clock.start();
        }
        UUID next = market.published(provider, word);
        assertThat(market.alerted(owner, 2)).containsExactly(next, offer);
    }

    private ConfigurableApplicationContext another() {
        Environment environment = context.getEnvironment();
        List<String> arguments = new ArrayList<>();
        for (String name : List.of(
                "shuqiao.namespace",
                "shuqiao.postgres.host",
                "shuqiao.postgres.port",
                "shuqiao.postgres.user",
                "shuqiao.postgres.password",
                "shuqiao.postgres.database",
                "spring.kafka.bootstrap-servers",
                "spring.elasticsearch.uris",
                "spring.data.redis.host",
                "spring.data.redis.port",
                "shuqiao.services.profile.url",
                "shuqiao.services.listing.url")) {
            arguments.add("--" + name + "=" + environment.getRequiredProperty(name));
        }
        arguments.add("--server.port=0");
        arguments.add("--spring.config.name=search-index");
        return new SpringApplicationBuilder(SearchIndexApplication.class)
                .web(WebApplicationType.REACTIVE)
                .run(arguments.toArray(String[]::new));
    }

    private static DemandView demand(UUID id, UUID buyer, String problem) {
        DemandView view = Fixtures.demand(id, buyer, 1, "en", "Demand", problem);
        Instant now = Instant.now();
        return new DemandView(
                id, buyer, 1, view.status(), now, now, now, now.plus(Duration.ofDays(300)), view.demand());
    }
}
