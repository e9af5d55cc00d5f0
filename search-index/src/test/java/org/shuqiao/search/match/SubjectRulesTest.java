package org.shuqiao.search.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.shuqiao.search.match.Facts.pair;
import static org.shuqiao.search.match.Findings.found;
import static org.shuqiao.search.match.Findings.value;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shuqiao.contracts.listing.Area;
import org.shuqiao.contracts.search.ReasonView.State;
import org.shuqiao.search.vector.DenseVector;
import org.shuqiao.thesaurus.ConceptVector;
import org.shuqiao.thesaurus.SemanticInterpreter;
import org.shuqiao.thesaurus.SemanticInterpreter.Passage;
import org.shuqiao.thesaurus.Thesaurus;

/** What both texts and their classes are about. */
class SubjectRulesTest {
    @Test
    void textSimilarityIsAsMeasured() {
        assertThat(value(MatchPolicy.TEXT_SIMILARITY, pair(f -> f.similarity = 0.4)))
                .isEqualTo(0.4);
        assertThat(found(MatchPolicy.TEXT_SIMILARITY, pair(f -> {})).state()).isEqualTo(State.unmet);
    }

    @Test
    void wordsCountAsTextInOneLanguageAndAsTermsAcrossLanguages() {
        Pair readTogether = pair(f -> {
            f.similarity = 0.4;
            f.demandReadIn = List.of("ru");
            f.offerReadIn = List.of("zh", "ru");
        });
        Pair across = pair(f -> {
            f.similarity = 0.4;
            f.demandReadIn = List.of("ru");
            f.offerReadIn = List.of("zh");
        });

        assertThat(value(MatchPolicy.TEXT_SIMILARITY, readTogether)).isEqualTo(0.4);
        assertThat(found(MatchPolicy.TERMS_SHARED, readTogether).state()).isEqualTo(State.unknown);
        assertThat(found(MatchPolicy.TEXT_SIMILARITY, across).state()).isEqualTo(State.unknown);
        assertThat(value(MatchPolicy.TERMS_SHARED, across)).isEqualTo(0.4);
    }

    @Test
    void vectorsAreAsNearAsTheirDirections() {
        assertThat(value(MatchPolicy.VECTOR_NEARNESS, pair(f -> {
                    f.demandVector = DenseVector.of(new float[] {1, 1}, 0);
                    f.offerVector = DenseVector.of(new float[] {1, 0}, 0);
                })))
                .isEqualTo(Math.sqrt(0.5), within(1e-6));
        assertThat(found(MatchPolicy.VECTOR_NEARNESS, pair(f -> f.demandVector = DenseVector.of(new float[] {1, 1}, 0)))
                        .state())
                .isEqualTo(State.unknown);
    }

    @Test
    void whatBothAreAboutCountsByItsNearness() {
        ConceptVector about =
                new SemanticInterpreter(Thesaurus.builtIn()).interpret(List.of(new Passage("firewall", "en", 1)));
        Pair pair = pair(f -> {
            f.nearness = 0.6;
            f.demandAbout = about;
            f.offerAbout = about;
        });

        assertThat(value(MatchPolicy.CONCEPTS_SHARED, pair)).isEqualTo(0.6);
    }

    @Test
    void areasAreTheSameOrNot() {
        assertThat(value(MatchPolicy.AREA, pair(f -> {
                    f.demandArea = Area.CLOUD_SERVICES;
                    f.offerArea = Area.CLOUD_SERVICES;
                })))
                .isEqualTo(1);
        assertThat(value(MatchPolicy.AREA, pair(f -> {
                    f.demandArea = Area.CLOUD_SERVICES;
                    f.offerArea = Area.DIGITAL_CONTENT;
                })))
                .isEqualTo(0);
    }

    @ParameterizedTest
    @CsvSource({
        "CPV:72000000, CPV:72000000, 1",
        "CPV:72000000, CPV:72212517, 0.25", // 72 of 72212517
        "CPV:72212517, CPV:72212500, 0.75", // 722125 of 72212517
        "CPV:72000000, CPV:48000000, 0",
        "CPV:72000000, CPV:79000000, 0", // one digit in common is nothing
        "EBOPS:SI2, EBOPS:SI1, 0.66666"
    })
    void classesAreNearInTheirHierarchy(String asked, String offered, double nearness) {
        assertThat(value(MatchPolicy.CLASSIFICATION, pair(f -> {
                    f.demandClasses = List.of(asked);
                    f.offerClasses = List.of(offered);
                })))
                .isCloseTo(nearness, within(1e-4));
    }

    @Test
    void classesOfDifferentSchemesAreNotCompared() {
        assertThat(found(MatchPolicy.CLASSIFICATION, pair(f -> {
                            f.demandClasses = List.of("CPV:72000000");
                            f.offerClasses = List.of("UNSPSC:72000000");
                        }))
                        .state())
                .isEqualTo(State.unknown);
    }
}
