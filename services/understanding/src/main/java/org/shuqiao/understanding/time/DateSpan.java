package org.shuqiao.understanding.time;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A day, a month, a year or a time between two days named in a text.
 *
 * @param from where it begins, in UTF-16 units; {@code to} is after its last
 * @param first the first day; null: “by”. {@code last} the last day; null: “from … on”
 * @param certainty 0.5 where day and month may be the other way round
 */
public record DateSpan(
        int from,
        int to,
        @Nullable LocalDate first,
        @Nullable LocalDate last,
        double certainty) {}
