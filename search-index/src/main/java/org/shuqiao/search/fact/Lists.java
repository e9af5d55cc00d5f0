package org.shuqiao.search.fact;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what the compact form leaves out: empty lists. */
final class Lists {
    private Lists() {}

    static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
