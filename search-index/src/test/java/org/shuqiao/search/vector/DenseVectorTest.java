package org.shuqiao.search.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class DenseVectorTest {
    @Test
    void onlyTheDirectionCounts() {
        DenseVector one = DenseVector.of(new float[] {1, -2, 0}, 0);

        assertThat(DenseVector.of(new float[] {10, -20, 0}, 0)).isEqualTo(one);
        assertThat(one.nearness(one).orElseThrow()).isEqualTo(1, within(1e-9));
        assertThat(one.nearness(DenseVector.of(new float[] {2, 1, 0}, 0)).orElseThrow())
                .isEqualTo(0, within(0.01));
        assertThat(one.nearness(DenseVector.of(new float[] {-1, 2, 0}, 0))).hasValue(0);
        assertThat(one.toHex()).isEqualTo("408100");
    }

    @Test
    void aCosineIsKeptToAHundredth() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            float[] a = new float[384];
            float[] b = new float[384];
            double product = 0;
            double squaresA = 0;
            double squaresB = 0;
            for (int i = 0; i < a.length; i++) {
                a[i] = (float) random.nextGaussian();
                b[i] = a[i] + (float) random.nextGaussian();
                product += a[i] * b[i];
                squaresA += a[i] * a[i];
                squaresB += b[i] * b[i];
            }
            double cosine = product / Math.sqrt(squaresA * squaresB);

            assertThat(DenseVector.of(a, 0).nearness(DenseVector.of(b, 0)).orElseThrow())
                    .isEqualTo(cosine, within(0.01));
        }
    }

    @Test
    void whatUnrelatedTextsHaveIsTakenOff() {
        DenseVector one = DenseVector.of(new float[] {1, 0}, 0.7);
        DenseVector other = DenseVector.of(new float[] {0.85f, 0.526783f}, 0.7);

        assertThat(one.nearness(other).orElseThrow()).isEqualTo(0.5, within(0.02));
        assertThat(one.nearness(DenseVector.of(new float[] {0.5f, 0.866f}, 0.7)))
                .hasValue(0);
    }

    @Test
    void vectorsOfDifferentModelsAreNotCompared() {
        DenseVector one = DenseVector.of(new float[] {1, 0}, 0);

        assertThat(one.nearness(DenseVector.of(new float[] {1, 0, 0}, 0))).isEmpty();
        assertThat(one.nearness(DenseVector.of(new float[] {1, 0}, 0.5))).isEmpty();
    }

    @Test
    void readsBackAsWritten() {
        DenseVector vector = DenseVector.of(new float[] {0.3f, -0.1f, 0.02f}, 0.42);

        assertThat(DenseVector.ofBytes(vector.toBytes())).isEqualTo(vector);
    }

    @Test
    void refusesWhatHasNoDirection() {
        assertThatThrownBy(() -> DenseVector.of(new float[] {0, 0}, 0)).hasMessageContaining("not only zeros");
        assertThatThrownBy(() -> DenseVector.of(new float[] {0, Float.NaN}, 0)).hasMessageContaining("NaN");
    }
}
