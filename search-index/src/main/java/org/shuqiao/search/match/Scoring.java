package org.shuqiao.search.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.search.MatchView.Side;
import org.shuqiao.contracts.search.ReasonView;
import org.springframework.stereotype.Component;

/**
 * Scores a pair for both sides. Each side's score is the weighted mean of what is known; both together make their harmonic
 * mean, which is high only where both are (RECON: Pizzato et al., "RECON: a reciprocal recommender for online dating",
 * RecSys 2010, section 4).
 */
@Component
class Scoring {
    private final Ranking ranking;

    /** Of each rule, in the order of the policy. */
    private final double[] forBuyer;

    private final double[] forProvider;

    Scoring(Ranking ranking) {
        this.ranking = ranking;
        this.forBuyer = weights(ranking.buyer());
        this.forProvider = weights(ranking.provider());
    }

    private static double[] weights(Map<String, Double> byFeature) {
        return MatchPolicy.RULES.stream()
                .mapToDouble(rule -> byFeature.getOrDefault(rule.feature(), 0.0))
                .toArray();
    }

    /** The scores of a pair, each 0..1. */
    record Scores(double both, double buyer, double provider) {}

    /** The reasons of both sides. */
    record Reasons(List<ReasonView> buyer, List<ReasonView> provider) {}

    Ranking ranking() {
        return ranking;
    }

    String version() {
        return ranking.version();
    }

    /** Whether a rule counts for a side. */
    boolean counts(Rule rule) {
        return ranking.counts(rule);
    }

    /** One that counts for a side and is not known, and by how much the score for both would rise. */
    record Missing(Rule rule, Finding finding, Side by, double gain) {}

    /** For each side the missing fact that would change most; null where there is none. */
    record MissingFacts(@Nullable Missing buyer, @Nullable Missing provider) {}

    Scores scores(Pair pair) {
        return scores(pair, List.of());
    }

    /** As if {@code without} were no rules. */
    Scores scores(Pair pair, List<Rule> without) {
        Mean buyer = new Mean();
        Mean provider = new Mean();
        for (int i = 0; i < MatchPolicy.RULES.size(); i++) {
            Rule rule = MatchPolicy.RULES.get(i);
            if (without.contains(rule)) {
                continue;
            }
            Finding buyers = forBuyer[i] > 0 ? rule.buyer().apply(pair) : null;
            if (buyers != null) {
                buyer.add(forBuyer[i], buyers);
            }
            if (forProvider[i] > 0) {
                provider.add(
                        forProvider[i],
                        buyers != null && rule.isSame()
                                ? buyers
                                : rule.provider().apply(pair));
            }
        }
        return new Scores(harmonic(buyer.value(), provider.value()), buyer.value(), provider.value());
    }

    /** What the rules find for each side, in the order of the policy. */
    record Findings(Pair pair, List<Finding> buyer, List<Finding> provider) {}

    /** Asks every rule once. */
    Findings findings(Pair pair) {
        List<Finding> buyer = new ArrayList<>();
        List<Finding> provider = new ArrayList<>();
        for (Rule rule : MatchPolicy.RULES) {
            Finding buyers = rule.buyer().apply(pair);
            buyer.add(buyers);
            provider.add(rule.isSame() ? buyers : rule.provider().apply(pair));
        }
        return new Findings(pair, buyer, provider);
    }

    /** Every feature that counts for a side, known or not, in the order of the policy. */
    Reasons reasons(Findings findings, Wording wording) {
        List<ReasonView> buyer = new ArrayList<>();
        List<ReasonView> provider = new ArrayList<>();
        for (int i = 0; i < MatchPolicy.RULES.size(); i++) {
            Rule rule = MatchPolicy.RULES.get(i);
            boolean countsForProvider = forProvider[i] > 0;
            if (!(forBuyer[i] > 0 || countsForProvider) || !isWorthTelling(rule, findings.pair())) {
                continue;
            }
            ReasonView buyers = forBuyer[i] > 0 ? findings.buyer().get(i).reason(rule.feature(), wording) : null;
            if (buyers != null) {
                buyer.add(buyers);
            }
            if (countsForProvider) {
                provider.add(
                        buyers != null && rule.isSame()
                                ? buyers
                                : findings.provider().get(i).reason(rule.feature(), wording));
            }
        }
        return new Reasons(buyer, provider);
    }

    /** What one side could say that would raise the score for both most, if it were as the other wishes. */
    MissingFacts missing(Findings findings) {
        Mean buyer = new Mean();
        Mean provider = new Mean();
        for (int i = 0; i < MatchPolicy.RULES.size(); i++) {
            buyer.add(forBuyer[i], findings.buyer().get(i));
            provider.add(forProvider[i], findings.provider().get(i));
        }
        double now = harmonic(buyer.value(), provider.value());
        Missing toBuyer = null;
        Missing toProvider = null;
        for (int i = 0; i < MatchPolicy.RULES.size(); i++) {
            Rule rule = MatchPolicy.RULES.get(i);
            double ofBuyer = buyer.ifMet(forBuyer[i]);
            double ofProvider = provider.ifMet(forProvider[i]);
            double buyersGain = harmonic(ofBuyer, rule.isSame() ? ofProvider : provider.value()) - now;
            double providersGain = harmonic(rule.isSame() ? ofBuyer : buyer.value(), ofProvider) - now;
            toBuyer = greater(toBuyer, rule, forBuyer[i], findings.buyer().get(i), buyersGain);
            toProvider = greater(
                    toProvider, rule, forProvider[i], findings.provider().get(i), providersGain);
        }
        return new MissingFacts(toBuyer, toProvider);
    }

    private static @Nullable Missing greater(
            @Nullable Missing greatest, Rule rule, double weight, Finding finding, double gain) {
        Side by = finding.missing();
        if (weight <= 0 || by == null || gain <= (greatest == null ? 0 : greatest.gain())) {
            return greatest;
        }
        return new Missing(rule, finding, by, gain);
    }

    static double harmonic(double one, double other) {
        return one + other == 0 ? 0 : 2 * one * other / (one + other);
    }

    /** The weighted mean of what is known; 0 when nothing is. */
    private static final class Mean {
        private double sum;
        private double known;

        void add(double weight, Finding finding) {
            Double value = finding.value();
            if (value != null) {
                sum += weight * value;
                known += weight;
            }
        }

        double value() {
            return known == 0 ? 0 : sum / known;
        }

        /** The mean if something of this weight were known too, and as wished. */
        double ifMet(double weight) {
            return known + weight == 0 ? 0 : (sum + weight) / (known + weight);
        }
    }

    /** Where no vectors are kept, or the demand's texts need nothing, it is nothing to tell that this is unknown. */
    private static boolean isWorthTelling(Rule rule, Pair pair) {
        Coverage coverage = pair.coverage();
        if (rule == MatchPolicy.VECTOR_NEARNESS) {
            return pair.demand().vector() != null || pair.offer().vector() != null;
        } else if (rule == MatchPolicy.ESSENTIALS_COVERED) {
            return !coverage.essentials().isEmpty();
        } else if (rule == MatchPolicy.WISHES_COVERED) {
            return !coverage.wishes().isEmpty();
        }
        return rule != MatchPolicy.NOTHING_UNWANTED || !coverage.excluded().isEmpty();
    }
}
