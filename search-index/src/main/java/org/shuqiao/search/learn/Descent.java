package org.shuqiao.search.learn;

/**
 * Finds where a smooth function is least within bounds: the spectral projected gradient method (Birgin, Martínez, Raydan:
 * "Nonmonotone spectral projected gradient methods on convex sets", SIAM J. Optim. 2000, algorithm SPG2 with the line search
 * of Armijo). The same start gives the same end.
 */
final class Descent {
    private static final int STEPS = 1_000;
    private static final double NEAR_ENOUGH = 1e-6;
    private static final double SUFFICIENT = 1e-4;
    private static final double SHORTEST = 1e-10;
    private static final double LONGEST = 1e4;

    private Descent() {}

    /** A function that also gives its derivatives. */
    @FunctionalInterface
    interface Smooth {
        double value(double[] x, double[] gradient);
    }

    /** A place, not above which the function is at {@code start}; its derivatives along the bounds vanish there. */
    static double[] least(Smooth function, double[] start, double[] lower, double[] upper) {
        int n = start.length;
        double[] x = within(start.clone(), lower, upper);
        double[] gradient = new double[n];
        double value = function.value(x, gradient);
        double spectral = 1;
        for (int step = 0; step < STEPS; step++) {
            if (largest(along(x, gradient, 1, lower, upper)) < NEAR_ENOUGH) {
                return x;
            }
            double[] direction = along(x, gradient, spectral, lower, upper);
            double descent = 0;
            for (int i = 0; i < n; i++) {
                descent += direction[i] * gradient[i];
            }
            double[] next = new double[n];
            double[] nextGradient = new double[n];
            double length = 1;
            double nextValue;
            while (true) {
                for (int i = 0; i < n; i++) {
                    next[i] = x[i] + length * direction[i];
                }
                nextValue = function.value(next, nextGradient);
                if (nextValue <= value + SUFFICIENT * length * descent) {
                    break;
                }
                length /= 2;
                if (length < SHORTEST) {
                    return x;
                }
            }
            double moved = 0;
            double bent = 0;
            for (int i = 0; i < n; i++) {
                double s = next[i] - x[i];
                moved += s * s;
                bent += s * (nextGradient[i] - gradient[i]);
            }
            spectral = bent <= 0 ? LONGEST : Math.clamp(moved / bent, SHORTEST, LONGEST);
            x = next;
            gradient = nextGradient;
            value = nextValue;
        }
        return x;
    }

    /** From x down the gradient, as far as the bounds allow. */
    private static double[] along(double[] x, double[] gradient, double length, double[] lower, double[] upper) {
        double[] direction = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            direction[i] = x[i] - length * gradient[i];
        }
        within(direction, lower, upper);
        for (int i = 0; i < x.length; i++) {
            direction[i] -= x[i];
        }
        return direction;
    }

    private static double largest(double[] direction) {
        double largest = 0;
        for (double one : direction) {
            largest = Math.max(largest, Math.abs(one));
        }
        return largest;
    }

    private static double[] within(double[] x, double[] lower, double[] upper) {
        for (int i = 0; i < x.length; i++) {
            x[i] = Math.clamp(x[i], lower[i], upper[i]);
        }
        return x;
    }
}
