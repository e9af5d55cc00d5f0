package org.shuqiao.search.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.shuqiao.search.match.Facts.pair;
import static org.shuqiao.search.match.Facts.party;
import static org.shuqiao.search.match.Findings.found;
import static org.shuqiao.search.match.Findings.value;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shuqiao.contracts.listing.Partnership;
import org.shuqiao.contracts.search.ReasonView.State;
import org.shuqiao.search.exchange.ExchangeRates;

/** Price and budget, the kind of deal, the market, the time left. */
class DealRulesTest {
    @ParameterizedTest
    @CsvSource({
        "'100,900', '500,2000', 1", // all of it fits
        "'100,900', ',500', 0.5", // 400 of 800
        "'600,900', ',500', 0",
        "'500,900', ',500', 0.05", // the lowest fits exactly
        "'100,', ',500', 0.5", // open above
        "',300', ',500', 1"
    })
    void pricesFitBudgets(String price, String budget, double value) {
        assertThat(value(MatchPolicy.BUDGET_OVERLAP, pair(f -> {
                    f.price = money(price, "USD", "");
                    f.budget = money(budget, "USD", "");
                })))
                .isCloseTo(value, within(1e-9));
    }

    @Test
    void otherCurrenciesAreNotCompared() {
        Finding finding = found(MatchPolicy.BUDGET_OVERLAP, pair(f -> {
            f.price = money("100,900", "USD", "");
            f.budget = money("500,2000", "EUR", "");
        }));

        assertThat(finding.state()).isEqualTo(State.unknown);
        assertThat(finding.message().apply(Wording.english())).contains("currencies");
    }

    @ParameterizedTest
    @CsvSource({
        "'800,7200', '500,2000', 1", // 100 to 900
        "'800,', ',500', 0.5",
        "'4160,7200', ',500', 0.05", // 520: by the rates of another day it may fit
        "'4480,7200', ',500', 0" // 560
    })
    void byAReferenceRateTheyAre(String price, String budget, double value) {
        Finding finding = found(MatchPolicy.BUDGET_OVERLAP, pair(f -> {
            f.rates = new ExchangeRates("2026-11-26", Map.of("CNY", new BigDecimal("8"), "USD", BigDecimal.ONE));
            f.price = money(price, "CNY", "");
            f.budget = money(budget, "USD", "");
        }));

        assertThat(finding.value()).isCloseTo(value, within(1e-9));
        assertThat(finding.details().apply(Wording.english()).getLast())
                .startsWith("about ")
                .endsWith("USD at reference rates of 2026-11-26");
    }

    @Test
    void aPricePerUserIsNotComparedWithATotalUnlessItAloneIsTooMuch() {
        assertThat(found(MatchPolicy.BUDGET_OVERLAP, pair(f -> {
                            f.price = money("10,20", "USD", ",\"unit\":\"user\",\"interval\":\"month\"");
                            f.budget = money("500,2000", "USD", "");
                        }))
                        .state())
                .isEqualTo(State.unknown);
        assertThat(found(MatchPolicy.BUDGET_OVERLAP, pair(f -> {
                            f.price = money("5000,6000", "USD", ",\"unit\":\"user\"");
                            f.budget = money("500,2000", "USD", "");
                        }))
                        .state())
                .isEqualTo(State.unmet);
    }

    @Test
    void theProviderSeeksSuchAPartner() {
        assertThat(value(MatchPolicy.DEAL_SOUGHT, pair(f -> f.sought = List.of(Partnership.customer))))
                .isEqualTo(1);
        assertThat(value(MatchPolicy.DEAL_SOUGHT, pair(f -> f.sought = List.of(Partnership.investor))))
                .isEqualTo(0);
    }

    @Test
    void theProviderWantsTheMarket() {
        assertThat(value(MatchPolicy.MARKET_WANTED, pair(f -> {
                    f.place = "SA";
                    f.targetMarkets = List.of("SA");
                })))
                .isEqualTo(1);
        assertThat(value(MatchPolicy.MARKET_WANTED, pair(f -> {
                    f.place = "KZ";
                    f.provider = party(p -> {
                        p.markets = List.of("SA");
                        return p;
                    });
                })))
                .isEqualTo(0);
    }

    @Test
    void twoWeeksToAnswerAreEnough() {
        assertThat(deadlineIn(Duration.ofDays(30))).isEqualTo(1);
        assertThat(deadlineIn(Duration.ofDays(7))).isEqualTo(0.5);
        assertThat(deadlineIn(Duration.ofDays(-1))).isEqualTo(0);
    }

    private static double deadlineIn(Duration left) {
        return value(MatchPolicy.DEADLINE, pair(f -> f.responsesUntil = Facts.NOW.plus(left)));
    }

    private static String money(String range, String currency, String more) {
        String[] ends = range.split(",", -1);
        return "{\"min\":" + amount(ends[0]) + ",\"max\":" + amount(ends[1]) + ",\"currency\":\"" + currency + "\""
                + more + "}";
    }

    private static String amount(String amount) {
        return amount.isEmpty() ? "null" : "\"" + amount + "\"";
    }
}
