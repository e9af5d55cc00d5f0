package org.shuqiao.search.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A model behind a real endpoint: what comes of it when it answers, refuses, is slow or is not there. */
class ModelVectorsTest {
    /** An answer of this machine takes no such time, however busy it is. */
    private static final Duration PATIENT = Duration.ofSeconds(20);

    private final Endpoint endpoint = new Endpoint(text -> new float[] {text.length(), 1});
    private final Hands hands = new Hands();
    private @Nullable ModelVectors vectors;

    @AfterEach
    void close() {
        endpoint.close();
        if (vectors != null) {
            vectors.destroy();
        }
    }

    @Test
    void everyTextGetsItsOwnVectorBatchByBatch() {
        List<String> texts = new ArrayList<>();
        for (int i = 1; i <= 10; i++) {
            texts.add("x".repeat(i));
        }

        Map<String, DenseVector> found = of(vectors(2), texts);

        assertThat(found).hasSize(10);
        texts.forEach(text ->
                assertThat(found).containsEntry(text, DenseVector.of(new float[] {("q: " + text).length(), 1}, 0.1)));
        assertThat(endpoint.asked).hasSize(3).allSatisfy(request -> {
            assertThat(request.path("model").asString()).isEqualTo("tiny");
            assertThat(request.path("encoding_format").asString()).isEqualTo("float");
            assertThat(request.path("input").size()).isBetween(2, 4);
            assertThat(request.path("input").get(0).asString()).startsWith("q: ");
        });
        assertThat(endpoint.keys).containsOnly("Bearer secret");
    }

    @Test
    void aLongTextIsCutButNotThroughACharacter() {
        of(vectors(2), List.of("x".repeat(39) + "𠀀" + "y"));

        assertThat(endpoint.asked.getFirst().path("input").get(0).asString()).isEqualTo("q: " + "x".repeat(39));
    }

    @Test
    void whatMayPassIsTriedAgain() {
        endpoint.failing.set(2);

        assertThat(of(vectors(2), List.of("water"))).hasSize(1);
        assertThat(endpoint.asked).hasSize(3);
    }

    @Test
    void aRefusedTextAloneGetsNone() {
        endpoint.bad = "bad";

        assertThat(of(vectors(2), List.of("one", "a bad one", "two"))).containsOnlyKeys("one", "two");
        assertThat(vectors().trouble()).isEmpty();
    }

    @Test
    void aModelThatFailsIsLeftAloneForAWhileAndThenAskedAgain() {
        endpoint.status = 500;
        endpoint.failing.set(Integer.MAX_VALUE);

        assertThat(of(vectors(2), List.of("water"))).isEmpty();
        int asked = endpoint.asked.size();
        assertThat(asked).isEqualTo(3);
        assertThat(vectors().trouble())
                .hasValueSatisfying(reason -> assertThat(reason).contains("500"));
        assertThat(of(vectors(), List.of("water"))).isEmpty();
        assertThat(endpoint.asked).hasSize(asked);

        endpoint.failing.set(0);
        hands.now = hands.now.plusSeconds(11);

        assertThat(of(vectors(), List.of("water"))).hasSize(1);
        assertThat(vectors().trouble()).isEmpty();
    }

    @Test
    void aSlowModelIsWaitedForNoLongerThanItsDeadline() {
        endpoint.silent = true;
        long start = System.nanoTime();

        assertThat(of(vectors(2, Duration.ofMillis(300)), List.of("water"))).isEmpty();

        // three times 300 ms and the pauses between
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
        assertThat(vectors().trouble()).isPresent();
    }

    @Test
    void anEndpointThatIsNotThereDoesNotKeepFromStarting() {
        endpoint.close();

        vectors(2).probe();

        assertThat(vectors().trouble()).isPresent();
    }

    @Test
    void wrongDimensionsAreRefusedAtTheStart() {
        assertThatThrownBy(() -> vectors(384).probe())
                .isInstanceOf(UnusableModel.class)
                .hasMessage("shuqiao.search.vectors.dimensions is 384, but the vectors of the model tiny have 2.");
    }

    @Test
    void andLaterNeverKept() {
        assertThat(of(vectors(384), List.of("water"))).isEmpty();
        assertThat(vectors().trouble())
                .hasValueSatisfying(reason -> assertThat(reason).contains("dimensions is 384"));
    }

    private ModelVectors vectors(int dimensions) {
        return vectors(dimensions, PATIENT);
    }

    private ModelVectors vectors(int dimensions, Duration timeout) {
        VectorSettings.Http http = new VectorSettings.Http(URI.create(endpoint.url() + "/"), "secret", timeout, 2);
        VectorSettings settings = new VectorSettings(
                VectorSettings.Kind.HTTP,
                "tiny",
                dimensions,
                "q: ",
                0.1,
                40,
                4,
                2,
                Duration.ofSeconds(10),
                Duration.ofSeconds(30),
                new VectorSettings.Onnx(null, null, 512, VectorSettings.Pooling.MEAN),
                http);
        ModelVectors made = new ModelVectors(new HttpEmbeddingModel("tiny", http), settings, hands);
        vectors = made;
        return made;
    }

    private ModelVectors vectors() {
        return java.util.Objects.requireNonNull(vectors);
    }

    private static Map<String, DenseVector> of(ModelVectors vectors, List<String> texts) {
        return java.util.Objects.requireNonNull(vectors.of(texts).block(Duration.ofSeconds(30)));
    }

    /** A clock moved by hand. */
    private static final class Hands extends Clock {
        private volatile Instant now = Instant.parse("2026-11-26T12:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }
    }
}
