package org.shuqiao.search.match;

import static org.assertj.core.api.Assertions.assertThat;

/** What rules find for the buyer. */
final class Findings {
    private Findings() {}

    static Finding found(Rule rule, Pair pair) {
        return rule.buyer().apply(pair);
    }

    /** The value of what is known. */
    static double value(Rule rule, Pair pair) {
        Double value = found(rule, pair).value();
        assertThat(value)
                .as(found(rule, pair).message().apply(Wording.english()))
                .isNotNull();
        return value == null ? Double.NaN : value;
    }
}
