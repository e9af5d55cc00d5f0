package org.shuqiao.search.match;

import java.time.Instant;
import java.util.UUID;
import org.shuqiao.search.exchange.ExchangeRates;
import org.shuqiao.search.fact.DemandFacts;
import org.shuqiao.search.fact.OfferFacts;
import org.shuqiao.search.place.TimeZones;

/**
 * A demand and an offer under judgement.
 *
 * @param similarity of their words, 0..1
 * @param nearness of what they are about, 0..1
 * @param coverage of what the demand's texts need by what the offer's name
 * @param work what the provider has delivered that is like it
 * @param rates by which amounts are compared
 * @param zones in which the places are
 * @param now the instant that deadlines and certificates are judged at
 */
record Pair(
        DemandFacts demand,
        OfferFacts offer,
        double similarity,
        double nearness,
        Coverage coverage,
        SimilarWork work,
        ExchangeRates rates,
        TimeZones zones,
        Instant now) {
    UUID demandId() {
        return UUID.fromString(demand.id());
    }

    UUID offerId() {
        return UUID.fromString(offer.id());
    }
}
