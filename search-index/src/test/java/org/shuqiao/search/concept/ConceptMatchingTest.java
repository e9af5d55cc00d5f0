package org.shuqiao.search.concept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shuqiao.search.concept.ConceptMatching.Offered;
import org.shuqiao.search.concept.ConceptMatching.Wanted;
import org.shuqiao.search.fact.OfferFacts;
import org.shuqiao.search.fact.Party;
import org.shuqiao.search.fact.Topic;
import org.shuqiao.search.text.FieldTexts;
import org.shuqiao.thesaurus.Concept;
import org.shuqiao.thesaurus.Label;
import org.shuqiao.thesaurus.Thesaurus;

class ConceptMatchingTest {
    private static final Thesaurus THESAURUS = Thesaurus.of(List.of(
            concept("trade", List.of(), List.of()),
            concept("storage", List.of("trade"), List.of()),
            concept("object-storage", List.of("storage"), List.of()),
            concept("archive", List.of("storage"), List.of("records")),
            concept("cold-archive", List.of("archive"), List.of()),
            concept("records", List.of("trade"), List.of())));

    private final Nearness nearness = new Nearness(THESAURUS);
    private final ConceptMatching matching = new ConceptMatching(LivingThesaurus.of(THESAURUS));

    @Test
    void theNarrowestTellMost() {
        assertThat(nearness.telling("cold-archive")).isEqualTo(1);
        assertThat(nearness.telling("trade")).isZero();
        // 1 - ln(3 below + 1) / ln(6)
        assertThat(nearness.telling("storage")).isEqualTo(0.2263, within(1e-4));
        assertThat(nearness.telling("unheard-of")).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "archive, archive, 1",
        "archive, cold-archive, 0.8",
        "storage, cold-archive, 0.8",
        "cold-archive, archive, 0.5",
        "archive, storage, 0.5",
        "cold-archive, storage, 0",
        "object-storage, archive, 0.3",
        "archive, records, 0.3",
        "records, archive, 0.3",
        "records, storage, 0",
        "archive, trade, 0"
    })
    void whatIsOfferedIsSoNearToWhatIsAsked(String asked, String offered, double near) {
        SharedConcepts shared = matching.shared(wanted(asked), offered(offered));

        assertThat(shared.coverage()).isEqualTo(near);
        assertThat(shared.asked()).isEqualTo(1);
        assertThat(shared.shared()).hasSize(near == 0 ? 0 : 1);
    }

    @Test
    void coverageIsOfAllThatIsAskedByWhatItIsWorth() {
        SharedConcepts shared = matching.shared(wanted("archive", "object-storage"), offered("cold-archive", "trade"));

        double archive = nearness.telling("archive");
        assertThat(shared.coverage()).isEqualTo((archive * 0.8 + 0.3) / (archive + 1), within(1e-9));
        assertThat(shared.shared())
                .containsExactly(
                        new SharedConcepts.Shared("object-storage", "cold-archive", 0.3),
                        new SharedConcepts.Shared("archive", "cold-archive", 0.8));
    }

    @Test
    void nothingAskedIsNotCovered() {
        assertThat(matching.shared(wanted(), offered("archive"))).isEqualTo(new SharedConcepts(0, 0, List.of()));
    }

    @Test
    void topicsWeighByTheirMentionsAndTheTitleTwice() {
        TopicRecognition recognition = new TopicRecognition(LivingThesaurus.of(THESAURUS));
        FieldTexts texts = new FieldTexts(
                Map.of("en", List.of("Archive")),
                Map.of("en", List.of("Archive", "An archive and object storage"), "other", List.of("object storage")),
                "en");

        assertThat(recognition.of(texts))
                .containsExactly(
                        new Topic("archive", Math.round(100 * (1 + Math.log(3))) / 100.0),
                        new Topic("object-storage", 1));
        assertThat(recognition.of(new FieldTexts(Map.of(), Map.of(), "und"))).isEmpty();
    }

    private List<Wanted> wanted(String... concepts) {
        return matching.wanted(facts(concepts));
    }

    private Offered offered(String... concepts) {
        return matching.offered(facts(concepts));
    }

    private static OfferFacts facts(String... concepts) {
        return new OfferFacts(
                "o",
                "p",
                null,
                null,
                List.of(),
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                Arrays.stream(concepts).map(id -> new Topic(id, 1)).toList(),
                Party.UNKNOWN);
    }

    private static Concept concept(String id, List<String> broader, List<String> related) {
        List<Label> label = Stream.of(id.replace('-', ' '))
                .map(text -> new Label(text, null))
                .toList();
        return new Concept(id, "test", broader, related, List.of(), Map.of("en", label));
    }
}
