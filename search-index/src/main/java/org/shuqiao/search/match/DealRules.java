package org.shuqiao.search.match;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.listing.Demand;
import org.shuqiao.contracts.listing.Partnership;
import org.shuqiao.contracts.search.MatchView.Side;
import org.shuqiao.contracts.value.PriceRange;
import org.shuqiao.search.exchange.ExchangeRates;
import org.shuqiao.search.fact.OfferFacts;

/** Whether the two could make this deal: price, kind, market, time. */
final class DealRules {
    /** Two weeks to answer are enough; less counts less. */
    private static final Duration ENOUGH_TIME = Duration.ofDays(14);

    /** A price that is this much above the budget by the rates of one day may fit by those of another. */
    private static final BigDecimal RATES_CHANGE = new BigDecimal("1.1");

    private DealRules() {}

    /**
     * 1 when even the highest price fits the budget, 0 when not even the lowest does, between them the part of the price
     * range that fits. A price "from" that fits counts half.
     */
    static Finding budgetOverlap(Pair pair) {
        return pair.demand().budget() == null && pair.demand().asked().budget() != null
                ? overlap(pair.demand().asked().budget(), true, pair)
                : budgetGiven(pair);
    }

    /** The same by what is given in the field, not by what was read in the texts. */
    static Finding budgetGiven(Pair pair) {
        return overlap(pair.demand().budget(), false, pair);
    }

    private static Finding overlap(@Nullable PriceRange budget, boolean read, Pair pair) {
        PriceRange said = pair.offer().price();
        if (budget == null || said == null) {
            return Finding.silent(
                    budget == null, said == null, Sentence.DEMAND_WITHOUT_BUDGET, Sentence.OFFER_WITHOUT_PRICE);
        }
        PriceRange price = converted(said, budget.currency(), pair.rates());
        Function<Wording, List<String>> details =
                wording -> List.of(budget(budget, read, wording), wording.say(Sentence.PRICE, shown(said, wording)));
        if (price == null) {
            return Finding.unknown(wording -> wording.say(Sentence.OTHER_CURRENCY), details);
        }
        BigDecimal most = budget.max();
        if (most == null) {
            return Finding.missing(Side.buyer, wording -> wording.say(Sentence.BUDGET_IS_OPEN));
        }
        boolean converted = !price.equals(said);
        return fitting(
                budget, price, most, read, converted, converted ? withRates(details, price, pair.rates()) : details);
    }

    private static Finding fitting(
            PriceRange budget,
            PriceRange price,
            BigDecimal most,
            boolean read,
            boolean converted,
            Function<Wording, List<String>> details) {
        if (read && !sameBasis(budget, price)) {
            // a text hardly says what its amount is for
            return Finding.unknown(wording -> wording.say(Sentence.OTHER_BASIS), details);
        }
        BigDecimal least = price.min() == null ? BigDecimal.ZERO : price.min();
        if (least.compareTo(most) > 0 && converted && least.compareTo(most.multiply(RATES_CHANGE)) <= 0) {
            return Finding.graded(0.05, wording -> wording.say(Sentence.PRICE_PARTLY_WITHIN_BUDGET), details);
        }
        if (least.compareTo(most) > 0) {
            return Finding.unmet(wording -> wording.say(Sentence.PRICE_ABOVE_BUDGET), details);
        }
        if (!sameBasis(budget, price)) {
            return Finding.unknown(wording -> wording.say(Sentence.OTHER_BASIS), details);
        }
        BigDecimal highest = price.max();
        if (highest == null) {
            return Finding.graded(0.5, wording -> wording.say(Sentence.PRICE_BEGINS_WITHIN_BUDGET), details);
        }
        if (highest.compareTo(most) <= 0) {
            return Finding.met(wording -> wording.say(Sentence.PRICE_WITHIN_BUDGET), details);
        }
        double fits = most.subtract(least)
                .divide(highest.subtract(least), MathContext.DECIMAL32)
                .doubleValue();
        // the lowest price fits exactly: that is still a price that can be paid
        return Finding.graded(
                Math.max(fits, 0.05), wording -> wording.say(Sentence.PRICE_PARTLY_WITHIN_BUDGET), details);
    }

    /** The price in that currency, in hundredths; null where there is no rate. */
    private static @Nullable PriceRange converted(PriceRange price, Currency currency, ExchangeRates rates) {
        if (price.currency().equals(currency)) {
            return price;
        }
        BigDecimal min = converted(price.min(), price.currency(), currency, rates);
        BigDecimal max = converted(price.max(), price.currency(), currency, rates);
        return min == null && max == null ? null : new PriceRange(min, max, currency, price.unit(), price.interval());
    }

    private static @Nullable BigDecimal converted(
            @Nullable BigDecimal amount, Currency from, Currency to, ExchangeRates rates) {
        return amount == null
                ? null
                : rates.converted(amount, from, to)
                        .map(one -> one.setScale(2, RoundingMode.HALF_EVEN))
                        .orElse(null);
    }

    private static Function<Wording, List<String>> withRates(
            Function<Wording, List<String>> details, PriceRange price, ExchangeRates rates) {
        return wording -> Stream.concat(
                        details.apply(wording).stream(),
                        Stream.of(wording.say(Sentence.CONVERTED, shown(price, wording), rates.date())))
                .toList();
    }

    static Finding dealSought(Pair pair) {
        List<Partnership> sought = pair.offer().partnershipSought();
        if (sought.isEmpty()) {
            return Finding.missing(Side.provider, wording -> wording.say(Sentence.PARTNER_NOT_SAID));
        }
        Set<Partnership> wanted = partners(pair.demand().kind());
        Function<Wording, List<String>> details =
                wording -> sought.stream().map(one -> name(one, wording)).toList();
        return sought.stream().anyMatch(wanted::contains)
                ? Finding.met(wording -> wording.say(Sentence.PARTNER_SOUGHT), details)
                : Finding.unmet(wording -> wording.say(Sentence.OTHER_PARTNER_SOUGHT), details);
    }

    static Finding marketWanted(Pair pair) {
        String country = pair.demand().country();
        OfferFacts offer = pair.offer();
        List<String> wanted = offer.targetMarkets().isEmpty() ? offer.party().markets() : offer.targetMarkets();
        if (country == null || wanted.isEmpty()) {
            return Finding.silent(
                    country == null,
                    wanted.isEmpty(),
                    Sentence.DEMAND_WITHOUT_COUNTRY,
                    Sentence.PROVIDER_WITHOUT_MARKETS);
        }
        return wanted.contains(country)
                ? Finding.met(
                        wording -> wording.say(Sentence.MARKET_WANTED), wording -> List.of(wording.country(country)))
                : Finding.unmet(wording -> wording.say(Sentence.OTHER_MARKETS), wording -> wording.countries(wanted));
    }

    static Finding deadline(Pair pair) {
        Instant given = pair.demand().responsesUntil();
        LocalDate by = pair.demand().asked().by();
        if (given == null && by == null) {
            return Finding.missing(Side.buyer, wording -> wording.say(Sentence.NO_DEADLINE));
        }
        Instant until = given != null
                ? given
                : Objects.requireNonNull(by)
                        .plusDays(1)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant();
        Duration left = Duration.between(pair.now(), until);
        double share = (double) left.toSeconds() / ENOUGH_TIME.toSeconds();
        Sentence passed = given == null ? Sentence.DAY_IN_TEXT_PASSED : Sentence.DEADLINE_PASSED;
        Sentence in = given == null ? Sentence.DAY_IN_TEXT_IN : Sentence.DEADLINE_IN;
        return Finding.graded(
                share,
                wording -> left.isNegative() ? wording.say(passed) : wording.say(in, Long.toString(left.toDays())),
                wording -> List.of(given == null ? String.valueOf(by) : given.toString()));
    }

    private static boolean sameBasis(PriceRange budget, PriceRange price) {
        return Objects.equals(budget.unit(), price.unit()) && interval(budget) == interval(price);
    }

    static PriceRange.Interval interval(PriceRange range) {
        return Objects.requireNonNullElse(range.interval(), PriceRange.Interval.once);
    }

    private static Set<Partnership> partners(Demand.Kind kind) {
        return switch (kind) {
            case purchase, outsourcing -> EnumSet.of(Partnership.customer);
            case licence -> EnumSet.of(Partnership.licensee, Partnership.customer);
            case partnership -> EnumSet.of(Partnership.reseller, Partnership.JOINT_DEVELOPMENT, Partnership.investor);
        };
    }

    private static String name(Partnership partnership, Wording wording) {
        return wording.say(
                switch (partnership) {
                    case customer -> Sentence.PARTNER_CUSTOMER;
                    case reseller -> Sentence.PARTNER_RESELLER;
                    case JOINT_DEVELOPMENT -> Sentence.PARTNER_JOINT_DEVELOPMENT;
                    case licensee -> Sentence.PARTNER_LICENSEE;
                    case investor -> Sentence.PARTNER_INVESTOR;
                });
    }

    /** @param read in the texts, not given */
    static String budget(PriceRange budget, boolean read, Wording wording) {
        return wording.say(read ? Sentence.BUDGET_IN_TEXT : Sentence.BUDGET, shown(budget, wording));
    }

    private static String shown(PriceRange range, Wording wording) {
        String shown = amount(range.min()) + "–" + amount(range.max()) + " " + range.currency();
        if (range.unit() != null) {
            shown = wording.say(Sentence.PER_UNIT, shown, range.unit());
        }
        return range.interval() == null
                ? shown
                : wording.say(Sentence.EACH, shown, wording.say(each(range.interval())));
    }

    private static Sentence each(PriceRange.Interval interval) {
        return switch (interval) {
            case once -> Sentence.EACH_ONCE;
            case hour -> Sentence.EACH_HOUR;
            case day -> Sentence.EACH_DAY;
            case week -> Sentence.EACH_WEEK;
            case month -> Sentence.EACH_MONTH;
            case quarter -> Sentence.EACH_QUARTER;
            case year -> Sentence.EACH_YEAR;
        };
    }

    private static String amount(@Nullable BigDecimal amount) {
        return amount == null ? "" : amount.stripTrailingZeros().toPlainString();
    }
}
