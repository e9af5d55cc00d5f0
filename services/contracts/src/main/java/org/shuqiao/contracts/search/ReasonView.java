package org.shuqiao.contracts.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One reason: a named feature, its value in 0..1 (null when unknown), whether what was asked is met, and the facts it
 * rests on, in words a person can read.
 */
public record ReasonView(String feature, @Nullable Double value, State state, String message, List<String> details) {

    /** Whether what one side asked is met by the other. */
    public enum State {
        met,
        partly,
        unmet,
        unknown
    }
}
