package org.shuqiao.contracts.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.shuqiao.contracts.value.Refusals.assertRefuses;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shuqiao.contracts.value.PriceRange.Interval;
import tools.jackson.databind.json.JsonMapper;

class MoneyTest {
    private static final Currency EUR = Currency.getInstance("EUR");

    private static Money euro(String amount) {
        return new Money(new BigDecimal(amount), EUR);
    }

    private static PriceRange range(@Nullable String min, @Nullable String max) {
        return new PriceRange(
                min == null ? null : new BigDecimal(min), max == null ? null : new BigDecimal(max), EUR, null, null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.0001", "999999999999999.9999", "1E+3", "1.00000000"})
    void acceptsAnAmount(String amount) {
        assertThat(euro(amount).amount()).isEqualByComparingTo(amount);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.01", "1000000000000000", "0.00001", "1E+15", "1E+99"})
    void refusesAnAmountOutsideItsRange(String amount) {
        assertRefuses("amount", () -> euro(amount));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "1e-999999999", "-1e2147483647", "0e-2000000000"})
    void refusesAnEnormousExponentWithoutComputingIt(String amount) {
        assertTimeoutPreemptively(Duration.ofSeconds(2), () -> assertRefuses("amount", () -> euro(amount)));
        assertTimeoutPreemptively(Duration.ofSeconds(2), () -> assertRefuses("max", () -> range(null, amount)));
    }

    @Test
    void writesAnAmountAsAStringInFull() {
        JsonMapper json = JsonMapper.shared();
        assertThat(json.writeValueAsString(euro("1E+3"))).isEqualTo("{\"amount\":\"1000\",\"currency\":\"EUR\"}");
        assertThat(json.writeValueAsString(euro("0.0000000"))).contains("\"amount\":\"0.0000\"");
        assertThat(json.writeValueAsString(range("0.10", "900"))).contains("\"min\":\"0.10\"", "\"max\":\"900\"");
        assertThat(json.readValue("{\"amount\":12.50,\"currency\":\"EUR\"}", Money.class))
                .isEqualTo(euro("12.50"));
        assertThat(json.readValue("{\"amount\":\"12.50\",\"currency\":\"EUR\"}", Money.class))
                .isEqualTo(euro("12.50"));
    }

    @Test
    void asksForOneEndOfARange() {
        assertRefuses("min", () -> range(null, null));
        assertThat(range("5", null).max()).isNull();
        assertThat(range(null, "5").min()).isNull();
    }

    @Test
    void refusesARangeUpsideDown() {
        assertRefuses("max", () -> range("10", "9.99"));
        assertThat(range("10", "10.00").max()).isEqualByComparingTo("10");
    }

    @Test
    void keepsTheUnitInLowerCase() {
        PriceRange perUser = new PriceRange(BigDecimal.ONE, null, EUR, "User", Interval.month);
        assertThat(perUser.unit()).isEqualTo("user");
        assertRefuses("unit", () -> new PriceRange(BigDecimal.ONE, null, EUR, " ", null));
        assertRefuses("unit", () -> new PriceRange(BigDecimal.ONE, null, EUR, "u".repeat(41), null));
    }
}
