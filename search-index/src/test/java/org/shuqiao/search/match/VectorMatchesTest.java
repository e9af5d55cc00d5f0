package org.shuqiao.search.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.shuqiao.search.Fixtures.demand;
import static org.shuqiao.search.Fixtures.offer;
import static org.shuqiao.search.Fixtures.organization;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuqiao.contracts.search.MatchView;
import org.shuqiao.contracts.search.MatchesView;
import org.shuqiao.contracts.search.ReasonView;
import org.shuqiao.search.Http;
import org.shuqiao.search.Peers;
import org.shuqiao.search.SearchIndexApplication;
import org.shuqiao.search.index.ElasticIndices;
import org.shuqiao.search.index.IndexGeneration;
import org.shuqiao.search.index.Indexing;
import org.shuqiao.search.index.Indexing.Change;
import org.shuqiao.search.index.Kind;
import org.shuqiao.search.index.Names;
import org.shuqiao.search.vector.Endpoint;
import org.shuqiao.search.vector.TinyModel;
import org.shuqiao.testkit.TestServers;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Search indices of their own, each with a model; words that are in no thesaurus, so that only vectors bring texts together. */
class VectorMatchesTest {
    private static final Duration SOON = Duration.ofSeconds(90);
    private static final UUID DEMAND = UUID.fromString("00000000-0000-7000-8000-00000000d0d0");

    private static final Map<String, float[]> WORDS = Map.of(
            "service", new float[] {1, 1, 1},
            "zubrik", new float[] {1, 0, 0},
            "蒳莥", new float[] {0.9f, 0.1f, 0},
            "蓈蓎", new float[] {0, 1, 0},
            "菬莀", new float[] {0.6f, 0.4f, 0});

    private final String namespace = TestServers.namespace() + "vectors-" + UUID.randomUUID() + "-";
    private final Peers peers = Peers.another();
    private final List<ConfigurableApplicationContext> started = new ArrayList<>();

    @TempDir
    Path folder;

    private UUID near;
    private UUID far;

    @BeforeEach
    void market() {
        near = UUID.randomUUID();
        far = UUID.randomUUID();
        peers.demands.put(DEMAND, demand(DEMAND, UUID.randomUUID(), 1, "en", "Zubrik plokt", "Zubrik"));
        peers.offers.put(near, offer(near, UUID.randomUUID(), 1, "zh", "蒳莥", "蒳莥"));
        peers.offers.put(far, offer(far, UUID.randomUUID(), 1, "zh", "蓈蓎", "蓈蓎"));
    }

    @AfterEach
    void stop() {
        started.forEach(ConfigurableApplicationContext::close);
    }

    @Test
    void aModelFromAFileBringsTogetherWhatSharesNeitherWordNorConcept() throws IOException {
        ConfigurableApplicationContext context = start(fromFile("tiny-1"));

        MatchesView matches = matches(context);

        assertThat(matches.matches()).extracting(MatchView::offerId).containsExactly(near, far);
        assertThat(nearness(matches, near)).isGreaterThan(0.95);
        assertThat(nearness(matches, far)).isEqualTo(0.0);
        assertThat(health(context)).isEqualTo("UP");
    }

    @Test
    void theNearestIsAmongTheCandidatesHoweverManyOthersShareAWord() throws IOException {
        for (int i = 0; i < 230; i++) {
            UUID id = UUID.randomUUID();
            peers.offers.put(id, offer(id, UUID.randomUUID(), 1, "en", "Plokt " + i, "Plokt"));
        }
        ConfigurableApplicationContext context = start(fromFile("tiny-1"), "--shuqiao.search.match.candidates=20");

        MatchesView matches = matches(context, 20);

        // by words alone no place would be left for it; the model knows none of the words of the others
        assertThat(matches.matches()).extracting(MatchView::offerId).contains(near);
    }

    @Test
    void anotherModelLeadsToARebuildWithItsVectors() throws IOException {
        ConfigurableApplicationContext first = start(fromFile("tiny-1"));
        String marker = first.getBean(ElasticIndices.class).wholeMarker();
        first.close();

        ConfigurableApplicationContext second = start(fromFile("tiny-2"));

        assertThat(second.getBean(ElasticIndices.class).wholeMarker()).isNotEqualTo(marker);
        assertThat(nearness(matches(second), near)).isGreaterThan(0.95);
        second.close();

        ConfigurableApplicationContext none = start(List.of());

        assertThat(marker).startsWith(none.getBean(ElasticIndices.class).wholeMarker());
        assertThat(matches(none).matches())
                .hasSize(2)
                .allSatisfy(match -> assertThat(match.reasons().buyer())
                        .extracting(ReasonView::feature)
                        .doesNotContain("vectorNearness"));
    }

    @Test
    void whileTheEndpointIsDownAllGoesOnWithoutAndWhatWasMissedIsMadeUpFor() {
        try (Endpoint endpoint = new Endpoint(text -> vector(text))) {
            ConfigurableApplicationContext context = start(List.of(
                    "--shuqiao.search.vectors.kind=http",
                    "--shuqiao.search.vectors.model=tiny",
                    "--shuqiao.search.vectors.dimensions=3",
                    "--shuqiao.search.vectors.pause=200ms",
                    "--shuqiao.search.vectors.fill=1s",
                    "--shuqiao.search.vectors.http.retries=0",
                    "--shuqiao.search.vectors.http.url=" + endpoint.url()));
            assertThat(nearness(matches(context), near)).isGreaterThan(0.95);

            endpoint.failing.set(Integer.MAX_VALUE);
            UUID later = UUID.randomUUID();
            UUID provider = UUID.randomUUID();
            index(context, new Change.State(offer(later, provider, 1, "zh", "菬莀", "菬莀")));

            assertThat(health(context)).isEqualTo("DEGRADED");
            MatchesView meanwhile = matches(context);
            assertThat(meanwhile.matches()).extracting(MatchView::offerId).contains(near, far, later);
            assertThat(nearness(meanwhile, later)).isNull();

            endpoint.failing.set(0);

            await().atMost(SOON)
                    .untilAsserted(
                            () -> assertThat(nearness(matches(context), later)).isBetween(0.7, 0.9));
            assertThat(health(context)).isEqualTo("UP");

            // a new state of its provider keeps the vector
            Indexing indexing = context.getBean(Indexing.class);
            Names names = context.getBean(Names.class);
            indexing.organizations(names.living(), List.of(organization(provider, 1, "Late Ltd")))
                    .block();
            refresh(context);
            endpoint.failing.set(Integer.MAX_VALUE);
            assertThat(matches(context).matches())
                    .filteredOn(match -> match.offerId().equals(later))
                    .allSatisfy(match -> assertThat(match.providerName()).isNotNull());
            assertThat(nearness(matches(context), later)).isBetween(0.7, 0.9);
        }
    }

    private static float[] vector(String text) {
        return WORDS.getOrDefault(text.toLowerCase(Locale.ROOT).split("\\s", -1)[0], new float[] {1, 1, 1});
    }

    private List<String> fromFile(String model) throws IOException {
        TinyModel tiny = TinyModel.ofTokens(folder, WORDS);
        return List.of(
                "--shuqiao.search.vectors.kind=onnx",
                "--shuqiao.search.vectors.model=" + model,
                "--shuqiao.search.vectors.dimensions=3",
                "--shuqiao.search.vectors.onnx.file=" + tiny.file(),
                "--shuqiao.search.vectors.onnx.tokenizer=" + tiny.tokenizer());
    }

    /** One that has built its indices from the peers. */
    private ConfigurableApplicationContext start(List<String> vectors, String... more) {
        List<String> arguments = new ArrayList<>(vectors);
        Map<String, Object> settings = new HashMap<>(TestServers.settings("search-index"));
        settings.put("shuqiao.namespace", namespace);
        settings.forEach((name, value) -> arguments.add("--" + name + "=" + value));
        arguments.add("--spring.config.name=search-index");
        arguments.add("--server.port=0");
        arguments.add("--shuqiao.search.rebuild.check=500ms");
        arguments.add("--shuqiao.services.profile.url=" + peers.url());
        arguments.add("--shuqiao.services.listing.url=" + peers.url());
        arguments.addAll(List.of(more));
        ConfigurableApplicationContext context = new SpringApplicationBuilder(SearchIndexApplication.class)
                .web(WebApplicationType.REACTIVE)
                .run(arguments.toArray(String[]::new));
        started.add(context);
        ElasticIndices indices = context.getBean(ElasticIndices.class);
        await().atMost(SOON).until(() -> Boolean.TRUE.equals(indices.whole().block()));
        refresh(context);
        return context;
    }

    private static void index(ConfigurableApplicationContext context, Change change) {
        Names names = context.getBean(Names.class);
        context.getBean(Indexing.class)
                .listings(names.living(), Kind.OFFERS, List.of(change))
                .block();
        refresh(context);
    }

    private static void refresh(ConfigurableApplicationContext context) {
        Names names = context.getBean(Names.class);
        context.getBean(ElasticIndices.class)
                .refresh(names.living(), Kind.OFFERS, Kind.DEMANDS)
                .block();
        context.getBean(IndexGeneration.class).next().block();
    }

    private static Http http(ConfigurableApplicationContext context) {
        return new Http(Integer.parseInt(String.valueOf(context.getEnvironment().getProperty("local.server.port"))));
    }

    private static String health(ConfigurableApplicationContext context) {
        Http.Answer answer = http(context).get("/actuator/health");
        assertThat(answer.status()).isEqualTo(200);
        return answer.json().path("status").asString();
    }

    private static MatchesView matches(ConfigurableApplicationContext context) {
        return matches(context, 10);
    }

    private static MatchesView matches(ConfigurableApplicationContext context, int limit) {
        return http(context)
                .get("/demands/" + DEMAND + "/matches?limit=" + limit)
                .as(MatchesView.class);
    }

    private static Double nearness(MatchesView matches, UUID offer) {
        return matches.matches().stream()
                .filter(match -> match.offerId().equals(offer))
                .flatMap(match -> match.reasons().buyer().stream())
                .filter(reason -> reason.feature().equals("vectorNearness"))
                .map(ReasonView::value)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
