package org.shuqiao.search.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReciprocalRanksTest {
    @Test
    void whatSeveralListsHaveComesFirst() {
        // c: 1/63 + 1/61, a: 1/61, d: 1/62, b: 1/62
        assertThat(fused(10, List.of("a", "b", "c"), List.of("c", "d"))).containsExactly("c", "a", "b", "d");
    }

    @Test
    void twoMiddlingRanksAreMoreThanOneGoodOne() {
        // 2/70 against 1/61
        assertThat(fused(
                        2,
                        List.of("x", "1", "2", "3", "4", "5", "6", "7", "8", "m"),
                        List.of("y", "9", "a", "b", "c", "d", "e", "f", "g", "m")))
                .containsExactly("m", "x");
    }

    @Test
    void oneListKeepsItsOrderAndIsCut() {
        assertThat(fused(2, List.of("a", "b", "c"), List.of())).containsExactly("a", "b");
        assertThat(fused(5, List.of(), List.of("a", "b"))).containsExactly("a", "b");
    }

    @SafeVarargs
    private static List<String> fused(int most, List<String>... lists) {
        return ReciprocalRanks.fused(List.of(lists), item -> item, most);
    }
}
