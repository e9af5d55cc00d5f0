package org.shuqiao.search.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shuqiao.search.concept.LivingThesaurus;
import org.shuqiao.thesaurus.ConceptVector;
import org.shuqiao.thesaurus.SemanticInterpreter;
import org.shuqiao.thesaurus.Thesaurus;
import org.springframework.stereotype.Component;

/** The concepts two texts share, as people of both sides call them. */
@Component
class ConceptLabels {
    private static final int MOST = 6;

    /** A concept that brings less than this share of the nearness explains nothing. */
    private static final double LEAST = 0.03;

    private final LivingThesaurus living;

    ConceptLabels(LivingThesaurus living) {
        this.living = living;
    }

    /**
     * {@code asked – offered}, each in the language its text is written in; once where both are the same. What brings most
     * comes first; of a concept and a broader one only that which brings more.
     */
    List<String> of(Pair pair) {
        Thesaurus thesaurus = living.thesaurus();
        List<Shared> shared = shared(pair.demand().about(), pair.offer().about());
        List<String> labels = new ArrayList<>();
        Set<String> told = new HashSet<>();
        for (Shared one : shared) {
            Set<String> above = thesaurus.broader(one.concept()).keySet();
            boolean isNew = told.stream()
                    .noneMatch(other ->
                            above.contains(other) || thesaurus.broader(other).containsKey(one.concept()));
            if (isNew && one.product() >= LEAST * pair.nearness() && labels.size() < MOST) {
                told.add(one.concept());
                labels.add(both(one.concept(), pair));
            }
        }
        return labels.stream().distinct().toList();
    }

    private record Shared(String concept, double product) {}

    private List<Shared> shared(ConceptVector asked, ConceptVector offered) {
        SemanticInterpreter interpreter = living.interpreter();
        Map<Integer, Double> weights = new HashMap<>();
        interpreter.greatest(asked, asked.size()).forEach(i -> weights.put(asked.number(i), asked.weight(i)));
        List<Shared> shared = new ArrayList<>();
        interpreter.greatest(offered, offered.size()).forEach(i -> {
            Double weight = weights.get(offered.number(i));
            String concept = interpreter.id(offered.number(i));
            if (weight != null && concept != null) {
                shared.add(new Shared(concept, weight * offered.weight(i)));
            }
        });
        shared.sort(Comparator.comparingDouble(Shared::product).reversed().thenComparing(Shared::concept));
        return shared;
    }

    private String both(String concept, Pair pair) {
        String asked = label(concept, pair.demand().writtenIn());
        String offered = label(concept, pair.offer().writtenIn());
        return asked.equals(offered) ? asked : asked + " – " + offered;
    }

    private String label(String concept, @Nullable String language) {
        return living.thesaurus()
                .concept(concept)
                .map(found -> found.preferred(Objects.requireNonNullElse(language, "en"))
                        .text())
                .orElse(concept);
    }
}
