package org.shuqiao.search.learn;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What weights make of recorded choices. A candidate has the score the ranking gives it: the harmonic mean of both sides'
 * weighted means of what is known. That one came further than another of the same list has the probability {@code 1 / (1 +
 * exp(-slope (score - other score)))} (pairwise logistic regression: Burges et al., ICML 2005, section 3, with this score in
 * the place of their net). The loss is the mean over lists of the mean over pairs of its negative logarithm, and a penalty
 * for leaving the weights one began with.
 *
 * <p>Variables are the buyer's weights, then the provider's, each as a multiple of the mean weight its side began with, and
 * the logarithm of the slope. Only proportions of weights matter to the score; the penalty settles the rest.
 */
final class Weighing {
    private final List<Choice> choices;
    private final double[] start;
    private final int buyers;
    private final double strength;

    /**
     * @param start the variables one began with
     * @param buyers how many of them are the buyer's weights
     * @param strength of the penalty: this for one weight changed by the mean
     */
    Weighing(List<Choice> choices, double[] start, int buyers, double strength) {
        this.choices = choices;
        this.start = start.clone();
        this.buyers = buyers;
        this.strength = strength;
    }

    /** The mean of the pairs alone. */
    double loss(double[] x) {
        double sum = 0;
        for (Choice choice : choices) {
            sum += loss(choice, x, null, 0);
        }
        return choices.isEmpty() ? 0 : sum / choices.size();
    }

    /** Loss and penalty; puts the derivatives into {@code gradient}. */
    double value(double[] x, double[] gradient) {
        Arrays.fill(gradient, 0);
        double value = 0;
        for (Choice choice : choices) {
            value += loss(choice, x, gradient, 1.0 / choices.size()) / choices.size();
        }
        for (int i = 0; i < x.length - 1; i++) {
            double moved = x[i] - start[i];
            value += strength * moved * moved;
            gradient[i] += 2 * strength * moved;
        }
        return value;
    }

    private double loss(Choice choice, double[] x, double @Nullable [] gradient, double share) {
        int n = choice.size();
        double slope = Math.exp(x[x.length - 1]);
        Side[] sides = new Side[n];
        double[] scores = new double[n];
        for (int i = 0; i < n; i++) {
            sides[i] = new Side(mean(choice.buyer(i), x, 0), mean(choice.provider(i), x, buyers));
            scores[i] = sides[i].harmonic();
        }
        double loss = 0;
        double bySlope = 0;
        int pairs = 0;
        double[] byScore = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                if (choice.came(i) > choice.came(j)) {
                    double margin = slope * (scores[i] - scores[j]);
                    // log(1 + exp(-margin)) without overflow
                    loss += Math.max(0, -margin) + Math.log1p(Math.exp(-Math.abs(margin)));
                    double wrong = 1 / (1 + Math.exp(margin));
                    byScore[i] -= slope * wrong;
                    byScore[j] += slope * wrong;
                    bySlope -= margin * wrong;
                    pairs++;
                }
            }
        }
        if (pairs == 0) {
            return 0;
        }
        if (gradient != null) {
            double each = share / pairs;
            gradient[x.length - 1] += each * bySlope;
            for (int i = 0; i < n; i++) {
                if (byScore[i] != 0) {
                    Side side = sides[i];
                    add(gradient, 0, choice.buyer(i), side.buyer(), each * byScore[i] * side.byBuyer());
                    add(gradient, buyers, choice.provider(i), side.provider(), each * byScore[i] * side.byProvider());
                }
            }
        }
        return loss / pairs;
    }

    /** The weighted mean of what is known, and the sum of the weights of that. */
    private record Mean(double value, double known) {}

    private record Side(Mean buyer, Mean provider) {
        double harmonic() {
            double sum = buyer.value() + provider.value();
            return sum == 0 ? 0 : 2 * buyer.value() * provider.value() / sum;
        }

        double byBuyer() {
            return derivative(provider.value());
        }

        double byProvider() {
            return derivative(buyer.value());
        }

        private double derivative(double other) {
            double sum = buyer.value() + provider.value();
            return sum == 0 ? 0 : 2 * other * other / (sum * sum);
        }
    }

    private static Mean mean(float[] found, double[] x, int from) {
        double sum = 0;
        double known = 0;
        for (int f = 0; f < found.length; f++) {
            if (!Float.isNaN(found[f])) {
                sum += x[from + f] * found[f];
                known += x[from + f];
            }
        }
        return new Mean(known == 0 ? 0 : sum / known, known);
    }

    private static void add(double[] gradient, int from, float[] found, Mean mean, double factor) {
        if (mean.known() == 0) {
            return;
        }
        for (int f = 0; f < found.length; f++) {
            if (!Float.isNaN(found[f])) {
                gradient[from + f] += factor * (found[f] - mean.value()) / mean.known();
            }
        }
    }
}
