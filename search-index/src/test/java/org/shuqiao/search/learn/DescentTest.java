package org.shuqiao.search.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DescentTest {
    @Test
    void findsTheBottomWhereTheBoundsAllowIt() {
        // (x - 3)² + 100 (y + 1)² + (x - 3)(y + 1), least at 3, -1
        double[] least = Descent.least(
                (x, gradient) -> {
                    double a = x[0] - 3;
                    double b = x[1] + 1;
                    gradient[0] = 2 * a + b;
                    gradient[1] = 200 * b + a;
                    return a * a + 100 * b * b + a * b;
                },
                new double[] {0, 0},
                new double[] {-10, -10},
                new double[] {10, 10});

        assertThat(least[0]).isEqualTo(3, within(1e-5));
        assertThat(least[1]).isEqualTo(-1, within(1e-5));
    }

    @Test
    void staysAtABoundBeyondWhichItWouldFallFurther() {
        // (x + 2)² + (y - 5)² within 0..4
        double[] least = Descent.least(
                (x, gradient) -> {
                    gradient[0] = 2 * (x[0] + 2);
                    gradient[1] = 2 * (x[1] - 5);
                    return (x[0] + 2) * (x[0] + 2) + (x[1] - 5) * (x[1] - 5);
                },
                new double[] {1, 1},
                new double[] {0, 0},
                new double[] {4, 4});

        assertThat(least).containsExactly(0, 4);
    }
}
