package org.shuqiao.search.learn;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.shuqiao.search.match.Observed;

/**
 * The candidates of one demand, what the rules found in each, and how far each came. What is unknown is NaN.
 *
 * @see Weighing for the order of the features
 */
final class Choice {
    private final LocalDate date;
    private final float[][] buyer;
    private final float[][] provider;
    private final int[] came;

    private Choice(LocalDate date, float[][] buyer, float[][] provider, int[] came) {
        this.date = date;
        this.buyer = buyer;
        this.provider = provider;
        this.came = came;
    }

    static Choice of(Decided decided, List<Observed> candidates, List<String> buyer, List<String> provider) {
        return new Choice(
                decided.date(),
                candidates.stream().map(c -> found(c.buyer(), buyer)).toArray(float[][]::new),
                candidates.stream().map(c -> found(c.provider(), provider)).toArray(float[][]::new),
                candidates.stream()
                        .mapToInt(c -> decided.grades().getOrDefault(c.offerId(), 0))
                        .toArray());
    }

    private static float[] found(Map<String, Double> values, List<String> features) {
        float[] found = new float[features.size()];
        for (int i = 0; i < found.length; i++) {
            found[i] = values.getOrDefault(features.get(i), Double.NaN).floatValue();
        }
        return found;
    }

    LocalDate date() {
        return date;
    }

    /** Whether some candidate came further than another: else nothing can be learned. */
    boolean tells() {
        return came.length > 0
                && Arrays.stream(came).max().orElse(0)
                        > Arrays.stream(came).min().orElse(0);
    }

    int size() {
        return came.length;
    }

    float[] buyer(int candidate) {
        return buyer[candidate];
    }

    float[] provider(int candidate) {
        return provider[candidate];
    }

    int came(int candidate) {
        return came[candidate];
    }
}
