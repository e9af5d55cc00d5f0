package org.shuqiao.contracts.value;

import java.math.BigDecimal;
import java.util.Currency;

/** An amount in a currency of ISO 4217: decimal, 0 to under 10^15, at most 4 decimals. */
public record Money(BigDecimal amount, Currency currency) {
    private static final BigDecimal LIMIT = BigDecimal.TEN.pow(15);

    public Money {
        amount = amount("amount", Expect.present("amount", amount, "a decimal amount"));
        Expect.present("currency", currency, "a currency by ISO 4217 such as EUR");
    }

    /** {@code amount} when it is one that money can have. */
    static BigDecimal amount(String field, BigDecimal amount) {
        // the exponent first: comparing or printing 1e999999999 would be an attack on memory
        if (Math.abs((long) amount.precision() - amount.scale()) > 100 || amount.scale() > 100) {
            throw new InvalidValue(field, "an amount below 10^15", "exponent " + -amount.scale());
        }
        if (amount.signum() < 0 || amount.compareTo(LIMIT) >= 0) {
            throw new InvalidValue(field, "an amount from 0 to under 10^15", amount);
        }
        if (amount.stripTrailingZeros().scale() > 4) {
            throw new InvalidValue(field, "at most 4 decimals", amount);
        }
        return amount.scale() < 0 ? amount.setScale(0) : amount;
    }
}
