package org.shuqiao.search.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.shuqiao.search.learn.Lists.candidate;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shuqiao.search.match.Observed;

class WeighingTest {
    private static final List<String> BUYER = List.of("textSimilarity", "area", "trackRecord");
    private static final List<String> PROVIDER = List.of("textSimilarity", "marketWanted");
    private static final double[] START = {2, 1, 0.5, 1.5, 0.5, Math.log(7)};

    private final UUID first = new UUID(0, 1);
    private final UUID second = new UUID(0, 2);

    @Test
    void scoresAsTheRankingDoesAndComparesPairs() {
        Weighing weighing = weighing(
                Map.of(first, 1),
                candidate(first, Map.of("textSimilarity", 0.5, "area", 1.0), Map.of("textSimilarity", 0.5)),
                candidate(second, Map.of("textSimilarity", 0.2), Map.of("textSimilarity", 0.2, "marketWanted", 1.0)));

        // first: buyer (2·0.5 + 1) / 3 = 2/3, provider 0.5, both 4/7; second: 0.2, (1.5·0.2 + 0.5) / 2 = 0.4, both 4/15
        double expected = Math.log(1 + Math.exp(-7 * (4.0 / 7 - 4.0 / 15)));
        assertThat(weighing.loss(START)).isEqualTo(expected, within(1e-7));
        assertThat(weighing.value(START, new double[6])).isEqualTo(expected, within(1e-7));
    }

    @Test
    void leavingTheStartCostsTheSquare() {
        Weighing weighing =
                weighing(Map.of(first, 1), candidate(first, Map.of(), Map.of()), candidate(second, Map.of(), Map.of()));
        double[] moved = START.clone();
        moved[2] += 3;

        assertThat(weighing.value(moved, new double[6])).isEqualTo(Math.log(2) + 0.1 * 9, within(1e-12));
    }

    @Test
    void whatCameAsFarIsNotCompared() {
        Weighing weighing = weighing(
                Map.of(first, 2, second, 2),
                candidate(first, Map.of("area", 1.0), Map.of("textSimilarity", 1.0)),
                candidate(second, Map.of("area", 0.0), Map.of("textSimilarity", 1.0)));

        assertThat(weighing.loss(START)).isZero();
    }

    @Test
    void theDerivativesAreThoseOfTheValue() {
        UUID third = new UUID(0, 3);
        Weighing weighing = weighing(
                Map.of(first, 3, second, 1),
                candidate(
                        first,
                        Map.of("textSimilarity", 0.3, "trackRecord", 0.0),
                        Map.of("marketWanted", 1.0, "textSimilarity", 0.3)),
                candidate(
                        second,
                        Map.of("textSimilarity", 0.4, "area", 0.0, "trackRecord", 0.7),
                        Map.of("textSimilarity", 0.4)),
                candidate(
                        third,
                        Map.of("textSimilarity", 0.1, "area", 1.0),
                        Map.of("textSimilarity", 0.1, "marketWanted", 0.0)));
        double[] x = {1.7, 0.4, 0.9, 1.1, 0.3, Math.log(11)};
        double[] gradient = new double[x.length];
        weighing.value(x, gradient);

        for (int i = 0; i < x.length; i++) {
            double[] above = x.clone();
            double[] below = x.clone();
            above[i] += 1e-5;
            below[i] -= 1e-5;
            double slope = (weighing.value(above, new double[6]) - weighing.value(below, new double[6])) / 2e-5;
            assertThat(gradient[i]).as("variable " + i).isEqualTo(slope, within(1e-7));
        }
    }

    private static Weighing weighing(Map<UUID, Integer> grades, Observed... candidates) {
        Decided decided = Lists.decided(1, grades);
        return new Weighing(
                List.of(Choice.of(decided, List.of(candidates), BUYER, PROVIDER)), START, BUYER.size(), 0.1);
    }
}
