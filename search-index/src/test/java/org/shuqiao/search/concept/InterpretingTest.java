package org.shuqiao.search.concept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shuqiao.search.text.FieldTexts;
import org.shuqiao.search.text.FieldTexts.Passage;
import org.shuqiao.thesaurus.Concept;
import org.shuqiao.thesaurus.ConceptVector;
import org.shuqiao.thesaurus.Label;
import org.shuqiao.thesaurus.Thesaurus;
import org.shuqiao.understanding.UnderstandingText;

class InterpretingTest {
    private static final Thesaurus THESAURUS = Thesaurus.of(List.of(
            concept("trade", List.of()),
            concept("storage", List.of("trade")),
            concept("object-storage", List.of("storage")),
            concept("archive", List.of("storage")),
            concept("cold-archive", List.of("archive")),
            concept("records", List.of("trade"))));

    private final LivingThesaurus living = LivingThesaurus.of(THESAURUS);
    private final Interpreting interpreting = new Interpreting(living);

    @Test
    void theNarrowestTellMost() {
        Nearness nearness = new Nearness(THESAURUS);

        assertThat(nearness.telling("cold-archive")).isEqualTo(1);
        assertThat(nearness.telling("trade")).isZero();
        // 1 - ln(3 below + 1) / ln(6)
        assertThat(nearness.telling("storage")).isEqualTo(0.2263, within(1e-4));
        assertThat(nearness.telling("unheard-of")).isZero();
    }

    @Test
    void conceptsAreOrderedByTheirMentionsOfWhichTheTitleHasTwo() {
        TopicRecognition recognition = new TopicRecognition();
        FieldTexts texts = texts(
                new Passage("Archive", "en", true),
                new Passage("Object storage, object storage, cold archive", "en", false),
                new Passage("archive", "en", false));

        assertThat(recognition.of(read(texts))).containsExactly("archive", "object-storage", "cold-archive");
        assertThat(recognition.of(read(texts()))).isEmpty();
    }

    @Test
    void theNameOfAFirmSaysNothingOfWhatItIsAbout() {
        ConceptVector archive = interpreting.of(texts(new Passage("archive", "en", false)), List.of());

        assertThat(titled("Records Storage Ltd.")).isEqualTo(archive);
        assertThat(titled("RECORDS, Storage")).isEqualTo(archive);
        assertThat(titled("Storage of records")).isNotEqualTo(archive);
    }

    @Test
    void aspectsAreWhatTellsSomethingAndAreCountedByTheSubjectsWeights() {
        ConceptVector archive = interpreting.of(texts(new Passage("cold archive", "en", false)), List.of());
        Aspects aspects = interpreting.aspects(archive);

        assertThat(aspects.weights())
                .containsKeys("cold-archive", "archive", "storage")
                .doesNotContainKey("trade");
        assertThat(aspects.sharedWith(archive))
                .isEqualTo(
                        aspects.weights().values().stream().mapToDouble(w -> w).sum(), within(1e-9));
        assertThat(aspects.sharedWith(ConceptVector.NONE)).isZero();
    }

    @Test
    void whatIsExcludedIsNoTopicOfAText() {
        FieldTexts texts = texts(new Passage("Archive without object storage, records", "en", false));

        List<ReadPassage> read = read(texts);

        assertThat(new TopicRecognition().of(read)).containsExactly("archive", "records");
        assertThat(read.getFirst().withoutExcluded().text()).isEqualTo("Archive without               , records");
    }

    private List<ReadPassage> read(FieldTexts texts) {
        return new ReadingPassages(new UnderstandingText(living::recognizer)).of(texts, null);
    }

    private ConceptVector titled(String title) {
        return interpreting.of(
                texts(new Passage(title, "en", true), new Passage("archive", "en", false)), List.of("records storage"));
    }

    private static FieldTexts texts(Passage... passages) {
        return new FieldTexts(Map.of(), Map.of(), List.of(passages), "en");
    }

    private static Concept concept(String id, List<String> broader) {
        return new Concept(
                id,
                "test",
                broader,
                List.of(),
                List.of(),
                Map.of("en", List.of(new Label(id.replace('-', ' '), null))));
    }
}
