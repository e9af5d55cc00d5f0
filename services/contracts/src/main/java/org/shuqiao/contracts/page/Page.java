package org.shuqiao.contracts.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Part of a longer list; {@code next} is the cursor of the following part, null at the end. */
public record Page<T>(List<T> items, @Nullable String next) {
    public Page {
        items = List.copyOf(items);
    }
}
