package org.shuqiao.search.concept;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.shuqiao.thesaurus.Concept;
import org.shuqiao.thesaurus.Thesaurus;

/** What is broader than a concept, and how much that concept tells. */
public class Nearness {
    private final Map<String, Double> telling = new HashMap<>();
    private final Map<String, List<String>> broader = new HashMap<>();

    Nearness(Thesaurus thesaurus) {
        Map<String, Integer> below = new HashMap<>();
        for (Concept concept : thesaurus.concepts()) {
            List<String> above = List.copyOf(thesaurus.broader(concept.id()).keySet());
            broader.put(concept.id(), above);
            above.forEach(id -> below.merge(id, 1, Integer::sum));
        }
        double all = Math.log(Math.max(2, thesaurus.concepts().size()));
        for (Concept concept : thesaurus.concepts()) {
            telling.put(concept.id(), 1 - Math.log(below.getOrDefault(concept.id(), 0) + 1) / all);
        }
    }

    /**
     * How much it tells that a text is about the concept, 0..1: its intrinsic information content (Seco, Veale, Hayes: "An
     * intrinsic information content metric for semantic similarity in WordNet", ECAI 2004), 1 for the narrowest concepts; 0
     * for an unknown one.
     */
    public double telling(String concept) {
        return telling.getOrDefault(concept, 0.0);
    }

    /** All concepts broader than {@code concept}, the nearest first. */
    public List<String> broaderThan(String concept) {
        return broader.getOrDefault(concept, List.of());
    }

    /** All concepts broader than one of {@code concepts}. */
    public List<String> broaderThan(Collection<String> concepts) {
        return concepts.stream()
                .flatMap(concept -> broaderThan(concept).stream())
                .distinct()
                .sorted()
                .toList();
    }
}
