package org.shuqiao.search.learn;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.shuqiao.search.match.Observed;

/** Lists of candidates for tests. */
final class Lists {
    private Lists() {}

    static Observed candidate(UUID offer, Map<String, Double> buyer, Map<String, Double> provider) {
        return new Observed(offer, buyer, provider);
    }

    static Decided decided(int day, Map<UUID, Integer> grades) {
        return new Decided(new UUID(1, day), LocalDate.of(2026, 1, 1).plusDays(day), grades);
    }
}
