package org.shuqiao.search.thesaurus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.shuqiao.search.Fixtures.demand;
import static org.shuqiao.search.Fixtures.offer;
import static org.shuqiao.search.Fixtures.organization;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shuqiao.contracts.event.Event;
import org.shuqiao.contracts.event.EventType;
import org.shuqiao.contracts.listing.DemandPublishedV1;
import org.shuqiao.contracts.listing.DemandView;
import org.shuqiao.contracts.listing.OfferPublishedV1;
import org.shuqiao.contracts.listing.OfferView;
import org.shuqiao.contracts.search.MatchesView;
import org.shuqiao.contracts.search.ReasonView;
import org.shuqiao.contracts.thesaurus.ConceptAddition;
import org.shuqiao.contracts.thesaurus.ConceptAddition.Kind;
import org.shuqiao.contracts.thesaurus.PublishedAddition;
import org.shuqiao.contracts.thesaurus.ThesaurusEvent;
import org.shuqiao.contracts.thesaurus.ThesaurusExtendedV1;
import org.shuqiao.contracts.value.LanguageTag;
import org.shuqiao.search.Http;
import org.shuqiao.search.Peers;
import org.shuqiao.search.SearchIndexApplication;
import org.shuqiao.search.concept.LivingThesaurus;
import org.shuqiao.search.index.ElasticIndices;
import org.shuqiao.search.index.IndexGeneration;
import org.shuqiao.search.index.KafkaEvents;
import org.shuqiao.testkit.TestServers;
import org.shuqiao.thesaurus.Recognizer;
import org.shuqiao.thesaurus.Thesaurus;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.core.KafkaTemplate;

/** A search index of its own, whose thesaurus grows. */
class FollowingThesaurusTest {
    private static final Duration SOON = Duration.ofSeconds(90);
    private static final AtomicInteger RUNS = new AtomicInteger();

    private static final Shared LANTERNS =
            new Shared("lantern-festival", "元宵灯会", "lantern festival show", "праздник фонарей");
    private static final Shared WEAVING =
            new Shared("bamboo-weaving", "竹编工坊", "bamboo weaving workshop", "плетение из бамбука");

    /** What an offer and a demand have in common and nobody else knows: a concept with its labels. */
    private record Shared(String concept, String zh, String en, String ru) {
        PublishedAddition published(long version) {
            Map<LanguageTag, List<String>> labels = Map.of(
                    new LanguageTag("zh"), List.of(zh),
                    new LanguageTag("en"), List.of(en),
                    new LanguageTag("ru"), List.of(ru));
            List<String> broader = List.of("urban-management-system");
            return new PublishedAddition(
                    version,
                    Instant.now(),
                    new ConceptAddition(Kind.concept, concept, broader, List.of(), List.of(), labels));
        }
    }

    private final String namespace = TestServers.namespace() + "thesaurus-" + RUNS.incrementAndGet() + "-";
    private final Peers peers = Peers.another();
    private final List<ConfigurableApplicationContext> contexts = new ArrayList<>();

    @BeforeEach
    void nobodyKnowsWhatTheyShare() {
        Recognizer builtIn = new Recognizer(Thesaurus.builtIn());
        for (Shared shared : List.of(LANTERNS, WEAVING)) {
            assertThat(builtIn.recognize(shared.zh(), "zh")).isEmpty();
            assertThat(builtIn.recognize(shared.ru(), "ru")).isEmpty();
        }
    }

    @AfterEach
    void stop() {
        contexts.forEach(ConfigurableApplicationContext::close);
    }

    @Test
    void recognisesNothingBeforeItKnowsWhatWasAddedAndThenAllOfIt() {
        peers.additions.add(LANTERNS.published(1));
        AtomicBoolean down = new AtomicBoolean(true);
        peers.beforePage.set(path -> {
            if (path.equals("/feed/thesaurus") && down.get()) {
                throw new IllegalStateException("the service is down");
            }
        });
        ConfigurableApplicationContext context = start();
        UUID offer = publishedOffer(context, LANTERNS);
        UUID demand = publishedDemand(context, LANTERNS);

        await().atMost(SOON).until(() -> http(context).get("/offers").status() == 200);
        await().during(Duration.ofSeconds(3))
                .atMost(Duration.ofSeconds(10))
                .until(() -> http(context).get("/offers").json().path("total").asInt() == 0);

        down.set(false);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(shared(context, demand, offer))
                        .containsExactly(LANTERNS.ru() + " – " + LANTERNS.zh()));
    }

    @Test
    void whatOnlyANewConceptBringsTogetherIsMatchedWhileSearchAnswers() throws InterruptedException {
        ConfigurableApplicationContext context = start();
        await().atMost(SOON).until(() -> isWhole(context));
        UUID offer = publishedOffer(context, WEAVING);
        UUID demand = publishedDemand(context, WEAVING);
        await().atMost(SOON).until(() -> hasMatch(context, demand, offer));
        assertThat(shared(context, demand, offer)).isEmpty();
        String generation =
                String.valueOf(context.getBean(IndexGeneration.class).current().block());
        ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
        AtomicInteger answers = new AtomicInteger();
        Thread reader = Thread.ofVirtual().start(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                for (String path : List.of("/offers?limit=1", "/demands/" + demand + "/matches")) {
                    Http.Answer answer = http(context).get(path);
                    answers.incrementAndGet();
                    if (answer.status() != 200) {
                        failures.add(answer.status() + " " + answer.response().body());
                    }
                }
            }
        });

        long began = System.nanoTime();
        PublishedAddition addition = WEAVING.published(1);
        peers.additions.add(addition);
        publish(context, EventType.THESAURUS, event(addition));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(shared(context, demand, offer))
                        .containsExactly(WEAVING.ru() + " – " + WEAVING.zh()));
        System.out.printf(
                "concept published -> match: %d ms, %d answers meanwhile%n",
                (System.nanoTime() - began) / 1_000_000, answers.get());
        await().atMost(SOON).until(() -> isWhole(context));
        reader.interrupt();
        reader.join();
        assertThat(failures).isEmpty();
        assertThat(answers).hasPositiveValue();
        assertThat(context.getBean(IndexGeneration.class).current().block()).isNotEqualTo(generation);
    }

    @Test
    void whatWasDeniedBringsNothingTogetherAnyMore() {
        ConfigurableApplicationContext context = start();
        PublishedAddition addition = LANTERNS.published(1);
        ConceptAddition label = ConceptAddition.label(LANTERNS.concept(), new LanguageTag("ru"), WEAVING.ru());
        PublishedAddition wrong = new PublishedAddition(2, Instant.now(), label);
        peers.additions.addAll(List.of(addition, wrong));
        publish(context, EventType.THESAURUS, event(addition));
        publish(context, EventType.THESAURUS, event(wrong));
        UUID offer = publishedOffer(context, LANTERNS);
        UUID demand = publishedDemand(context, WEAVING);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(shared(context, demand, offer))
                        .containsExactly(LANTERNS.ru() + " – " + LANTERNS.zh()));
        await().atMost(SOON).until(() -> isWhole(context));

        PublishedAddition denial = new PublishedAddition(
                3,
                Instant.now(),
                ConceptAddition.denial(LANTERNS.concept(), new LanguageTag("ru"), "плетением из бамбука"));
        peers.additions.add(denial);
        publish(context, EventType.THESAURUS, event(denial));

        LivingThesaurus living = context.getBean(LivingThesaurus.class);
        await().atMost(SOON).until(() -> living.version() == 3 && isWhole(context));
        assertThat(shared(context, demand, offer)).isEmpty();
        assertThat(living.recognizer().recognize(WEAVING.ru(), "ru")).isEmpty();
        assertThat(living.recognizer().recognize(LANTERNS.ru(), "ru")).hasSize(1);
    }

    @Test
    void everyProcessHearsEachAdditionOnceAndMissesNone() {
        ConfigurableApplicationContext one = start();
        ConfigurableApplicationContext other = start();
        await().atMost(SOON).until(() -> isWhole(one) && isWhole(other));
        peers.additions.addAll(List.of(LANTERNS.published(1), WEAVING.published(2)));

        // the first was missed: it is read from the feed
        publish(one, EventType.THESAURUS, event(WEAVING.published(2)));
        publish(one, EventType.THESAURUS, event(WEAVING.published(2)));
        publish(one, EventType.THESAURUS, event(LANTERNS.published(1)));

        for (ConfigurableApplicationContext context : List.of(one, other)) {
            LivingThesaurus living = context.getBean(LivingThesaurus.class);
            await().atMost(SOON).until(() -> living.version() == 2);
            assertThat(living.thesaurus().concept(LANTERNS.concept())).isPresent();
            assertThat(living.thesaurus().concept(WEAVING.concept())).isPresent();
            assertThat(living.thesaurus().concepts())
                    .hasSize(Thesaurus.builtIn().concepts().size() + 2);
        }
        await().atMost(SOON).until(() -> isWhole(one) && isWhole(other));
    }

    @Test
    void aSavedSearchIsReadAnewAndAlertsAcrossLanguages() {
        ConfigurableApplicationContext context = start();
        await().atMost(SOON).until(() -> isWhole(context));
        UUID owner = UUID.randomUUID();
        peers.organizations.put(owner, organization(owner, 1, "Buyer"));
        String search = "{\"owner\":\"" + owner + "\",\"name\":\"x\",\"kind\":\"offers\",\"parameters\":{\"q\":[\""
                + LANTERNS.ru() + "\"],\"language\":[\"ru\"]}}";
        assertThat(http(context)
                        .send("POST", "/saved-searches", search, "Idempotency-Key", owner.toString())
                        .status())
                .isEqualTo(201);
        PublishedAddition addition = LANTERNS.published(1);
        peers.additions.add(addition);
        publish(context, EventType.THESAURUS, event(addition));
        await().atMost(SOON).until(() -> context.getBean(LivingThesaurus.class).version() == 1 && isWhole(context));

        UUID offer = UUID.randomUUID();
        OfferView written = offer(offer, UUID.randomUUID(), 1, "zh", LANTERNS.zh(), LANTERNS.zh());
        Instant now = Instant.now();
        OfferView view = new OfferView(
                offer, written.providerId(), 1, written.status(), now, now, now, written.expiresAt(), written.offer());
        publish(context, EventType.OFFERS, new OfferPublishedV1(UUID.randomUUID(), now, offer, 1, view));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(http(context)
                                .get("/alerts?owner=" + owner)
                                .json()
                                .path("items")
                                .valueStream()
                                .map(alert -> alert.path("listing").path("id").asString()))
                        .containsExactly(offer.toString()));
    }

    private ConfigurableApplicationContext start() {
        Map<String, String> settings = new HashMap<>(TestServers.settings("search-index"));
        settings.put("shuqiao.namespace", namespace);
        settings.put("server.port", "0");
        settings.put("shuqiao.services.profile.url", peers.url());
        settings.put("shuqiao.services.listing.url", peers.url());
        settings.put("shuqiao.search.rebuild.check", "500ms");
        ConfigurableApplicationContext context = new SpringApplicationBuilder(SearchIndexApplication.class)
                .web(WebApplicationType.REACTIVE)
                .properties("spring.config.name=search-index")
                .run(settings.entrySet().stream()
                        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new));
        contexts.add(context);
        return context;
    }

    private static Http http(ConfigurableApplicationContext context) {
        return new Http(Integer.parseInt(String.valueOf(context.getEnvironment().getProperty("local.server.port"))));
    }

    private static boolean isWhole(ConfigurableApplicationContext context) {
        return Boolean.TRUE.equals(context.getBean(ElasticIndices.class).whole().block());
    }

    private static boolean hasMatch(ConfigurableApplicationContext context, UUID demand, UUID offer) {
        Http.Answer answer = http(context).get("/demands/" + demand + "/matches");
        return answer.status() == 200
                && answer.as(MatchesView.class).matches().stream()
                        .anyMatch(match -> match.offerId().equals(offer));
    }

    /** The concepts the short list says both are about. */
    private static List<String> shared(ConfigurableApplicationContext context, UUID demand, UUID offer) {
        return http(context).get("/demands/" + demand + "/matches").as(MatchesView.class).matches().stream()
                .filter(match -> match.offerId().equals(offer))
                .flatMap(match -> match.reasons().buyer().stream())
                .filter(reason -> reason.feature().equals("conceptsShared"))
                .map(ReasonView::details)
                .flatMap(List::stream)
                .toList();
    }

    /** Published on the topic, and in the feed from then on. */
    private UUID publishedOffer(ConfigurableApplicationContext context, Shared shared) {
        UUID id = UUID.randomUUID();
        OfferView view = offer(id, UUID.randomUUID(), 1, "zh", shared.zh(), shared.zh());
        peers.offers.put(id, view);
        publish(context, EventType.OFFERS, new OfferPublishedV1(UUID.randomUUID(), Instant.now(), id, 1, view));
        return id;
    }

    private UUID publishedDemand(ConfigurableApplicationContext context, Shared shared) {
        UUID id = UUID.randomUUID();
        DemandView view = demand(id, UUID.randomUUID(), 1, "ru", shared.ru(), shared.ru());
        peers.demands.put(id, view);
        publish(context, EventType.DEMANDS, new DemandPublishedV1(UUID.randomUUID(), Instant.now(), id, 1, view));
        return id;
    }

    private static ThesaurusExtendedV1 event(PublishedAddition addition) {
        return new ThesaurusExtendedV1(
                UUID.randomUUID(),
                addition.publishedAt(),
                ThesaurusEvent.THESAURUS,
                addition.version(),
                addition.addition());
    }

    private void publish(ConfigurableApplicationContext context, String topic, Event event) {
        @SuppressWarnings("unchecked")
        KafkaTemplate<String, byte[]> kafka = context.getBean(KafkaTemplate.class);
        KafkaEvents.publish(kafka, namespace, topic, event);
    }
}
