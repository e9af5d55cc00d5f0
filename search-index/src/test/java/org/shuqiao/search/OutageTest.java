package org.shuqiao.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.shuqiao.search.Fixtures.demand;
import static org.shuqiao.search.Fixtures.offer;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.shuqiao.contracts.event.EventType;
import org.shuqiao.contracts.listing.DemandPublishedV1;
import org.shuqiao.contracts.listing.OfferPublishedV1;
import org.shuqiao.contracts.search.MatchesView;
import org.shuqiao.local.server.LocalServers;
import org.shuqiao.local.server.Server;
import org.shuqiao.local.server.Settings;
import org.shuqiao.search.index.ElasticIndices;
import org.shuqiao.search.index.KafkaEvents;
import org.shuqiao.testkit.TestServers;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.core.KafkaTemplate;

/** An Elasticsearch of its own, to be killed. */
class OutageTest {
    private static final Duration SOON = Duration.ofSeconds(90);
    private static final String NAMESPACE = TestServers.namespace() + "outage-";

    private static LocalServers elasticsearch;
    private static Settings settings;
    private static ConfigurableApplicationContext context;
    private static Http http;

    @BeforeAll
    static void start() throws Exception {
        Path root = TestServers.root();
        settings = Settings.named(root, "outage-" + ProcessHandle.current().pid())
                .withServers(EnumSet.of(Server.ELASTICSEARCH));
        elasticsearch = LocalServers.start(settings, line -> {});
        Map<String, Object> properties = new HashMap<>(TestServers.settings("search-index"));
        properties.put("spring.elasticsearch.uris", elasticsearch.addresses().elasticsearchUri());
        properties.put("shuqiao.namespace", NAMESPACE);
        properties.put("shuqiao.services.profile.url", Peers.get().url());
        properties.put("shuqiao.services.listing.url", Peers.get().url());
        properties.put("spring.config.name", "search-index");
        properties.put("server.port", "0");
        context = new SpringApplicationBuilder(SearchIndexApplication.class)
                .web(WebApplicationType.REACTIVE)
                .properties(properties)
                .run(
                        "--server.port=0",
                        "--shuqiao.namespace=" + NAMESPACE,
                        "--spring.elasticsearch.uris=" + properties.get("spring.elasticsearch.uris"),
                        "--shuqiao.postgres.host=" + properties.get("shuqiao.postgres.host"),
                        "--shuqiao.postgres.port=" + properties.get("shuqiao.postgres.port"),
                        "--shuqiao.postgres.user=" + properties.get("shuqiao.postgres.user"),
                        "--shuqiao.postgres.password=" + properties.get("shuqiao.postgres.password"),
                        "--shuqiao.postgres.database=" + properties.get("shuqiao.postgres.database"),
                        "--spring.kafka.bootstrap-servers=" + properties.get("spring.kafka.bootstrap-servers"),
                        "--spring.data.redis.host=" + properties.get("spring.data.redis.host"),
                        "--spring.data.redis.port=" + properties.get("spring.data.redis.port"),
                        "--shuqiao.services.profile.url=" + Peers.get().url(),
                        "--shuqiao.services.listing.url=" + Peers.get().url());
        http = new Http(Integer.parseInt(String.valueOf(context.getEnvironment().getProperty("local.server.port"))));
    }

    @AfterAll
    static void stop() {
        context.close();
        elasticsearch.close();
    }

    @Test
    void readsSay503WhileElasticsearchIsDownAndWritesCatchUpAfterwards() throws Exception {
        ElasticIndices indices = context.getBean(ElasticIndices.class);
        await().atMost(SOON).until(() -> Boolean.TRUE.equals(indices.whole().block()));
        UUID demand = UUID.randomUUID();
        publish(
                EventType.DEMANDS,
                new DemandPublishedV1(
                        UUID.randomUUID(),
                        Instant.now(),
                        demand,
                        1,
                        demand(demand, UUID.randomUUID(), 1, "en", "Backup", "x")));
        await().atMost(SOON)
                .until(() -> http.get("/demands/" + demand + "/matches").status() == 200);

        elasticsearch.process(Server.ELASTICSEARCH).kill();
        elasticsearch.close();

        for (String path : new String[] {"/offers?q=backup", "/demands", "/demands/" + demand + "/matches"}) {
            Http.Answer answer = http.get(path);
            assertThat(answer.status())
                    .as(path + " " + answer.response().body())
                    .isEqualTo(503);
            assertThat(answer.header("Retry-After")).isEqualTo("2");
            assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        }
        UUID offer = UUID.randomUUID();
        publish(
                EventType.OFFERS,
                new OfferPublishedV1(
                        UUID.randomUUID(),
                        Instant.now(),
                        offer,
                        1,
                        offer(offer, UUID.randomUUID(), 1, "en", "Backup", "x")));

        elasticsearch = LocalServers.start(settings, line -> {});

        await().atMost(SOON).until(() -> {
            Http.Answer answer = http.get("/demands/" + demand + "/matches");
            return answer.status() == 200
                    && answer.as(MatchesView.class).matches().size() == 1;
        });
    }

    private static void publish(String topic, org.shuqiao.contracts.event.Event event) {
        @SuppressWarnings("unchecked")
        KafkaTemplate<String, byte[]> kafka = context.getBean(KafkaTemplate.class);
        KafkaEvents.publish(kafka, NAMESPACE, topic, event);
    }
}
