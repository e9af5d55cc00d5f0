package org.shuqiao.understanding.number;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How many or how much of something.
 *
 * @param from where it begins, in UTF-16 units; {@code to} is after its last
 * @param min null: “up to”; {@code max} null: “at least”; both the same: exactly
 * @param unit as the files name it: {@code user}, {@code percent}, {@code terabyte}
 */
public record Quantity(
        int from,
        int to,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        String unit) {}
