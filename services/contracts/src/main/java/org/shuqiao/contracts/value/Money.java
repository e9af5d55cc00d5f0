package org.shuqiao.contracts.value;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.util.Currency;

/**
 * An amount in a currency of ISO 4217: decimal, 0 to under 10^15, at most 4 decimals. In JSON the amount is a string, since
 * many readers of JSON numbers lose digits; a number is read too.
 */
public record Money(
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount, Currency currency) {
    private static final BigDecimal LIMIT = BigDecimal.TEN.pow(15);
    private static final int DECIMALS = 4;

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
        if (amount.stripTrailingZeros().scale() > DECIMALS) {
            throw new InvalidValue(field, "at most " + DECIMALS + " decimals", amount);
        }
        // a scale from 0 to 4, with which it is always written without an exponent
        return amount.setScale(Math.clamp(amount.scale(), 0, DECIMALS));
    }
}
