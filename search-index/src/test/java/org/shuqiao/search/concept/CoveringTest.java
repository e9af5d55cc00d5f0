package org.shuqiao.search.concept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shuqiao.thesaurus.Concept;
import org.shuqiao.thesaurus.Label;
import org.shuqiao.thesaurus.Thesaurus;

class CoveringTest {
    private static final Thesaurus THESAURUS = Thesaurus.of(List.of(
            concept("trade", List.of(), List.of()),
            concept("storage", List.of("trade"), List.of()),
            concept("object-storage", List.of("storage"), List.of("records")),
            concept("archive", List.of("storage"), List.of()),
            concept("cold-archive", List.of("archive"), List.of()),
            concept("records", List.of("trade"), List.of())));

    private final LivingThesaurus living = LivingThesaurus.of(THESAURUS);

    @Test
    void aConceptAndAllNarrowerOnesCoverIt() {
        Map<Integer, Double> storage = of("storage");

        assertThat(storage.get(number("storage"))).isEqualTo(1);
        assertThat(storage.get(number("archive"))).isEqualTo(1);
        assertThat(storage.get(number("cold-archive"))).isEqualTo(1);
        assertThat(storage).doesNotContainKey(number("records"));
    }

    @Test
    void aBroaderOneCoversItInPartByHowMuchItTells() {
        Map<Integer, Double> cold = of("cold-archive");

        // half, by 1 - ln(1 below + 1) / ln(6)
        assertThat(cold.get(number("archive"))).isEqualTo(0.3066, within(1e-4));
        // a quarter by 0.2263 is nothing, nor is what tells nothing
        assertThat(cold).doesNotContainKeys(number("storage"), number("trade"), number("object-storage"));
    }

    @Test
    void aRelatedOneCoversItALittleWhicheverSaysSo() {
        assertThat(of("object-storage").get(number("records"))).isEqualTo(0.3);
        assertThat(of("records").get(number("object-storage"))).isEqualTo(0.3);
    }

    @Test
    void aNumberOfNoConceptIsCoveredByNothing() {
        int unknown = 0;
        while (living.interpreter().id(unknown) != null) {
            unknown++;
        }

        assertThat(living.covering().of(unknown)).isEmpty();
    }

    private Map<Integer, Double> of(String concept) {
        return living.covering().of(number(concept));
    }

    private int number(String concept) {
        return living.interpreter().number(concept).orElseThrow();
    }

    private static Concept concept(String id, List<String> broader, List<String> related) {
        return new Concept(
                id, "test", broader, related, List.of(), Map.of("en", List.of(new Label(id.replace('-', ' '), null))));
    }
}
