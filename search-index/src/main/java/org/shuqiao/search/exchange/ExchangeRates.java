package org.shuqiao.search.exchange;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collections;
import java.util.Currency;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reference rates of one day.
 *
 * @param date as the file gives it, ISO 8601; empty where there are no rates
 * @param perEuro how much of each currency (ISO 4217) is one euro, above 0; the euro itself is among them
 */
public record ExchangeRates(String date, Map<String, BigDecimal> perEuro) {
    /** No rates: an amount is known in its own currency only. */
    public static final ExchangeRates NONE = new ExchangeRates("", Map.of());

    public ExchangeRates {
        date = Objects.requireNonNullElse(date, "");
        Map<String, BigDecimal> all = perEuro == null ? new TreeMap<>() : new TreeMap<>(perEuro);
        if (!all.isEmpty()) {
            all.put("EUR", BigDecimal.ONE);
        }
        perEuro = Collections.unmodifiableMap(all);
    }

    /** What {@code amount} is in another currency, to 16 digits; empty when there is no rate for one of both. */
    public Optional<BigDecimal> converted(BigDecimal amount, Currency from, Currency to) {
        if (from.equals(to)) {
            return Optional.of(amount);
        }
        BigDecimal one = perEuro.get(from.getCurrencyCode());
        BigDecimal other = perEuro.get(to.getCurrencyCode());
        return one == null || other == null
                ? Optional.empty()
                : Optional.of(amount.multiply(other).divide(one, MathContext.DECIMAL64));
    }

    /** Those there are rates for. */
    public Set<String> currencies() {
        return perEuro.keySet();
    }
}
