package org.shuqiao.search.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

class VectorSettingsTest {
    private final ApplicationContextRunner runner =
            new ApplicationContextRunner().withUserConfiguration(Vectoring.class);

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(VectorSettings.class)
    @Import(VectorConfiguration.class)
    static class Vectoring {
        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }

    @Test
    void byDefaultThereAreNoneAndNothingOfAModelIsLoaded() {
        runner.withClassLoader(
                        new FilteredClassLoader("org.springframework.ai", "ai.onnxruntime", "ai.djl", "com.sun.jna"))
                .run(context -> {
                    assertThat(context).hasNotFailed().doesNotHaveBean(ReactiveHealthIndicator.class);
                    assertThat(context.getBean(Vectors.class).edition()).isEmpty();
                    assertThat(context.getBean(VectorSettings.class))
                            .isEqualTo(new VectorSettings(
                                    VectorSettings.Kind.NONE,
                                    "",
                                    0,
                                    "",
                                    0,
                                    2000,
                                    16,
                                    2,
                                    Duration.ofSeconds(10),
                                    Duration.ofSeconds(30),
                                    new VectorSettings.Onnx(null, null, 512, VectorSettings.Pooling.MEAN),
                                    new VectorSettings.Http(null, null, Duration.ofSeconds(10), 2)));
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kind=onnx | shuqiao.search.vectors.model: expected the name of the model",
                "kind=http model=m | shuqiao.search.vectors.dimensions: expected 1 to 4096, not 0",
                "kind=http model=m dimensions=8 | shuqiao.search.vectors.http.url: expected like http://host/v1, not null",
                "kind=onnx model=m dimensions=8 onnx.file=a | expected file and tokenizer, the paths of both files",
                "kind=http model=m dimensions=8 unrelated=1 | shuqiao.search.vectors.unrelated: expected 0 to 0.99, not 1"
            })
    void saysWhatIsMissing(String settings, String message) {
        runner.withPropertyValues(prefixed(settings))
                .run(context -> assertThat(context).getFailure().rootCause().hasMessageContaining(message));
    }

    @Test
    void wrongDimensionsKeepFromStartingWithOneClearLine(@TempDir Path folder) throws IOException {
        TinyModel tiny = TinyModel.ofTokens(folder, Map.of("service", new float[] {1, 2, 3}));

        runner.withPropertyValues(prefixed("kind=onnx model=tiny dimensions=4 onnx.file=" + tiny.file()
                        + " onnx.tokenizer=" + tiny.tokenizer()))
                .run(context -> {
                    assertThat(context).hasFailed();
                    assertThat(new UnusableModelAnalyzer()
                                    .analyze(context.getStartupFailure())
                                    .getDescription())
                            .isEqualTo(
                                    "shuqiao.search.vectors.dimensions is 4, but the vectors of the model tiny have 3.");
                });
    }

    @Test
    void whatChangesVectorsChangesTheirEdition() {
        Vectors.Edition one = edition("kind=http model=m dimensions=8 http.url=http://a/v1");

        assertThat(one.name()).matches("[0-9a-f]{8}");
        assertThat(edition("kind=http model=m dimensions=8 http.url=http://b/v1 batch=3"))
                .isEqualTo(one);
        for (String other : new String[] {"model=n", "dimensions=9", "prefix=q", "characters=99", "unrelated=0.5"}) {
            assertThat(edition("kind=http model=m dimensions=8 http.url=http://a/v1 " + other))
                    .as(other)
                    .isNotEqualTo(one);
        }
    }

    @Test
    void theKeyIsNotTold() {
        assertThat(new VectorSettings.Http(null, "secret", Duration.ZERO, 0).toString())
                .doesNotContain("secret");
    }

    private Vectors.Edition edition(String settings) {
        Vectors.Edition[] found = new Vectors.Edition[1];
        new ApplicationContextRunner()
                .withUserConfiguration(SettingsOnly.class)
                .withPropertyValues(prefixed(settings))
                .run(context -> found[0] = context.getBean(VectorSettings.class).edition());
        return found[0];
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(VectorSettings.class)
    static class SettingsOnly {}

    private static String[] prefixed(String settings) {
        String[] properties = settings.split(" ");
        for (int i = 0; i < properties.length; i++) {
            properties[i] = "shuqiao.search.vectors." + properties[i];
        }
        return properties;
    }
}
