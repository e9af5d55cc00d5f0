package org.shuqiao.search.concept;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shuqiao.contracts.thesaurus.ConceptAddition;
import org.shuqiao.contracts.thesaurus.ConceptAddition.Kind;
import org.shuqiao.contracts.thesaurus.PublishedAddition;
import org.shuqiao.contracts.value.LanguageTag;
import org.shuqiao.thesaurus.Concept;
import org.shuqiao.thesaurus.Label;
import org.shuqiao.thesaurus.Thesaurus;

class LivingThesaurusTest {
    private static final Thesaurus SMALL = Thesaurus.of(List.of(new Concept(
            "top", "test", List.of(), List.of(), List.of(), Map.of("en", List.of(new Label("top thing", null))))));

    private final LivingThesaurus living = LivingThesaurus.of(SMALL, false);

    @Test
    void makesEachAdditionOnceAndInOrder() {
        assertThat(living.extend(List.of(added(2, "second"), added(4, "fourth"))))
                .isFalse();
        assertThat(living.version()).isZero();

        assertThat(living.extend(List.of(added(1, "first"), added(2, "second"), added(4, "fourth"))))
                .isTrue();
        assertThat(living.version()).isEqualTo(2);
        assertThat(living.thesaurus().concept("fourth")).isEmpty();

        assertThat(living.extend(List.of(added(1, "first"), added(2, "second"))))
                .isFalse();
        assertThat(living.extend(List.of(added(2, "second"), added(3, "third"), added(4, "fourth"))))
                .isTrue();
        assertThat(living.version()).isEqualTo(4);
        assertThat(living.thesaurus().narrower("top")).containsExactly("first", "second", "third", "fourth");
    }

    @Test
    void allThatIsMadeOfItChangesWithIt() {
        String before = living.thesaurus().fingerprint();

        living.extend(List.of(added(1, "first")));

        assertThat(living.thesaurus().fingerprint()).isNotEqualTo(before);
        assertThat(living.recognizer().recognize("A first thing", "en")).hasSize(1);
        assertThat(living.nearness().broaderThan("first")).containsExactly("top");
    }

    @Test
    void isCompleteWhenToldSo() {
        assertThat(living.isComplete()).isFalse();
        living.extend(List.of(added(1, "first")));
        assertThat(living.isComplete()).isFalse();

        living.complete();

        assertThat(living.isComplete()).isTrue();
        assertThat(living.version()).isEqualTo(1);
    }

    private static PublishedAddition added(long version, String id) {
        return new PublishedAddition(
                version,
                Instant.EPOCH,
                new ConceptAddition(
                        Kind.concept,
                        id,
                        List.of("top"),
                        List.of(),
                        List.of(),
                        Map.of(new LanguageTag("en"), List.of(id + " thing"))));
    }
}
