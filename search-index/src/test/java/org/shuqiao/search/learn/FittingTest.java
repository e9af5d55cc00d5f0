package org.shuqiao.search.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shuqiao.search.match.Observed;
import org.shuqiao.search.match.Ranking;

/** In these lists who has the greater track record wins, whatever the words; a shared area always loses. */
class FittingTest {
    private static final Ranking START = new Ranking(
            "v3",
            Map.of(
                    "textSimilarity",
                    4.0,
                    "area",
                    2.0,
                    "trackRecord",
                    1.0,
                    "dataStays",
                    0.5,
                    "languagesInCommon",
                    3.0,
                    "verification",
                    0.0),
            Map.of("textSimilarity", 4.0, "marketWanted", 1.0));

    private final Fitting fitting = new Fitting(START, Set.of());

    @Test
    void whatDecidesGainsWhatMisleadsLosesAndWhatTellsNothingStays() {
        Ranking learned = fitting.fit(choices()).ranking();

        assertThat(learned.buyer().get("trackRecord")).isGreaterThan(3);
        assertThat(learned.buyer().get("textSimilarity")).isLessThan(4);
        assertThat(learned.buyer().get("area")).isZero();
        assertThat(learned.buyer().get("dataStays")).isEqualTo(0.5);
        assertThat(learned.buyer().get("languagesInCommon")).isEqualTo(3);
        assertThat(learned.buyer()).doesNotContainKey("verification");
        assertThat(learned.provider().get("marketWanted")).isEqualTo(1);
    }

    @Test
    void whatWasKnownTogetherKeepsWhatItHadTogether() {
        Map<String, Double> learned = fitting.fit(choices()).ranking().buyer();

        assertThat(learned.get("textSimilarity") + learned.get("area") + learned.get("trackRecord"))
                .isEqualTo(7, within(0.002));
    }

    @Test
    void whatIsFixedKeepsItsWeight() {
        Fitting some =
                new Fitting(START, Set.of("textSimilarity", "area", "languagesInCommon", "dataStays", "marketWanted"));

        Ranking learned = some.fit(choices(some)).ranking();

        assertThat(learned.buyer()).containsEntry("textSimilarity", 4.0).containsEntry("area", 2.0);
        assertThat(learned.buyer().get("trackRecord")).isGreaterThan(2.5);
        assertThat(learned.provider()).isEqualTo(START.provider());
    }

    @Test
    void theSameOutcomesGiveTheSameVersionInAnyOrder() {
        Ranking learned = fitting.fit(choices()).ranking();
        List<Choice> reversed = choices().reversed();

        assertThat(fitting.fit(reversed).ranking()).isEqualTo(learned);
        assertThat(learned.version()).matches("v3-learned-[0-9a-f]{8}");
        Fitting again = new Fitting(learned, Set.of());
        assertThat(again.fit(choices(again)).ranking().version()).matches("v3-learned-[0-9a-f]{8}");
    }

    private List<Choice> choices() {
        return choices(fitting);
    }

    private static List<Choice> choices(Fitting fitting) {
        SplittableRandom random = new SplittableRandom(5);
        List<Choice> choices = new ArrayList<>();
        for (int day = 0; day < 60; day++) {
            List<Observed> candidates = new ArrayList<>();
            UUID winner = null;
            double most = -1;
            for (int i = 0; i < 12; i++) {
                double words = random.nextDouble();
                double deals = random.nextDouble();
                UUID offer = new UUID(day, i);
                Map<String, Double> buyer = new HashMap<>();
                buyer.put("textSimilarity", words);
                buyer.put("trackRecord", deals);
                buyer.put("area", 1.0);
                buyer.put("languagesInCommon", 1.0);
                candidates.add(Lists.candidate(offer, buyer, Map.of("textSimilarity", words)));
                if (deals > most) {
                    most = deals;
                    winner = offer;
                }
            }
            UUID won = winner;
            candidates.replaceAll(c -> {
                if (!c.offerId().equals(won)) {
                    return c;
                }
                Map<String, Double> buyer = new HashMap<>(c.buyer());
                buyer.put("area", 0.0);
                return Lists.candidate(c.offerId(), buyer, c.provider());
            });
            choices.add(fitting.choice(Lists.decided(day, Map.of(won, 1)), candidates));
        }
        return choices;
    }
}
