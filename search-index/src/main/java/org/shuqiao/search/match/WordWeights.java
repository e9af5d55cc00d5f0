package org.shuqiao.search.match;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shuqiao.search.fact.DemandFacts;
import org.shuqiao.search.fact.ListingFacts;
import org.shuqiao.search.fact.Works;
import org.shuqiao.search.fact.Works.Work;

/**
 * How much the words of the works of a subject tell, by how many of its candidates have them: what most have, be it “supply”
 * or what all were found by, tells them apart little. Of few candidates nothing is to be learned, and words weigh nearly the
 * same.
 */
final class WordWeights {
    /** So many candidates without and with a word are added to those there are. */
    private static final double UNSEEN = 10;

    private final Map<Integer, Double> squares = new HashMap<>();

    /** What a word weighs that the subject does not have, squared: the mean of those it has. */
    private final double other;

    WordWeights(ListingFacts subject, List<Candidate> candidates) {
        Map<Integer, int[]> having = new HashMap<>();
        for (Work work : works(subject).all()) {
            work.words().forEach(word -> having.putIfAbsent(word, new int[1]));
        }
        if (!having.isEmpty()) {
            for (Candidate candidate : candidates) {
                Set<Integer> seen = new HashSet<>();
                for (Work work : works(candidate.facts()).all()) {
                    for (Integer word : work.words()) {
                        int[] count = having.get(word);
                        if (count != null && seen.add(word)) {
                            count[0]++;
                        }
                    }
                }
            }
        }
        double sum = 0;
        for (var entry : having.entrySet()) {
            double weight = Math.log((candidates.size() + 2 * UNSEEN) / (entry.getValue()[0] + UNSEEN));
            squares.put(entry.getKey(), weight * weight);
            sum += weight * weight;
        }
        other = having.isEmpty() ? 1 : sum / having.size();
    }

    /** What an offer's provider has delivered, or a demand asks for. */
    private static Works works(ListingFacts facts) {
        return facts instanceof DemandFacts demand
                ? demand.title()
                : facts.party().works();
    }

    /** The cosine of the angle between two sets of words, 0..1. */
    double cosine(List<Integer> some, List<Integer> others) {
        double shared = 0;
        double one = 0;
        for (Integer word : some) {
            double square = square(word);
            one += square;
            if (others.contains(word)) {
                shared += square;
            }
        }
        if (shared == 0) {
            return 0;
        }
        double two = 0;
        for (Integer word : others) {
            two += square(word);
        }
        return Math.min(1, shared / Math.sqrt(one * two));
    }

    private double square(Integer word) {
        return squares.getOrDefault(word, other);
    }
}
