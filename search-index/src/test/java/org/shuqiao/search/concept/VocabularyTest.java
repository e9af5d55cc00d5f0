package org.shuqiao.search.concept;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shuqiao.thesaurus.Concept;
import org.shuqiao.thesaurus.Label;
import org.shuqiao.thesaurus.Thesaurus;

class VocabularyTest {
    private final Vocabulary vocabulary = new Vocabulary(Thesaurus.of(List.of(
            concept(
                    "storage",
                    Map.of(
                            "en", labels("storage"),
                            "ar", labels("نظام التخزين"),
                            "zh", labels("存储"))),
            concept(
                    "object-storage",
                    Map.of(
                            "en", labels("object storage", "S3 storage"),
                            "vi", labels("lưu trữ đối tượng"),
                            "zh", labels("对象存储"))),
            concept("metering", Map.of("ru", labels("счётчик"), "tr", labels("ısı sayacı"))))));

    @Test
    void anyWordMayBeBegun() {
        assertThat(beginning("sto", "en")).containsExactly("storage", "object-storage");
        assertThat(beginning("object s", "en")).containsExactly("object-storage");
        assertThat(beginning("ct", "en")).isEmpty();
        assertThat(beginning("تخز", "ar")).containsExactly("storage");
        assertThat(beginning("التخ", "ar")).containsExactly("storage");
        assertThat(beginning("存", "zh")).containsExactly("storage", "object-storage");
        assertThat(beginning("luu tru", "vi")).containsExactly("object-storage");
        assertThat(beginning("счет", "ru")).containsExactly("metering");
        assertThat(beginning("sto", "nl")).isEmpty();
        assertThat(vocabulary.beginning("sto", List.of("en"), 1)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "storge, storage, 1",
        "storaeg, storage, 1",
        "stoarege, storage, 2",
        "счечик, счётчик, 1",
        "objcet, object, 1"
    })
    void aWordIsFoundByItsWrongSpelling(String wrong, String right, int edits) {
        assertThat(vocabulary.near(wrong, List.of("en", "ru"))).containsExactly(new NearWord(right, edits));
    }

    @Test
    void shortWordsAndWordsFarAwayAreNotGuessed() {
        assertThat(vocabulary.near("obj", List.of("en"))).isEmpty();
        assertThat(vocabulary.near("storm", List.of("en"))).isEmpty();
        assertThat(vocabulary.isWord("Storage", List.of("en"))).isTrue();
        assertThat(vocabulary.isWord("storge", List.of("en"))).isFalse();
    }

    @Test
    void theScriptSaysWhichLanguagesItMayBe() {
        assertThat(Vocabulary.languagesWrittenLike("云 S3")).startsWith("zh").hasSize(9);
        assertThat(Vocabulary.languagesWrittenLike("склад")).containsExactly("ru", "kk");
        assertThat(Vocabulary.languagesWrittenLike("123")).isEmpty();
    }

    private List<String> beginning(String typed, String language) {
        return vocabulary.beginning(typed, List.of(language), 10).stream()
                .map(NamedConcept::concept)
                .toList();
    }

    private static Concept concept(String id, Map<String, List<Label>> labels) {
        return new Concept(id, "test", List.of(), List.of(), List.of(), labels);
    }

    private static List<Label> labels(String... texts) {
        return Arrays.stream(texts).map(text -> new Label(text, null)).toList();
    }
}
