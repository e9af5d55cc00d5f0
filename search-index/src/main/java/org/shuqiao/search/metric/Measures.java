package org.shuqiao.search.metric;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How good one ranking is, looking at its first ten; each 0..1. A document counts as relevant from grade 1 on, one that
 * was not judged as grade 0; a document that comes twice counts where it comes first.
 *
 * @param ndcg normalized discounted cumulative gain with gain 2^grade − 1 and discount log2(rank + 1) (Burges et al.,
 *     ICML 2005); the ideal ranking is that of all judged documents
 * @param recall the part of all relevant documents that is among the ten
 * @param hit 1 when at least one is
 * @param reciprocalRank 1 / rank of the first relevant one, 0 when there is none
 */
public record Measures(double ndcg, double recall, double hit, double reciprocalRank) {
    public static final int DEPTH = 10;

    /**
     * The measures of one query.
     *
     * @param ranked document ids, best first
     * @param grades of the judged documents, 0 and up; at least one is above 0
     */
    public static Measures of(List<String> ranked, Map<String, Integer> grades) {
        long relevant = grades.values().stream().filter(grade -> grade > 0).count();
        if (relevant == 0) {
            throw new IllegalArgumentException("nothing relevant to find");
        }
        double gained = 0;
        int found = 0;
        int first = 0;
        Set<String> seen = new HashSet<>();
        for (int rank = 1; rank <= Math.min(DEPTH, ranked.size()); rank++) {
            String document = ranked.get(rank - 1);
            int grade = seen.add(document) ? grades.getOrDefault(document, 0) : 0;
            gained += gain(grade, rank);
            if (grade > 0) {
                found++;
                first = first == 0 ? rank : first;
            }
        }
        return new Measures(
                gained / ideal(grades.values()),
                (double) found / relevant,
                found > 0 ? 1 : 0,
                first == 0 ? 0 : 1.0 / first);
    }

    /** The mean over queries; zeros when there are none. */
    public static Measures mean(Collection<Measures> all) {
        return new Measures(
                all.stream().mapToDouble(Measures::ndcg).average().orElse(0),
                all.stream().mapToDouble(Measures::recall).average().orElse(0),
                all.stream().mapToDouble(Measures::hit).average().orElse(0),
                all.stream().mapToDouble(Measures::reciprocalRank).average().orElse(0));
    }

    private static double ideal(Collection<Integer> grades) {
        List<Integer> best =
                grades.stream().sorted(Comparator.reverseOrder()).limit(DEPTH).toList();
        double ideal = 0;
        for (int rank = 1; rank <= best.size(); rank++) {
            ideal += gain(best.get(rank - 1), rank);
        }
        return ideal;
    }

    private static double gain(int grade, int rank) {
        return (Math.pow(2, Math.max(0, grade)) - 1) * Math.log(2) / Math.log(rank + 1.0);
    }
}
