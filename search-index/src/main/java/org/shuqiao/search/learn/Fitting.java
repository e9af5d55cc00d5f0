package org.shuqiao.search.learn;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.shuqiao.search.match.Observed;
import org.shuqiao.search.match.Ranking;

/**
 * Fits the weights of a ranking to choices. Features that have no weight for a side have none afterwards: what may count for
 * whom is for people to decide. The strength of the penalty is the one of {@link #STRENGTHS} under which the weights fitted
 * to the earlier four fifths lose least on the last.
 */
final class Fitting {
    static final List<Double> STRENGTHS = List.of(0.5, 5.0, 50.0);
    private static final double EARLIER = 0.8;

    /** No weight becomes greater than this many times the mean its side began with. */
    private static final double GREATEST = 10;

    /** Scores differ by some hundredths: a first guess of the slope, and how far it may go. */
    private static final double SLOPE = 20;

    private static final double STEEPEST = 1_000;
    private static final double THOUSANDTHS = 1_000;
    private static final int DIGITS = 8;

    private final Ranking start;
    private final Set<String> fixed;
    private final List<String> buyer;
    private final List<String> provider;
    private final double buyerMean;
    private final double providerMean;

    /**
     * @param start the weights one begins with
     * @param fixed features that keep theirs
     */
    Fitting(Ranking start, Set<String> fixed) {
        this.start = start;
        this.fixed = Set.copyOf(fixed);
        this.buyer = features(start.buyer());
        this.provider = features(start.provider());
        this.buyerMean = mean(start.buyer(), buyer);
        this.providerMean = mean(start.provider(), provider);
    }

    /** What was learned. */
    record Fitted(Ranking ranking, double strength, double slope) {}

    /** A list with what became of it, made ready to be learned from. */
    Choice choice(Decided decided, List<Observed> candidates) {
        return Choice.of(decided, candidates, buyer, provider);
    }

    /** The weights that explain the choices best without leaving those of the start for little. */
    Fitted fit(List<Choice> choices) {
        List<Choice> ordered =
                choices.stream().sorted(Comparator.comparing(Choice::date)).toList();
        double strength = strength(ordered);
        double[] x = fitted(ordered, strength);
        Map<String, Double> forBuyer =
                weights(x, 0, buyer, start.buyer(), telling(ordered, buyer.size(), Choice::buyer));
        Map<String, Double> forProvider = weights(
                x, buyer.size(), provider, start.provider(), telling(ordered, provider.size(), Choice::provider));
        return new Fitted(
                new Ranking(version(forBuyer, forProvider), forBuyer, forProvider),
                strength,
                Math.exp(x[x.length - 1]));
    }

    private double strength(List<Choice> ordered) {
        int cut = TimeSplit.at(ordered.stream().map(Choice::date).toList(), EARLIER);
        List<Choice> earlier = ordered.subList(0, cut);
        Weighing later = weighing(ordered.subList(cut, ordered.size()), 0);
        double best = STRENGTHS.getLast();
        double least = Double.POSITIVE_INFINITY;
        if (cut > 0 && cut < ordered.size()) {
            for (double strength : STRENGTHS) {
                double loss = later.loss(fitted(earlier, strength));
                if (loss < least) {
                    least = loss;
                    best = strength;
                }
            }
        }
        return best;
    }

    private double[] fitted(List<Choice> choices, double strength) {
        boolean[] forBuyer = telling(choices, buyer.size(), Choice::buyer);
        boolean[] forProvider = telling(choices, provider.size(), Choice::provider);
        double[] begin = begin();
        double[] lower = new double[begin.length];
        double[] upper = new double[begin.length];
        Arrays.fill(upper, GREATEST);
        upper[upper.length - 1] = Math.log(STEEPEST);
        for (int i = 0; i < begin.length - 1; i++) {
            boolean tells = i < buyer.size() ? forBuyer[i] : forProvider[i - buyer.size()];
            if (!tells || fixed.contains(i < buyer.size() ? buyer.get(i) : provider.get(i - buyer.size()))) {
                lower[i] = begin[i];
                upper[i] = begin[i];
            }
        }
        return Descent.least(weighing(choices, strength)::value, begin, lower, upper);
    }

    /** The more lists, the less does what one believed before count. */
    private Weighing weighing(List<Choice> choices, double strength) {
        return new Weighing(choices, begin(), buyer.size(), strength / Math.max(1, choices.size()));
    }

    private double[] begin() {
        double[] begin = new double[buyer.size() + provider.size() + 1];
        for (int i = 0; i < buyer.size(); i++) {
            begin[i] = start.buyer().getOrDefault(buyer.get(i), 0.0) / buyerMean;
        }
        for (int i = 0; i < provider.size(); i++) {
            begin[buyer.size() + i] = start.provider().getOrDefault(provider.get(i), 0.0) / providerMean;
        }
        begin[begin.length - 1] = Math.log(SLOPE);
        return begin;
    }

    /**
     * What tells no candidates apart keeps its weight. Of the others, if none was fixed, only the proportions are known:
     * together they keep what they had together. Rounded to thousandths.
     */
    private Map<String, Double> weights(
            double[] x, int from, List<String> features, Map<String, Double> before, boolean[] telling) {
        double mean = mean(before, features);
        double fitted = 0;
        double had = 0;
        for (int i = 0; i < features.size(); i++) {
            if (telling[i]) {
                fitted += x[from + i];
                had += before.getOrDefault(features.get(i), 0.0);
            }
        }
        Map<String, Double> weights = new LinkedHashMap<>();
        for (int i = 0; i < features.size(); i++) {
            double was = before.getOrDefault(features.get(i), 0.0);
            // where nothing that tells them apart explains anything, all of it keeps its weight
            double scale = isAnchored(features, telling) ? mean : fitted > 0 ? had / fitted : 0;
            boolean isLearned = telling[i] && !fixed.contains(features.get(i)) && scale > 0;
            double weight = isLearned ? x[from + i] * scale : was;
            weights.put(features.get(i), Math.round(weight * THOUSANDTHS) / THOUSANDTHS);
        }
        return weights;
    }

    private boolean isAnchored(List<String> features, boolean[] telling) {
        for (int i = 0; i < telling.length; i++) {
            if (telling[i] && fixed.contains(features.get(i))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a feature is not the same, known or not, for all candidates of each list. */
    private static boolean[] telling(List<Choice> choices, int features, BiFunction<Choice, Integer, float[]> side) {
        boolean[] telling = new boolean[features];
        for (Choice choice : choices) {
            for (int candidate = 1; candidate < choice.size(); candidate++) {
                float[] first = side.apply(choice, 0);
                float[] found = side.apply(choice, candidate);
                for (int f = 0; f < features; f++) {
                    telling[f] |= Float.compare(first[f], found[f]) != 0;
                }
            }
        }
        return telling;
    }

    /** Of the version one began with and a digest of the weights: the same weights have the same version. */
    private String version(Map<String, Double> forBuyer, Map<String, Double> forProvider) {
        String base = start.version().replaceAll("-learned-.*$", "");
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((forBuyer + "|" + forProvider).getBytes(StandardCharsets.UTF_8));
            return base + "-learned-" + HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> features(Map<String, Double> weights) {
        List<String> features = new ArrayList<>();
        weights.forEach((feature, weight) -> {
            if (weight > 0) {
                features.add(feature);
            }
        });
        return features;
    }

    private static double mean(Map<String, Double> weights, List<String> features) {
        return features.stream()
                .mapToDouble(feature -> weights.getOrDefault(feature, 0.0))
                .average()
                .orElse(1);
    }
}
