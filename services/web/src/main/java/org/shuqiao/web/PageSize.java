package org.shuqiao.web;

import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.value.InvalidValue;

/** How many items a page has: what the caller asked for between 1 and a hard cap, else a default. */
public final class PageSize {
    private PageSize() {}

    /** {@code limit}, or {@code standard} when none came; an {@link InvalidValue} on {@code limit} outside 1..{@code max}. */
    public static int of(@Nullable Integer limit, int standard, int max) {
        if (limit == null) {
            return standard;
        }
        if (limit < 1 || limit > max) {
            throw new InvalidValue("limit", "a whole number from 1 to " + max, limit);
        }
        return limit;
    }
}
