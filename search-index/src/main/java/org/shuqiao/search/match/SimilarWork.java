package org.shuqiao.search.match;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.value.PriceRange;
import org.shuqiao.search.fact.DemandFacts;
import org.shuqiao.search.fact.OfferFacts;
import org.shuqiao.search.fact.Party;
import org.shuqiao.search.fact.Works.Size;
import org.shuqiao.search.fact.Works.Work;
import org.shuqiao.thesaurus.ConceptVector;

/**
 * How much of what the provider has delivered is like what is asked for. Each work counts by the square of its likeness, so
 * that many that are a little alike do not outweigh one that is; less when it is old or of quite another size; twice when it
 * was for this buyer.
 *
 * @param value 0..1
 * @param best the positions among the provider's works of those that count most, the greatest first, at most two
 */
record SimilarWork(double value, List<Integer> best) {
    static final SimilarWork NONE = new SimilarWork(0, List.of());

    /** The sum of what counts at which the value is a half: two quite like works, or one for the same buyer. */
    private static final double HALF = 0.5;

    private static final double SAME_BUYER = 2;

    /** After so many years a work counts half. */
    private static final double HALF_LIFE = 6;

    private static final double DAYS = 365.25;

    /** Of what is undated one knows that it is not the latest. */
    private static final double UNDATED = 0.5;

    /** For each power of ten between what was paid and the budget. */
    private static final double OTHER_SIZE = 0.25;

    private static final double LEAST_BY_SIZE = 0.5;

    /** A work explains something from this likeness on. */
    private static final double ALIKE = 0.2;

    /**
     * What of a provider's works is like what the demand asks for.
     *
     * @param words how much the words tell
     * @param about the demand's
     * @param now works must have been delivered before, and before the demand was published
     */
    static SimilarWork of(
            DemandFacts demand, OfferFacts offer, WordWeights words, ConceptVector.Compared about, Instant now) {
        Party provider = offer.party();
        List<Work> works = provider.works().all();
        if (works.isEmpty()) {
            return NONE;
        }
        Instant published = demand.published();
        LocalDate day = (published == null || published.isAfter(now) ? now : published)
                .atZone(ZoneOffset.UTC)
                .toLocalDate();
        Size budget = size(demand.budget());
        double sum = 0;
        double first = 0;
        double second = 0;
        int firstAt = -1;
        int secondAt = -1;
        for (int i = 0; i < works.size(); i++) {
            Work work = works.get(i);
            LocalDate date = work.date();
            if (date != null && date.isAfter(day)) {
                continue;
            }
            double likeness = likeness(demand, work, words, about);
            double counts = likeness * likeness * recency(date, day) * bySize(work.size(), budget);
            if (provider.isCustomer(work.customer(), demand.party().names())) {
                counts *= SAME_BUYER;
            }
            sum += counts;
            if (likeness >= ALIKE && counts > first) {
                second = first;
                secondAt = firstAt;
                first = counts;
                firstAt = i;
            } else if (likeness >= ALIKE && counts > second) {
                second = counts;
                secondAt = i;
            }
        }
        List<Integer> best = firstAt < 0 ? List.of() : secondAt < 0 ? List.of(firstAt) : List.of(firstAt, secondAt);
        return new SimilarWork(sum / (sum + HALF), best);
    }

    private static double likeness(DemandFacts demand, Work work, WordWeights words, ConceptVector.Compared about) {
        double byWords = 0;
        for (Work asked : demand.title().all()) {
            byWords = Math.max(byWords, words.cosine(asked.words(), work.words()));
        }
        return Math.max(byWords, about.nearness(work.about()));
    }

    /** A half after {@value #HALF_LIFE} years. */
    static double recency(@Nullable LocalDate date, LocalDate day) {
        return date == null ? UNDATED : Math.pow(2, -ChronoUnit.DAYS.between(date, day) / DAYS / HALF_LIFE);
    }

    /** 1 where one of both is not known, or in another currency. */
    static double bySize(@Nullable Size paid, @Nullable Size budget) {
        return paid == null || budget == null || !paid.currency().equals(budget.currency())
                ? 1
                : Math.max(LEAST_BY_SIZE, 1 - OTHER_SIZE * Math.abs(paid.power() - budget.power()));
    }

    /** What may be spent on the whole; null where it is not known. */
    private static @Nullable Size size(@Nullable PriceRange budget) {
        if (budget == null
                || budget.unit() != null
                || budget.interval() != null && budget.interval() != PriceRange.Interval.once) {
            return null;
        }
        return Size.of(
                Objects.requireNonNull(budget.max() == null ? budget.min() : budget.max()),
                budget.currency().getCurrencyCode());
    }
}
