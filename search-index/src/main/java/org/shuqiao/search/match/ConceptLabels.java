package org.shuqiao.search.match;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shuqiao.search.concept.LivingThesaurus;
import org.shuqiao.search.concept.SharedConcepts.Shared;
import org.springframework.stereotype.Component;

/** The concepts two texts share, as people of both sides call them. */
@Component
class ConceptLabels {
    private static final int MOST = 6;

    private final LivingThesaurus thesaurus;

    ConceptLabels(LivingThesaurus thesaurus) {
        this.thesaurus = thesaurus;
    }

    /** {@code asked – offered}, each in the language its text is written in; once where both are the same. */
    List<String> of(Pair pair) {
        return pair.concepts().shared().stream()
                .limit(MOST)
                .map(shared -> both(shared, pair))
                .distinct()
                .toList();
    }

    private String both(Shared shared, Pair pair) {
        String asked = label(shared.asked(), pair.demand().writtenIn());
        String offered = label(shared.found(), pair.offer().writtenIn());
        return asked.equals(offered) ? asked : asked + " – " + offered;
    }

    private String label(String concept, @Nullable String language) {
        return thesaurus
                .thesaurus()
                .concept(concept)
                .map(found -> found.preferred(Objects.requireNonNullElse(language, "en"))
                        .text())
                .orElse(concept);
    }
}
