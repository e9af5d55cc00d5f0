package org.shuqiao.search.match;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * What the rules find in one pair, whatever they count for; what is unknown is not in the maps.
 *
 * @param buyer 0..1 by feature
 * @param provider 0..1 by feature
 */
public record Observed(UUID offerId, Map<String, Double> buyer, Map<String, Double> provider) {
    static Observed of(Pair pair) {
        return new Observed(pair.offerId(), found(pair, Rule::buyer), found(pair, Rule::provider));
    }

    private static Map<String, Double> found(Pair pair, Function<Rule, Function<Pair, Finding>> side) {
        Map<String, Double> found = new LinkedHashMap<>();
        for (Rule rule : MatchPolicy.RULES) {
            Double value = side.apply(rule).apply(pair).value();
            if (value != null) {
                found.put(rule.feature(), value);
            }
        }
        return found;
    }
}
