package org.shuqiao.search.match;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.search.MatchView.Side;
import org.shuqiao.contracts.value.PriceRange;
import org.shuqiao.search.fact.DemandFacts;

/** Whether the provider is large enough for the work. */
final class CapacityRules {
    /**
     * What a head earns its firm in a year, in US dollars, by convention. Filings of IT service firms for the year to March
     * 2025 say 60,164 (Infosys), 61,388 (HCLTech), 49,902 (TCS), 45,118 (Wipro), as compared by Mint in 2025.
     */
    static final double A_HEAD_AND_YEAR = 60_000;

    /** Work that takes no more than this of a firm leaves it room for other work. */
    private static final double ROOM = 0.5;

    /** Work that takes this much of a firm is beyond it. */
    private static final double TOO_MUCH = 2;

    /** How many times more it is tells nothing. */
    private static final int MOST_PERCENT = 1000;

    private static final double MONTHS_A_YEAR = 12;
    private static final double QUARTERS_A_YEAR = 4;
    private static final Currency DOLLARS = Currency.getInstance("USD");

    private CapacityRules() {}

    /**
     * By the part that the work would take of what a firm of the provider's size does in the same time: 1 up to a half, 0
     * from twice on. The budget is the highest; it is for a year where no duration is given.
     */
    static Finding capacity(Pair pair) {
        DemandFacts demand = pair.demand();
        boolean read = demand.budget() == null;
        PriceRange budget = read ? demand.asked().budget() : demand.budget();
        String size = pair.offer().party().size();
        if (budget == null || size == null) {
            return Finding.silent(
                    budget == null, size == null, Sentence.DEMAND_WITHOUT_BUDGET, Sentence.PROVIDER_WITHOUT_SIZE);
        }
        BigDecimal most = budget.max();
        if (most == null) {
            return Finding.missing(Side.buyer, wording -> wording.say(Sentence.BUDGET_IS_OPEN));
        }
        OptionalDouble times = timesAYear(budget, demand.durationMonths());
        if (times.isEmpty()) {
            return Finding.unknown(wording -> wording.say(Sentence.BUDGET_NOT_FOR_THE_WHOLE));
        }
        return pair.rates()
                .converted(most, budget.currency(), DOLLARS)
                .map(dollars -> found(
                        dollars.doubleValue() * times.getAsDouble() / (A_HEAD_AND_YEAR * heads(size)),
                        budget,
                        read,
                        size,
                        demand.durationMonths()))
                .orElseGet(() -> Finding.unknown(wording -> wording.say(Sentence.BUDGET_WITHOUT_RATE)));
    }

    private static Finding found(double share, PriceRange budget, boolean read, String size, @Nullable Integer months) {
        Sentence sentence = share <= ROOM
                ? Sentence.CAPACITY_AMPLE
                : share <= 1 ? Sentence.CAPACITY_LARGE : Sentence.CAPACITY_BEYOND;
        return Finding.graded(
                1 - Math.max(0, share - ROOM) / (TOO_MUCH - ROOM),
                wording -> wording.say(sentence, percent(share)),
                wording -> {
                    List<String> details = new ArrayList<>();
                    details.add(DealRules.budget(budget, read, wording));
                    if (months != null) {
                        details.add(wording.say(Sentence.MONTHS, months.toString()));
                    }
                    details.add(wording.say(Sentence.PEOPLE, size));
                    return details;
                });
    }

    /** Whole ones, below one tenths; at least a tenth. */
    private static String percent(double share) {
        double percent = Math.min(share * 100, MOST_PERCENT);
        return percent < 1
                ? BigDecimal.valueOf(Math.max(percent, 0.1))
                        .setScale(1, RoundingMode.HALF_UP)
                        .toString()
                : Math.round(percent) + (share * 100 > MOST_PERCENT ? "+" : "");
    }

    /** How many of such budgets there are a year; empty where it is none of the whole work. */
    private static OptionalDouble timesAYear(PriceRange budget, @Nullable Integer months) {
        if (budget.unit() != null) {
            return OptionalDouble.empty();
        }
        return switch (DealRules.interval(budget)) {
            case once -> OptionalDouble.of(months == null ? 1 : MONTHS_A_YEAR / months);
            case month -> OptionalDouble.of(MONTHS_A_YEAR);
            case quarter -> OptionalDouble.of(QUARTERS_A_YEAR);
            case year -> OptionalDouble.of(1);
            // a rate for somebody's time does not tell how much of it is wanted
            case hour, day, week -> OptionalDouble.empty();
        };
    }

    /** The middle of a class, rounded up; of the one without an end twice its beginning. */
    static int heads(String size) {
        String[] ends = size.replace("+", "").split("-", 2);
        int least = Integer.parseInt(ends[0]);
        return ends.length == 1 ? 2 * least : Math.ceilDiv(least + Integer.parseInt(ends[1]), 2);
    }
}
