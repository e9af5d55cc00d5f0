package org.shuqiao.understanding.time;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The units of time that a text counts in, as the files name them. */
enum TimeUnit {
    minute("PT", "M", 0, ""),
    hour("PT", "H", 60, "M"),
    day("P", "D", 0, ""),
    week("P", "W", 7, "D"),
    month("P", "M", 0, ""),
    year("P", "Y", 12, "M");

    private static final BigDecimal MOST = new BigDecimal(100_000);

    private final String before;
    private final String after;
    private final int smaller;
    private final String afterSmaller;

    TimeUnit(String before, String after, int smaller, String afterSmaller) {
        this.before = before;
        this.after = after;
        this.smaller = smaller;
        this.afterSmaller = afterSmaller;
    }

    /** So many of the unit by ISO 8601, parts of one in the next smaller unit; null when that does not come out even. */
    @Nullable
    String duration(BigDecimal count) {
        if (count.compareTo(MOST) > 0) {
            return null;
        }
        if (count.stripTrailingZeros().scale() <= 0) {
            return before + count.longValue() + after;
        }
        BigDecimal parts = count.multiply(BigDecimal.valueOf(smaller));
        boolean even = smaller > 0 && parts.stripTrailingZeros().scale() <= 0;
        return even ? before + parts.longValue() + afterSmaller : null;
    }
}
