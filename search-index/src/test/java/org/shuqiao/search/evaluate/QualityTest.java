package org.shuqiao.search.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.shuqiao.search.FreshIndices;
import org.shuqiao.search.SearchIndexTest;
import org.shuqiao.search.index.ElasticIndices;
import org.shuqiao.search.match.Ranking;
import org.shuqiao.search.metric.Measures;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.Lifecycle;
import tools.jackson.databind.json.JsonMapper;

/**
 * Matching is as good as when it was last recorded, on a small market of our own in 13 languages. Whoever makes it better on
 * purpose, or worse, records anew: see {@code quality/README.md}.
 */
@SearchIndexTest
class QualityTest {
    private static final String WRITE = "shuqiao.quality.write";
    private static final Path FOLDER = Path.of("src/test/resources/quality");
    private static final Path RECORDED = FOLDER.resolve("recorded.json");

    /** With two demands a language, one that slips a rank is 0.18 of its nDCG@10, and 0.015 of all. */
    private static final double MARGIN_OF_ALL = 0.03;

    private static final double MARGIN_OF_ONE = 0.2;
    private static final double ROUNDING = 1_000;

    @Autowired
    Evaluating evaluating;

    @Autowired
    Ranking ranking;

    @Autowired
    ElasticIndices indices;

    @Autowired
    @Qualifier("indexGuard")
    Lifecycle guard;

    /** nDCG@10, and how far each may fall below. */
    record Recorded(double all, Map<String, Double> languages, double marginOfAll, double marginOfOne) {}

    @Test
    void isNotWorseThanRecorded() throws IOException {
        List<Recorded> both =
                measured(List.of(ranking, ranking.only("words", Set.of("textSimilarity", "termsShared"))));
        Recorded measured = both.getFirst();
        JsonMapper json = JsonMapper.shared();
        if (Boolean.getBoolean(WRITE)) {
            Files.writeString(RECORDED, json.writerWithDefaultPrettyPrinter().writeValueAsString(measured) + "\n");
        }

        Recorded recorded = json.readValue(Files.readString(RECORDED), Recorded.class);
        assertThat(worse(recorded, measured))
                .as("nDCG@10 fell by more than its margin; -D%s=true records it anew", WRITE)
                .isEmpty();
        assertThat(measured.languages())
                .hasSize(13)
                .containsOnlyKeys(recorded.languages().keySet());
    }

    @Test
    void saysWhatFellAndHowFar() {
        Recorded recorded = new Recorded(0.6, Map.of("zh", 0.7, "ar", 0.5), 0.03, 0.2);

        assertThat(worse(recorded, new Recorded(0.57, Map.of("zh", 0.5, "ar", 0.9), 0, 0)))
                .isEmpty();
        assertThat(worse(recorded, new Recorded(0.569, Map.of("zh", 0.49, "ar", 0.5), 0, 0)))
                .containsExactly("all: 0.569, recorded 0.600", "zh: 0.490, recorded 0.700");
        assertThat(worse(recorded, new Recorded(0.6, Map.of("zh", 0.7), 0, 0)))
                .containsExactly("ar: 0.000, recorded 0.500");
    }

    private static List<String> worse(Recorded recorded, Recorded measured) {
        List<String> worse = new ArrayList<>();
        compare("all", recorded.all(), measured.all(), recorded.marginOfAll(), worse);
        new TreeMap<>(recorded.languages())
                .forEach((language, value) -> compare(
                        language,
                        value,
                        measured.languages().getOrDefault(language, 0.0),
                        recorded.marginOfOne(),
                        worse));
        return worse;
    }

    private static void compare(String name, double recorded, double measured, double margin, List<String> worse) {
        if (recorded - measured > margin + 1e-9) {
            worse.add(String.format(Locale.ROOT, "%s: %.3f, recorded %.3f", name, measured, recorded));
        }
    }

    /** By each of some rankings. */
    private List<Recorded> measured(List<Ranking> rankings) {
        TestSet set = TestSet.complete(FOLDER);
        List<Evaluating.Outcome> outcomes;
        try (FreshIndices _ = new FreshIndices(indices, guard)) {
            outcomes = evaluating.evaluate(set, rankings);
        } finally {
            // the indices of the other tests were deleted for it, and come again by themselves
            await().atMost(Duration.ofSeconds(90))
                    .until(() -> Boolean.TRUE.equals(indices.whole().block()));
        }
        return outcomes.stream().map(outcome -> recorded(set, outcome)).toList();
    }

    private static Recorded recorded(TestSet set, Evaluating.Outcome outcome) {
        Map<String, List<Measures>> byLanguage = new TreeMap<>();
        for (TestSet.Entry query : set.queries()) {
            Measures measures = outcome.measures().get(query.id());
            assertThat(measures).as(query.id()).isNotNull();
            byLanguage
                    .computeIfAbsent(query.metadata().path("language").asString(), language -> new ArrayList<>())
                    .add(measures);
        }
        Map<String, Double> languages = new TreeMap<>();
        byLanguage.forEach((language, all) ->
                languages.put(language, rounded(Measures.mean(all).ndcg())));
        return new Recorded(rounded(outcome.mean().ndcg()), languages, MARGIN_OF_ALL, MARGIN_OF_ONE);
    }

    private static double rounded(double value) {
        return Math.round(value * ROUNDING) / ROUNDING;
    }
}
