package org.shuqiao.search.match;

import java.util.function.Function;

/**
 * One rule of the policy: a named feature and what it finds for the buyer who would choose the offer and for the provider
 * who would take the demand. A side whose weight for the feature is 0 is not asked.
 */
record Rule(String feature, Function<Pair, Finding> buyer, Function<Pair, Finding> provider) {
    /** Whether it finds the same for both sides. */
    boolean isSame() {
        return buyer == provider;
    }

    /** A rule that finds the same for both sides. */
    static Rule both(String feature, Function<Pair, Finding> finding) {
        return new Rule(feature, finding, finding);
    }
}
