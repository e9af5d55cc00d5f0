package org.shuqiao.search.match;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.listing.Demand;
import org.shuqiao.contracts.listing.Partnership;
import org.shuqiao.contracts.value.PriceRange;
import org.shuqiao.search.fact.OfferFacts;

/** Whether the two could make this deal: price, kind, market, time. */
final class DealRules {
    /** Two weeks to answer are enough; less counts less. */
    private static final Duration ENOUGH_TIME = Duration.ofDays(14);

    private DealRules() {}

    /**
     * 1 when even the highest price fits the budget, 0 when not even the lowest does, between them the part of the price
     * range that fits. A price "from" that fits counts half.
     */
    static Finding budgetOverlap(Pair pair) {
        PriceRange budget = pair.demand().budget();
        PriceRange price = pair.offer().price();
        if (budget == null || price == null) {
            return Finding.unknown(
                    () -> budget == null ? "The demand states no budget." : "The offer states no price.");
        }
        Supplier<List<String>> details = () -> List.of("budget " + shown(budget), "price " + shown(price));
        if (!budget.currency().equals(price.currency())) {
            return Finding.unknown(() -> "Budget and price are in different currencies and not compared.", details);
        }
        BigDecimal most = budget.max();
        if (most == null) {
            return Finding.unknown(() -> "The budget has no upper end.");
        }
        BigDecimal least = price.min() == null ? BigDecimal.ZERO : price.min();
        if (least.compareTo(most) > 0) {
            return Finding.unmet(() -> "The lowest price is above the budget.", details);
        }
        if (!sameBasis(budget, price)) {
            return Finding.unknown(() -> "Budget and price are not for the same unit or period.", details);
        }
        BigDecimal highest = price.max();
        if (highest == null) {
            return Finding.graded(0.5, () -> "The price begins within the budget; its upper end is open.", details);
        }
        if (highest.compareTo(most) <= 0) {
            return Finding.met(() -> "The price is within the budget.", details);
        }
        double fits = most.subtract(least)
                .divide(highest.subtract(least), MathContext.DECIMAL32)
                .doubleValue();
        // the lowest price fits exactly: that is still a price that can be paid
        return Finding.graded(Math.max(fits, 0.05), () -> "Part of the price range is within the budget.", details);
    }

    static Finding dealSought(Pair pair) {
        List<Partnership> sought = pair.offer().partnershipSought();
        if (sought.isEmpty()) {
            return Finding.unknown(() -> "The provider does not say whom it seeks.");
        }
        Set<Partnership> wanted = partners(pair.demand().kind());
        Supplier<List<String>> details = () -> sought.stream()
                .map(p -> p.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
        return sought.stream().anyMatch(wanted::contains)
                ? Finding.met(() -> "The provider seeks such a partner.", details)
                : Finding.unmet(() -> "The provider seeks other partners.", details);
    }

    static Finding marketWanted(Pair pair) {
        String country = pair.demand().country();
        if (country == null) {
            return Finding.unknown(() -> "The demand names no country.");
        }
        OfferFacts offer = pair.offer();
        List<String> wanted = offer.targetMarkets().isEmpty() ? offer.party().markets() : offer.targetMarkets();
        if (wanted.isEmpty()) {
            return Finding.unknown(() -> "The provider names no markets.");
        }
        return wanted.contains(country)
                ? Finding.met(() -> "The provider wants this market.", () -> List.of(country))
                : Finding.unmet(() -> "The provider names other markets.", () -> wanted);
    }

    static Finding deadline(Pair pair) {
        Instant until = pair.demand().responsesUntil();
        if (until == null) {
            return Finding.unknown(() -> "The demand has no deadline for responses.");
        }
        Duration left = Duration.between(pair.now(), until);
        double share = (double) left.toSeconds() / ENOUGH_TIME.toSeconds();
        return Finding.graded(
                share,
                () -> left.isNegative()
                        ? "The deadline for responses has passed."
                        : "Responses are due in " + left.toDays() + " days.",
                () -> List.of(until.toString()));
    }

    private static boolean sameBasis(PriceRange budget, PriceRange price) {
        return Objects.equals(budget.unit(), price.unit()) && interval(budget) == interval(price);
    }

    private static PriceRange.Interval interval(PriceRange range) {
        return Objects.requireNonNullElse(range.interval(), PriceRange.Interval.once);
    }

    private static Set<Partnership> partners(Demand.Kind kind) {
        return switch (kind) {
            case purchase, outsourcing -> EnumSet.of(Partnership.customer);
            case licence -> EnumSet.of(Partnership.licensee, Partnership.customer);
            case partnership -> EnumSet.of(Partnership.reseller, Partnership.JOINT_DEVELOPMENT, Partnership.investor);
        };
    }

    private static String shown(PriceRange range) {
        String amounts = amount(range.min()) + "–" + amount(range.max()) + " " + range.currency();
        String unit = range.unit() == null ? "" : " per " + range.unit();
        return amounts + unit + (range.interval() == null ? "" : " each " + range.interval());
    }

    private static String amount(@Nullable BigDecimal amount) {
        return amount == null ? "" : amount.stripTrailingZeros().toPlainString();
    }
}
