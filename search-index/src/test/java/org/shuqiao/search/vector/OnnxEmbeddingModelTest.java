package org.shuqiao.search.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuqiao.search.vector.VectorSettings.Pooling;

/** Real files, loaded and run by the libraries that load and run real models. */
class OnnxEmbeddingModelTest {
    private static final Map<String, float[]> WORDS =
            Map.of("water", new float[] {1, 0, 0}, "вода", new float[] {1, 0, 0}, "meter", new float[] {0, 2, 0});

    @TempDir
    Path folder;

    private @Nullable TinyModel tiny;

    @BeforeEach
    void write() throws IOException {
        tiny = TinyModel.ofTokens(folder, WORDS);
    }

    @Test
    void aTextsVectorIsTheSumOfItsTokensWhateverElseIsInTheBatch() {
        try (OnnxEmbeddingModel model = model(Pooling.MEAN, 16)) {
            List<float[]> vectors = model.embed(List.of("Water meter", "вода", "water water meter unheard of"));

            assertThat(vectors.get(0)).containsExactly(1, 2, 0);
            assertThat(vectors.get(1)).containsExactly(1, 0, 0);
            assertThat(vectors.get(2)).containsExactly(2, 2, 0);
            assertThat(model.dimensions()).isEqualTo(3);
        }
    }

    @Test
    void orThatOfTheFirstToken() {
        try (OnnxEmbeddingModel model = model(Pooling.FIRST, 16)) {
            assertThat(model.embed("meter water")).containsExactly(0, 2, 0);
        }
    }

    @Test
    void whatTheModelPoolsItselfIsTakenAsItIs() throws IOException {
        tiny = TinyModel.ofTexts(folder, WORDS);
        try (OnnxEmbeddingModel model = model(Pooling.MEAN, 16)) {
            assertThat(model.embed("water meter")).containsExactly(0.5f, 1, 0);
        }
    }

    @Test
    void aLongTextIsCutAtTheTokensTheModelReads() {
        try (OnnxEmbeddingModel model = model(Pooling.MEAN, 3)) {
            assertThat(model.embed("water water water meter meter")).containsExactly(3, 0, 0);
        }
    }

    @Test
    void saysWhichFileIsMissingOrWrong() throws IOException {
        Path none = folder.resolve("none.onnx");
        Path text = Files.writeString(folder.resolve("text.onnx"), "not a model");
        Path good = tiny().tokenizer();

        assertThatThrownBy(() -> new OnnxEmbeddingModel(settings(none, good, Pooling.MEAN, 16)))
                .isInstanceOf(UnusableModel.class)
                .hasMessage("shuqiao.search.vectors.onnx.file names no file to read: " + none);
        assertThatThrownBy(() -> new OnnxEmbeddingModel(settings(text, good, Pooling.MEAN, 16)))
                .isInstanceOf(UnusableModel.class)
                .hasMessageStartingWith("ONNX Runtime cannot load " + text);
        assertThatThrownBy(() -> new OnnxEmbeddingModel(settings(tiny().file(), text, Pooling.MEAN, 16)))
                .isInstanceOf(UnusableModel.class)
                .hasMessageStartingWith("The tokenizer " + text + " cannot be loaded");
    }

    private OnnxEmbeddingModel model(Pooling pooling, int tokens) {
        return new OnnxEmbeddingModel(settings(tiny().file(), tiny().tokenizer(), pooling, tokens));
    }

    private TinyModel tiny() {
        return java.util.Objects.requireNonNull(tiny);
    }

    private static VectorSettings.Onnx settings(Path file, Path tokenizer, Pooling pooling, int tokens) {
        return new VectorSettings.Onnx(file, tokenizer, tokens, pooling);
    }
}
