package org.shuqiao.search.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.shuqiao.search.match.Facts.pair;
import static org.shuqiao.search.match.Facts.party;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shuqiao.contracts.search.MatchView.Side;
import org.shuqiao.contracts.search.ReasonView.State;
import org.shuqiao.contracts.value.PriceRange;
import org.shuqiao.search.exchange.ExchangeRates;
import org.shuqiao.search.fact.AskedInText;
import org.shuqiao.thesaurus.ConceptVector;

/** A firm of 10 to 49 does work of 1,800,000 dollars in a year. */
class CapacityRulesTest {
    @ParameterizedTest
    @CsvSource({"1-9, 5", "10-49, 30", "50-249, 150", "250-999, 625", "1000+, 2000"})
    void aClassHasSoManyHeads(String size, int heads) {
        assertThat(CapacityRules.heads(size)).isEqualTo(heads);
    }

    @ParameterizedTest
    @CsvSource({
        "900000, , 1", // a half
        "1800000, , 0.666666666",
        "2700000, , 0.333333333",
        "3600000, , 0", // twice
        "9000000, , 0",
        "1800000, 24, 1", // a half of each year
        "450000, 3, 0.666666666" // all of a quarter
    })
    void byThePartOfTheFirmThatIsTaken(String most, @Nullable Integer months, double value) {
        assertThat(capacity("10-49", "{\"max\":\"" + most + "\",\"currency\":\"USD\"}", f -> f.durationMonths = months)
                        .value())
                .isCloseTo(value, within(1e-8));
    }

    @ParameterizedTest
    @CsvSource({"year, 1800000", "quarter, 450000", "month, 150000"})
    void aBudgetForAPeriodComesAgain(String interval, String most) {
        String budget = "{\"max\":\"%s\",\"currency\":\"USD\",\"interval\":\"%s\"}".formatted(most, interval);

        assertThat(capacity("10-49", budget, f -> f.durationMonths = 6).value()).isCloseTo(2.0 / 3, within(1e-8));
    }

    @ParameterizedTest
    @CsvSource({"hour", "day", "week"})
    void aRateForTimeIsNotForTheWhole(String interval) {
        Finding finding =
                capacity("10-49", "{\"max\":\"100\",\"currency\":\"USD\",\"interval\":\"" + interval + "\"}", f -> {});

        assertThat(finding.state()).isEqualTo(State.unknown);
        assertThat(finding.missing()).isNull();
    }

    @Test
    void neitherIsOneForAUnit() {
        assertThat(capacity("10-49", "{\"max\":\"100\",\"currency\":\"USD\",\"unit\":\"user\"}", f -> {})
                        .value())
                .isNull();
    }

    @Test
    void otherCurrenciesCountByTheRatesOfTheDay() {
        String budget = "{\"max\":\"14400000\",\"currency\":\"CNY\"}";
        ExchangeRates rates =
                new ExchangeRates("2026-11-26", Map.of("CNY", new BigDecimal("8"), "USD", BigDecimal.ONE));

        assertThat(capacity("10-49", budget, f -> f.rates = rates).value()).isCloseTo(2.0 / 3, within(1e-8));
        Finding without = capacity("10-49", budget, f -> {});
        assertThat(without.value()).isNull();
        assertThat(without.message().apply(Wording.english())).contains("no reference rate");
    }

    @Test
    void aBudgetInTheTextCountsWhereNoneIsGiven() {
        AskedInText asked = new AskedInText(
                ConceptVector.NONE,
                ConceptVector.NONE,
                ConceptVector.NONE,
                List.of(),
                new PriceRange(null, new BigDecimal("1800000"), Currency.getInstance("USD"), null, null),
                List.of(),
                null);

        Finding finding = capacity("10-49", null, f -> f.asked = asked);

        assertThat(finding.value()).isCloseTo(2.0 / 3, within(1e-8));
        assertThat(finding.details().apply(Wording.english()).getFirst()).startsWith("budget, as read in the text");
    }

    @Test
    void saysItWithoutReproach() {
        String budget = "{\"max\":\"2700000\",\"currency\":\"USD\"}";

        assertThat(said(capacity("250-999", budget, f -> {})))
                .isEqualTo("A firm of this size has room for the work: it takes about 7 % of what such a firm does in"
                        + " that time.");
        assertThat(said(capacity("1000+", "{\"max\":\"90\",\"currency\":\"USD\"}", f -> {})))
                .contains("about 0.1 %");
        assertThat(said(capacity("250-999", "{\"max\":\"90000\",\"currency\":\"USD\"}", f -> {})))
                .contains("about 0.2 %");
        assertThat(said(capacity("1-9", "{\"max\":\"999999999999\",\"currency\":\"USD\"}", f -> {})))
                .contains("(about 1000+ %)");
        assertThat(said(capacity("10-49", "{\"max\":\"1000000\",\"currency\":\"USD\"}", f -> {})))
                .isEqualTo(
                        "The work is a large one for a firm of this size: about 56 % of what such a firm does in that"
                                + " time.");
        Finding beyond = capacity("10-49", budget, f -> f.durationMonths = 12);
        assertThat(said(beyond))
                .isEqualTo("The work is more than a firm of this size usually does in that time (about 150 %);"
                        + " partners or more time may help.");
        assertThat(beyond.details().apply(Wording.english()))
                .containsExactly("budget –2700000 USD", "months 12", "people 10-49");
    }

    @Test
    void whoeverDoesNotSayCouldTell() {
        String budget = "{\"max\":\"2700000\",\"currency\":\"USD\"}";

        assertThat(capacity(null, budget, f -> {}).missing()).isEqualTo(Side.provider);
        assertThat(capacity("10-49", null, f -> {}).missing()).isEqualTo(Side.buyer);
        assertThat(capacity("10-49", "{\"min\":\"2700000\",\"currency\":\"USD\"}", f -> {})
                        .missing())
                .isEqualTo(Side.buyer);
        assertThat(capacity(null, null, f -> {}).missing()).isNull();
    }

    private static String said(Finding finding) {
        return finding.message().apply(Wording.english());
    }

    private static Finding capacity(@Nullable String size, @Nullable String budget, Consumer<Facts> more) {
        return CapacityRules.capacity(pair(f -> {
            f.budget = budget;
            f.provider = party(p -> {
                p.size = size;
                return p;
            });
            more.accept(f);
        }));
    }
}
