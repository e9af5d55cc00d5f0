package org.shuqiao.contracts.value;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is asked or can be paid: from {@code min} to {@code max} in one currency, at least one of them given, both
 * inclusive; per {@code unit} (user, device, minute …) and {@code interval} where it recurs. In JSON the amounts are
 * strings; numbers are read too.
 */
public record PriceRange(
        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        BigDecimal min,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        BigDecimal max,

        Currency currency,
        @Nullable String unit,
        @Nullable Interval interval) {

    /** How often the price is due. */
    public enum Interval {
        once,
        hour,
        day,
        week,
        month,
        quarter,
        year
    }

    public PriceRange {
        Expect.present("currency", currency, "a currency by ISO 4217 such as EUR");
        if (min == null && max == null) {
            throw new InvalidValue("min", "min, max or both", null);
        }
        min = min == null ? null : Money.amount("min", min);
        max = max == null ? null : Money.amount("max", max);
        if (min != null && max != null && min.compareTo(max) > 0) {
            throw new InvalidValue("max", "at least min, " + min, max);
        }
        unit = Expect.optionalLine("unit", unit, 40);
        unit = unit == null ? null : unit.toLowerCase(Locale.ROOT);
    }
}
