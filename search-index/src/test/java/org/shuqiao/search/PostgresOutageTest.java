package org.shuqiao.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.shuqiao.search.Fixtures.offer;
import static org.shuqiao.search.Fixtures.organization;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.shuqiao.contracts.event.EventType;
import org.shuqiao.contracts.listing.OfferPublishedV1;
import org.shuqiao.contracts.listing.OfferView;
import org.shuqiao.local.server.LocalServers;
import org.shuqiao.local.server.Server;
import org.shuqiao.local.server.ServerAddresses;
import org.shuqiao.local.server.Settings;
import org.shuqiao.search.index.ElasticIndices;
import org.shuqiao.search.index.Indexing;
import org.shuqiao.search.index.KafkaEvents;
import org.shuqiao.search.index.Names;
import org.shuqiao.testkit.TestServers;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.core.KafkaTemplate;

/** A PostgreSQL of its own, which is not there when the service starts, comes, and is killed. */
class PostgresOutageTest {
    private static final Duration SOON = Duration.ofSeconds(90);
    private static final String NAMESPACE = TestServers.namespace() + "nodb-";

    private static LocalServers postgres;
    private static Settings settings;
    private static ConfigurableApplicationContext context;
    private static Http http;

    private final UUID owner = UUID.randomUUID();
    private final UUID provider = UUID.randomUUID();

    @BeforeAll
    static void start() throws Exception {
        settings = Settings.named(
                        TestServers.root(), "nodb-" + ProcessHandle.current().pid())
                .withServers(EnumSet.of(Server.POSTGRES));
        postgres = LocalServers.start(settings, line -> {});
        ServerAddresses addresses = postgres.addresses();
        addresses.createDatabase("search");
        end();
        Map<String, String> shared = TestServers.settings("search-index");
        List<String> arguments = new ArrayList<>();
        for (String name : List.of(
                "spring.kafka.bootstrap-servers",
                "spring.elasticsearch.uris",
                "spring.data.redis.host",
                "spring.data.redis.port")) {
            arguments.add("--" + name + "=" + shared.get(name));
        }
        arguments.add("--shuqiao.namespace=" + NAMESPACE);
        arguments.add("--shuqiao.postgres.host=" + addresses.postgresHost());
        arguments.add("--shuqiao.postgres.port=" + addresses.postgresPort());
        arguments.add("--shuqiao.postgres.user=" + addresses.postgresUser());
        arguments.add("--shuqiao.postgres.password=" + addresses.postgresPassword());
        arguments.add("--shuqiao.services.profile.url=" + Peers.get().url());
        arguments.add("--shuqiao.services.listing.url=" + Peers.get().url());
        arguments.add("--spring.config.name=search-index");
        arguments.add("--server.port=0");
        context = new SpringApplicationBuilder(SearchIndexApplication.class).run(arguments.toArray(String[]::new));
        http = new Http(Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port")));
    }

    @AfterAll
    static void stop() {
        context.close();
        postgres.close();
    }

    @Test
    void searchesDoNotNeedItAndAlertsWaitForIt() throws Exception {
        ElasticIndices indices = context.getBean(ElasticIndices.class);
        await().atMost(SOON).until(() -> Boolean.TRUE.equals(indices.whole().block()));
        context.getBean(Indexing.class)
                .organizations(
                        context.getBean(Names.class).living(),
                        List.of(organization(owner, 1, "Buyer"), organization(provider, 1, "Provider")))
                .block();
        String search = "{\"owner\":\"" + owner
                + "\",\"name\":\"Backup\",\"kind\":\"offers\",\"parameters\":{\"q\":[\"backup\"]}}";

        UUID first = publish();
        await().atMost(SOON).until(() -> found(first));
        unavailable("POST", "/saved-searches", search);
        unavailable("GET", "/alerts?owner=" + owner, null);
        assertThat(http.get("/actuator/health/readiness").status()).isEqualTo(200);
        assertThat(http.get("/actuator/health").status()).isEqualTo(503);

        postgres = LocalServers.start(settings, line -> {});
        await().atMost(SOON).until(() -> save(search).status() == 201);
        await().atMost(SOON).until(() -> http.get("/actuator/health").status() == 200);
        UUID second = publish();
        await().atMost(SOON).until(() -> alerted(second));

        end();
        UUID third = publish();
        await().atMost(SOON).until(() -> found(third));
        unavailable("GET", "/alerts?owner=" + owner, null);
        postgres = LocalServers.start(settings, line -> {});
        await().atMost(SOON).until(() -> alerted(third));
        assertThat(http.get("/alerts?owner=" + owner).json().path("items").size())
                .isEqualTo(2);
    }

    private static void end() {
        postgres.process(Server.POSTGRES).kill();
        postgres.close();
    }

    private static Http.Answer save(String search) {
        return http.send(
                "POST",
                "/saved-searches",
                search,
                "Idempotency-Key",
                UUID.randomUUID().toString());
    }

    private static void unavailable(String method, String path, @Nullable String body) {
        Http.Answer answer = body == null ? http.get(path) : save(body);
        assertThat(answer.status())
                .as(method + " " + path + " " + answer.response().body())
                .isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("2");
        assertThat(answer.json().path("type").asString()).isEqualTo("urn:shuqiao:problem:unavailable");
    }

    private boolean alerted(UUID offer) {
        Http.Answer answer = http.get("/alerts?owner=" + owner);
        return answer.status() == 200
                && answer.json()
                        .path("items")
                        .valueStream()
                        .anyMatch(alert ->
                                alert.path("listing").path("id").asString().equals(offer.toString()));
    }

    private static boolean found(UUID offer) {
        Http.Answer answer = http.get("/offers?q=backup&limit=100");
        assertThat(answer.status()).isEqualTo(200);
        return answer.json()
                .path("items")
                .valueStream()
                .anyMatch(hit -> hit.path("id").asString().equals(offer.toString()));
    }

    private UUID publish() {
        UUID id = UUID.randomUUID();
        Instant now = Instant.now();
        OfferView view = offer(id, provider, 1, "en", "Backup", "Backup of databases");
        OfferView published = new OfferView(
                id, provider, 1, view.status(), now, now, now, now.plus(Duration.ofDays(30)), view.offer());
        @SuppressWarnings("unchecked")
        KafkaTemplate<String, byte[]> kafka = context.getBean(KafkaTemplate.class);
        KafkaEvents.publish(
                kafka, NAMESPACE, EventType.OFFERS, new OfferPublishedV1(UUID.randomUUID(), now, id, 1, published));
        return id;
    }
}
