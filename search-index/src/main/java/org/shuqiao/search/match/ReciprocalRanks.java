package org.shuqiao.search.match;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Makes one list of several by reciprocal rank fusion (Cormack, Clarke, Büttcher: "Reciprocal rank fusion outperforms
 * Condorcet and individual rank learning methods", SIGIR 2009): each counts 1 / (k + its rank) in each list that has it.
 */
final class ReciprocalRanks {
    /** As in the paper, where it was chosen before the experiments. */
    private static final int K = 60;

    private ReciprocalRanks() {}

    /**
     * The best {@code most} of all lists; of equals first what an earlier list has.
     *
     * @param lists each best first, none with two of one identity
     * @param identity by which two of different lists are the same; that of the first list is kept
     */
    static <T> List<T> fused(Collection<List<T>> lists, Function<T, String> identity, int most) {
        Map<String, T> all = new LinkedHashMap<>();
        Map<String, Double> scores = new HashMap<>();
        for (List<T> list : lists) {
            for (int i = 0; i < list.size(); i++) {
                String id = identity.apply(list.get(i));
                all.putIfAbsent(id, list.get(i));
                scores.merge(id, 1.0 / (K + i + 1), Double::sum);
            }
        }
        List<String> ids = new ArrayList<>(all.keySet());
        ids.sort(Comparator.comparingDouble((String id) -> -scores.getOrDefault(id, 0.0)));
        return ids.stream().limit(most).map(all::get).toList();
    }
}
