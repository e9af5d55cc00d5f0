package org.shuqiao.search.learn;

import java.util.List;
import java.util.function.Function;

/** Where outcomes come from: a market as it was, and what became of its demands. */
interface Source {
    String name();

    /** Brings the market into scratch indices and lets {@code work} be done on it. */
    <T> T with(Function<List<Decided>, T> work);
}
