package org.shuqiao.search.match;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

/**
 * A version of the ranking: how much each feature counts for each side. The numbers are data; only their proportions
 * within a side matter.
 *
 * @param version changes whenever a rule or a number does
 */
record Ranking(String version, Map<String, Double> buyer, Map<String, Double> provider) {
    Ranking {
        Set<String> unknown = new HashSet<>(buyer.keySet());
        unknown.addAll(provider.keySet());
        MatchPolicy.RULES.forEach(rule -> unknown.remove(rule.feature()));
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("weights for features that no rule finds: " + unknown);
        }
        buyer = Map.copyOf(buyer);
        provider = Map.copyOf(provider);
    }

    /** The version in use. */
    static Ranking current() {
        try (InputStream file = new ClassPathResource("ranking-v3.json").getInputStream()) {
            return JsonMapper.shared().readValue(file, Ranking.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
