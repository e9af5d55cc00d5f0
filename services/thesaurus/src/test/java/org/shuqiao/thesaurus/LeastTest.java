package org.shuqiao.thesaurus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LeastTest {
    @Test
    void theLeastComeFirstWhateverTheOrder() {
        Random random = new Random(7);
        for (int round = 0; round < 2_000; round++) {
            int count = random.nextInt(60);
            int most = count == 0 ? 0 : random.nextInt(count + 1);
            // few values, so that many are equal
            int values = 1 + random.nextInt(80);
            long[] keys = random.longs(count + 5L, 0, values).toArray();
            long[] expected = Arrays.copyOf(keys, count);
            Arrays.sort(expected);
            long[] after = Arrays.copyOfRange(keys, count, keys.length);

            Least.first(keys, count, most);

            long[] first = Arrays.copyOf(keys, most);
            Arrays.sort(first);
            assertThat(first).isEqualTo(Arrays.copyOf(expected, most));
            long[] all = Arrays.copyOf(keys, count);
            Arrays.sort(all);
            assertThat(all).isEqualTo(expected);
            assertThat(Arrays.copyOfRange(keys, count, keys.length)).isEqualTo(after);
        }
    }
}
