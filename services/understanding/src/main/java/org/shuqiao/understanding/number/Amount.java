package org.shuqiao.understanding.number;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An amount of money named in a text.
 *
 * @param from where it begins, in UTF-16 units; {@code to} is after its last
 * @param min null: “up to”; {@code max} null: “at least”; both the same: exactly
 * @param currencies by ISO 4217; several where the sign does not tell which, the likeliest first
 */
public record Amount(
        int from,
        int to,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        List<String> currencies) {
    /** 1 where there is one currency, else the share of each. */
    public double certainty() {
        return 1.0 / currencies.size();
    }
}
