package org.shuqiao.search.match;

import java.util.ArrayList;
import java.util.List;
import org.shuqiao.search.index.Kind;

/** What was judged as it stands in a list: the best in their places, and what a must-have excludes. */
record ShortList(Kind kind, List<Placed> best, List<Judged> excluded) {
    /** Those that are put into words. */
    List<String> shownIds(int excludedShown) {
        List<String> ids = new ArrayList<>();
        best.forEach(one -> ids.add(id(one.judged().pair())));
        excluded.stream().limit(excludedShown).forEach(one -> ids.add(id(one.pair())));
        return ids;
    }

    /** Which side of a pair stands in the list. */
    String id(Pair pair) {
        return id(kind, pair);
    }

    static String id(Kind kind, Pair pair) {
        return kind == Kind.OFFERS ? pair.offer().id() : pair.demand().id();
    }
}
