package org.shuqiao.search.concept;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.shuqiao.thesaurus.Concept;
import org.shuqiao.thesaurus.Thesaurus;
import org.springframework.stereotype.Component;

/** What is broader than a concept. */
@Component
public class Nearness {
    private final Map<String, List<String>> broader = new HashMap<>();

    Nearness(Thesaurus thesaurus) {
        for (Concept concept : thesaurus.concepts()) {
            broader.put(
                    concept.id(), List.copyOf(thesaurus.broader(concept.id()).keySet()));
        }
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
