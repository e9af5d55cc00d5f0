package org.shuqiao.search.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shuqiao.search.text.TieBreak;

class VicinityTest {
    @ParameterizedTest
    @ValueSource(longs = {0, 1, 1_024, 2_047})
    void isEverythingWhereThereIsLittle(long size) {
        assertThat(Vicinity.of("a", size).isEverything()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {2_048, 10_000, 100_000})
    void holdsOneToTwoThousandOfMany(long size) {
        Vicinity vicinity = Vicinity.of("subject", size);

        long inside = LongStream.range(0, size)
                .filter(id -> vicinity.contains(TieBreak.of("document " + id)))
                .count();

        // four standard deviations of a share of so many
        assertThat((double) inside).isBetween(1_024 - 4 * Math.sqrt(1_024), 2_048 + 4 * Math.sqrt(2_048));
    }

    @Test
    void holdsItsSubject() {
        for (int i = 0; i < 1_000; i++) {
            Vicinity vicinity = Vicinity.of("subject " + i, 1L << 40);

            assertThat(vicinity.from()).isLessThan(vicinity.to());
            assertThat(vicinity.contains(TieBreak.of("subject " + i))).isTrue();
        }
    }
}
