package org.shuqiao.search.match;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.search.MatchView.PositionView.Reason;
import org.shuqiao.search.exchange.ExchangeRates;
import org.shuqiao.search.fact.DemandFacts;
import org.shuqiao.search.fact.OfferFacts;
import org.shuqiao.search.place.KeptZones;

/**
 * All that a short list of a demand was judged from, and what came out: enough to judge it again without the index.
 *
 * @param judgedAt the instant that deadlines and certificates were judged at
 * @param words how many words were searched for
 * @param rates by which amounts were compared
 * @param zones in which the places were; nothing in records of before they counted
 * @param ranking the weights
 * @param arranging the settings by which it was arranged
 * @param demand what was known of the demand
 * @param candidates all that was judged
 * @param entries the list, best first
 */
public record ListRecord(
        Instant judgedAt,
        int words,
        ExchangeRates rates,
        KeptZones zones,
        Ranking ranking,
        ArrangingSettings arranging,
        DemandFacts demand,
        List<Considered> candidates,
        List<Entry> entries) {
    public ListRecord {
        zones = Objects.requireNonNullElse(zones, KeptZones.NONE);
    }

    /**
     * One that was judged.
     *
     * @param score of its words, as the index gave it
     * @param coverage of what the demand's texts need, as the thesaurus then told
     */
    public record Considered(double score, Coverage coverage, OfferFacts offer) {}

    /**
     * One that stands in the list, with its scores in 0..1.
     *
     * @param byScore where its score alone would put it, from 1
     * @param moved why it stands elsewhere
     * @param alike nearly the same of the same provider, which it stands for
     */
    public record Entry(
            String offer,
            double score,
            double buyerScore,
            double providerScore,
            int byScore,
            @Nullable Reason moved,
            List<String> alike) {
        public Entry {
            alike = alike == null ? List.of() : alike;
        }

        static Entry of(Placed placed) {
            Scoring.Scores scores = placed.judged().scores();
            return new Entry(
                    placed.judged().pair().offer().id(),
                    scores.both(),
                    scores.buyer(),
                    scores.provider(),
                    placed.byScore(),
                    placed.moved(),
                    placed.alike().stream()
                            .map(other -> other.pair().offer().id())
                            .toList());
        }
    }
}
