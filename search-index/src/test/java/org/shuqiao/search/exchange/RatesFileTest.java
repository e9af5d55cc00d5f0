package org.shuqiao.search.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Currency;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RatesFileTest {
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Currency USD = Currency.getInstance("USD");
    private static final Currency CNY = Currency.getInstance("CNY");
    private static final Currency KZT = Currency.getInstance("KZT");

    @TempDir
    Path folder;

    @Test
    void theFirstDayOfTheFileCounts() throws IOException {
        ExchangeRates rates = read("# from somewhere\nDate,USD,CNY,BGN,\n2026-11-26,1.25,8,N/A,\n2026-11-25,9,9,9,\n");

        assertThat(rates.date()).isEqualTo("2026-11-26");
        assertThat(rates.currencies()).containsExactly("CNY", "EUR", "USD");
        assertThat(rates.converted(new BigDecimal("500"), USD, CNY)).hasValueSatisfying(is("3200"));
        assertThat(rates.converted(new BigDecimal("3200"), CNY, USD)).hasValueSatisfying(is("500"));
        assertThat(rates.converted(BigDecimal.TEN, EUR, USD)).hasValueSatisfying(is("12.5"));
        assertThat(rates.converted(BigDecimal.TEN, KZT, USD)).isEmpty();
        assertThat(rates.converted(BigDecimal.TEN, KZT, KZT)).hasValueSatisfying(is("10"));
    }

    @Test
    void theDayMayBeWrittenAsTheBankWritesIt() throws IOException {
        assertThat(read("Date, USD, \n3 March 2026, 1.25, \n").date()).isEqualTo("2026-03-03");
    }

    @Test
    void withoutRatesAnAmountIsKnownInItsOwnCurrencyOnly() {
        assertThat(ExchangeRates.NONE.converted(BigDecimal.ONE, EUR, USD)).isEmpty();
        assertThat(ExchangeRates.NONE.converted(BigDecimal.ONE, EUR, EUR)).hasValue(BigDecimal.ONE);
        assertThat(ExchangeRates.NONE.currencies()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Day,USD;2026-11-26,1.25 | Date, USD",
                "Date,USD | a line of rates",
                "Date,DOLLAR;2026-11-26,1.25 | ISO 4217, not DOLLAR",
                "Date,USD;2026-11-26,much | USD one euro is, not much",
                "Date,USD;2026-11-26,0 | above 0 for USD",
                "Date,USD;2026-13-26,1.25 | a date such as"
            })
    void whatIsWrongIsNamed(String lines, String expected) {
        assertThatThrownBy(() -> read(lines.replace(';', '\n')))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(expected)
                .hasMessageContaining("rates.csv");
    }

    private ExchangeRates read(String lines) throws IOException {
        return RatesFile.read(Files.writeString(folder.resolve("rates.csv"), lines));
    }

    private static Consumer<BigDecimal> is(String amount) {
        return value -> assertThat(value).isEqualByComparingTo(amount);
    }
}
