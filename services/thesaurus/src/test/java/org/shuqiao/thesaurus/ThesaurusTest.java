package org.shuqiao.thesaurus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ThesaurusTest {
    private final Thesaurus thesaurus = Thesaurus.builtIn();

    @Test
    void isNotDamaged() {
        assertThat(ThesaurusCheck.flaws(thesaurus)).isEmpty();
    }

    @Test
    void hasMostConceptsInAllLanguages() {
        int all = thesaurus.concepts().size();
        Map<String, Long> coverage = ThesaurusCheck.coverage(thesaurus);
        long labels = thesaurus.concepts().stream()
                .flatMap(concept -> concept.labels().values().stream())
                .mapToLong(java.util.List::size)
                .sum();
        System.out.println(all + " concepts, " + labels + " labels; with labels in " + coverage);

        assertThat(all).isGreaterThanOrEqualTo(700);
        assertThat(coverage.values())
                .allSatisfy(covered -> assertThat(covered).isGreaterThanOrEqualTo(all * 95L / 100));
    }

    @Test
    void definesEveryConceptInThreeLanguages() {
        assertThat(thesaurus.concepts())
                .allSatisfy(concept -> assertThat(concept.definitions()).containsOnlyKeys("zh", "en", "ru"));
    }

    @Test
    void saysWhatIsBroaderAndHowFar() {
        Thesaurus small = Concepts.of("""
                cloud: {en: ["cloud"], zh: ["云"]}
                storage: {broader: [cloud], en: ["storage"], zh: ["存储"]}
                backup: {broader: [storage, cloud], en: ["backup"], zh: ["备份"]}
                archive: {broader: [backup], en: ["archive"], zh: ["归档"]}
                """);

        assertThat(small.broader("archive"))
                .containsExactlyInAnyOrderEntriesOf(Map.of("backup", 1, "storage", 2, "cloud", 2));
        assertThat(small.narrower("cloud")).containsExactly("storage", "backup");
        assertThat(small.broader("nothing")).isEmpty();
    }

    @Test
    void relatedConceptsAreSoBothWays() {
        Thesaurus small = Concepts.of("""
                one: {related: [two], en: ["one thing"], zh: ["甲乙"]}
                two: {en: ["two things"], zh: ["乙丙"]}
                """);

        assertThat(small.related("one")).containsExactly("two");
        assertThat(small.related("two")).containsExactly("one");
        assertThat(small.related("three")).isEmpty();
    }
}
