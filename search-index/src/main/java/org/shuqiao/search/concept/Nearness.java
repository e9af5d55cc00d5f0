package org.shuqiao.search.concept;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.shuqiao.thesaurus.Concept;
import org.shuqiao.thesaurus.Thesaurus;

/**
 * How near what is offered is to a concept asked for, 0..1, and how much that concept tells. Something narrower is nearly
 * what was asked; something broader may be; what only has a broader concept in common, or is related, is a hint.
 */
public class Nearness {
    static final double SAME = 1;
    static final double NARROWER = 0.8;
    static final double BROADER = 0.5;
    static final double SIBLING = 0.3;
    static final double RELATED = 0.3;

    private final Thesaurus thesaurus;
    private final Map<String, Double> telling = new HashMap<>();
    private final Map<String, List<String>> broader = new HashMap<>();

    Nearness(Thesaurus thesaurus) {
        this.thesaurus = thesaurus;
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

    /** Where to look for something near a concept: among what is offered itself, or among what is broader than that. */
    public record Place(String concept, boolean broaderThanOffered, double nearness) {}

    /** All places where something near {@code asked} may be found. */
    public List<Place> places(String asked) {
        List<Place> places = new ArrayList<>();
        places.add(new Place(asked, false, SAME));
        places.add(new Place(asked, true, NARROWER));
        thesaurus.concept(asked).ifPresent(concept -> {
            for (String above : concept.broader()) {
                if (!isTop(above)) {
                    places.add(new Place(above, false, BROADER));
                    places.add(new Place(above, true, SIBLING));
                }
            }
        });
        for (String related : thesaurus.related(asked)) {
            if (!isTop(related)) {
                places.add(new Place(related, false, RELATED));
            }
        }
        return places;
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

    private boolean isTop(String id) {
        return thesaurus.concept(id).map(concept -> concept.broader().isEmpty()).orElse(true);
    }
}
