package org.shuqiao.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PercentilesTest {
    @Test
    void takesTheNearestRank() {
        Percentiles ten = Percentiles.of(new double[] {10, 1, 2, 3, 4, 5, 6, 7, 8, 9});
        assertThat(ten.at(50)).isEqualTo(5);
        assertThat(ten.at(95)).isEqualTo(10);
        assertThat(ten.at(99)).isEqualTo(10);
        assertThat(ten.at(10)).isEqualTo(1);
    }

    @Test
    void aSingleValueIsEveryPercentile() {
        assertThat(Percentiles.of(new double[] {7}).at(99)).isEqualTo(7);
    }
}
