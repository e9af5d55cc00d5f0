package org.shuqiao.search.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.shuqiao.contracts.search.ReasonView;
import org.springframework.stereotype.Component;

/**
 * Scores a pair for both sides. Each side's score is the weighted mean of what is known; both together make their harmonic
 * mean, which is high only where both are (RECON: Pizzato et al., "RECON: a reciprocal recommender for online dating",
 * RecSys 2010, section 4).
 */
@Component
class Scoring {
    private final Ranking ranking = Ranking.current();

    /** The scores of a pair, each 0..1. */
    record Scores(double both, double buyer, double provider) {}

    /** The reasons of both sides. */
    record Reasons(List<ReasonView> buyer, List<ReasonView> provider) {}

    String version() {
        return ranking.version();
    }

    Scores scores(Pair pair) {
        double buyer = mean(pair, ranking.buyer(), true);
        double provider = mean(pair, ranking.provider(), false);
        return new Scores(harmonic(buyer, provider), buyer, provider);
    }

    /** Every feature that counts for a side, known or not, in the order of the policy. */
    Reasons reasons(Pair pair) {
        return new Reasons(reasons(pair, ranking.buyer(), true), reasons(pair, ranking.provider(), false));
    }

    static double harmonic(double one, double other) {
        return one + other == 0 ? 0 : 2 * one * other / (one + other);
    }

    private static double mean(Pair pair, Map<String, Double> weights, boolean forBuyer) {
        double sum = 0;
        double known = 0;
        for (Rule rule : MatchPolicy.RULES) {
            double weight = weights.getOrDefault(rule.feature(), 0.0);
            if (weight > 0) {
                Double value = finding(rule, pair, forBuyer).value();
                if (value != null) {
                    sum += weight * value;
                    known += weight;
                }
            }
        }
        return known == 0 ? 0 : sum / known;
    }

    private static List<ReasonView> reasons(Pair pair, Map<String, Double> weights, boolean forBuyer) {
        List<ReasonView> reasons = new ArrayList<>();
        for (Rule rule : MatchPolicy.RULES) {
            if (weights.getOrDefault(rule.feature(), 0.0) > 0) {
                reasons.add(finding(rule, pair, forBuyer).reason(rule.feature()));
            }
        }
        return reasons;
    }

    private static Finding finding(Rule rule, Pair pair, boolean forBuyer) {
        return forBuyer ? rule.buyer().apply(pair) : rule.provider().apply(pair);
    }
}
