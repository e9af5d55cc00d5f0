package org.shuqiao.search.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Every expected value is worked out by hand beside it; 1/log2(r+1): r=1 1, r=2 0.63093, r=3 0.5, r=4 0.43068. */
class MeasuresTest {
    private static final Offset<Double> EXACT = within(1e-5);

    @Test
    void gradesCountByTwoToTheirPowerMinusOne() {
        // gains 7, 0, 1 → 7 + 0 + 0.5 = 7.5; ideal 7, 3, 1 → 7 + 3·0.63093 + 0.5 = 9.39279
        Measures measures = Measures.of(List.of("three", "none", "one"), Map.of("three", 3, "two", 2, "one", 1));

        assertThat(measures.ndcg()).isEqualTo(7.5 / 9.392789, EXACT);
        assertThat(measures.recall()).isEqualTo(2.0 / 3, EXACT);
        assertThat(measures.hit()).isEqualTo(1);
        assertThat(measures.reciprocalRank()).isEqualTo(1);
    }

    @Test
    void theIdealOrderIsOne() {
        Measures measures = Measures.of(List.of("three", "two", "one"), Map.of("one", 1, "two", 2, "three", 3));

        assertThat(measures.ndcg()).isEqualTo(1, EXACT);
        assertThat(measures.recall()).isEqualTo(1);
    }

    @Test
    void equalGradesMayStandInAnyOrder() {
        Map<String, Integer> grades = Map.of("a", 2, "b", 2, "c", 0);

        assertThat(Measures.of(List.of("a", "b", "c"), grades)).isEqualTo(Measures.of(List.of("b", "a", "c"), grades));
    }

    @Test
    void aFirstHitAtTheFourthRank() {
        // one document of grade 1 at rank 4 → 0.43068 of an ideal of 1
        Measures measures = Measures.of(List.of("x", "y", "z", "a"), Map.of("a", 1));

        assertThat(measures.ndcg()).isEqualTo(0.430677, EXACT);
        assertThat(measures.reciprocalRank()).isEqualTo(0.25);
    }

    @Test
    void whatComesAfterTheTenthIsNotSeen() {
        List<String> ranked =
                IntStream.rangeClosed(1, 11).mapToObj(i -> "d" + i).toList();

        Measures eleventh = Measures.of(ranked, Map.of("d11", 3));
        Measures tenth = Measures.of(ranked, Map.of("d10", 3));

        assertThat(eleventh).isEqualTo(new Measures(0, 0, 0, 0));
        assertThat(tenth.ndcg()).isEqualTo(0.289065, EXACT); // 1/log2(11)
        assertThat(tenth.reciprocalRank()).isEqualTo(0.1);
    }

    @Test
    void theIdealHasAtMostTen() {
        List<String> ranked =
                IntStream.rangeClosed(1, 10).mapToObj(i -> "d" + i).toList();
        Map<String, Integer> grades =
                IntStream.rangeClosed(1, 20).boxed().collect(java.util.stream.Collectors.toMap(i -> "d" + i, i -> 1));

        Measures measures = Measures.of(ranked, grades);

        assertThat(measures.ndcg()).isEqualTo(1, EXACT);
        assertThat(measures.recall()).isEqualTo(0.5);
    }

    @Test
    void fewerThanTenAndNoneAtAll() {
        Map<String, Integer> grades = Map.of("a", 1, "b", 1);

        // one of two at rank 1: 1 / (1 + 0.63093)
        assertThat(Measures.of(List.of("a"), grades).ndcg()).isEqualTo(0.613147, EXACT);
        assertThat(Measures.of(List.of(), grades)).isEqualTo(new Measures(0, 0, 0, 0));
    }

    @Test
    void aDocumentThatComesTwiceCountsOnce() {
        Measures measures = Measures.of(List.of("a", "a"), Map.of("a", 1));

        assertThat(measures.ndcg()).isEqualTo(1, EXACT);
        assertThat(measures.recall()).isEqualTo(1);
    }

    @Test
    void withoutAnythingRelevantThereIsNothingToMeasure() {
        assertThatThrownBy(() -> Measures.of(List.of("a"), Map.of("a", 0)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theMeanIsOverQueries() {
        Measures mean = Measures.mean(List.of(new Measures(1, 0.5, 1, 1), new Measures(0, 0, 0, 0)));

        assertThat(mean).isEqualTo(new Measures(0.5, 0.25, 0.5, 0.5));
        assertThat(Measures.mean(List.of())).isEqualTo(new Measures(0, 0, 0, 0));
    }

    @Test
    void percentilesAreMeasuredValues() {
        Percentiles percentiles = new Percentiles(new double[] {5, 1, 4, 2, 3});

        assertThat(percentiles.at(50)).isEqualTo(3);
        assertThat(percentiles.at(99)).isEqualTo(5);
        assertThat(percentiles.at(20)).isEqualTo(1);
        assertThat(percentiles.at(21)).isEqualTo(2);
        assertThat(new Percentiles(new double[0]).at(50)).isNaN();
    }
}
