package org.shuqiao.search.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Where all differences are of one size, the test is the sign test, whose p is a sum of binomials. */
class PairedTestTest {
    @Test
    void fewQueriesAreTestedExactly() {
        // all five better by the same: only all of one sign are as great, 2 of 32
        assertThat(test(5, 0).p()).isEqualTo(2.0 / 32);
        // 1 of 13 worse: (1 + 13) · 2 of 8192
        assertThat(test(12, 1).p()).isEqualTo(28.0 / 8192);
    }

    @Test
    void theSizeOfADifferenceCounts() {
        // sums of ±3 ±1 ±1 are ±5, ±3, ±3, ±1: of 8 signs 2 reach 5; and with 3 − 1 − 1 = 1 all do
        assertThat(PairedTest.of(new double[3], new double[] {3, 1, 1}).p()).isEqualTo(2.0 / 8);
        assertThat(PairedTest.of(new double[3], new double[] {3, -1, -1}).p()).isEqualTo(1);
        // 2.5 of ±2 ±1 ±0.5: 3.5, 2.5 and their opposites, 4 of 8
        assertThat(PairedTest.of(new double[3], new double[] {2, 1, -0.5}).p()).isEqualTo(4.0 / 8);
    }

    @Test
    void manyQueriesAreTestedByDrawing() {
        // sign test, 15 of 20: 0.041389; 60 of 100: 0.056888; 10 of 20: 1. Three standard errors of 10,000 draws
        assertThat(test(15, 5).p()).isEqualTo(0.041389, within(0.006));
        assertThat(test(60, 40).p()).isEqualTo(0.056888, within(0.007));
        assertThat(test(10, 10).p()).isEqualTo(1);
        // all 30 better is one in 500 million: never drawn, but never said to be impossible
        assertThat(test(30, 0).p()).isEqualTo(1.0 / 10_001);
    }

    @Test
    void theSameGivesTheSameAndTheOppositeTheOpposite() {
        double[] first = new double[20];
        double[] second = IntStream.range(0, 20)
                .mapToDouble(i -> i % 3 == 0 ? -0.5 : i / 40.0)
                .toArray();
        PairedTest test = PairedTest.of(first, second);

        assertThat(PairedTest.of(first, second)).isEqualTo(test);
        assertThat(PairedTest.of(second, first)).isEqualTo(new PairedTest(-test.difference(), test.p()));
        assertThat(test(14, 6).difference()).isEqualTo(0.4, within(1e-12));
    }

    @Test
    void whatDoesNotDifferTellsNothing() {
        assertThat(PairedTest.of(new double[] {0.3, 0.1 + 0.2}, new double[] {0.3, 0.3})
                        .p())
                .isEqualTo(1);
        assertThat(PairedTest.of(new double[0], new double[0])).isEqualTo(new PairedTest(0, 1));
    }

    @Test
    void needsAsManyOfBoth() {
        assertThatThrownBy(() -> PairedTest.of(new double[1], new double[2]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static PairedTest test(int better, int worse) {
        return PairedTest.of(
                new double[better + worse],
                IntStream.range(0, better + worse)
                        .mapToDouble(i -> i < better ? 1 : -1)
                        .toArray());
    }
}
