package org.shuqiao.search.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TimeSplitTest {
    @Test
    void whatIsOfOneDayStaysTogether() {
        assertThat(TimeSplit.at(days(1, 2, 3, 4, 5, 6, 7, 8, 9, 10), 0.7)).isEqualTo(7);
        assertThat(TimeSplit.at(days(1, 2, 3, 4, 5, 5, 5, 5, 9, 10), 0.7)).isEqualTo(4);
        assertThat(TimeSplit.at(days(5, 5, 5), 0.7)).isZero();
        assertThat(TimeSplit.at(days(), 0.7)).isZero();
    }

    private static List<LocalDate> days(int... days) {
        return IntStream.of(days).mapToObj(day -> LocalDate.of(2026, 11, day)).toList();
    }
}
