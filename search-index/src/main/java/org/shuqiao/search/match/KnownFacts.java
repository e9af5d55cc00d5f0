package org.shuqiao.search.match;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.shuqiao.search.fact.DemandFacts;
import org.shuqiao.search.fact.FactsCodec;
import org.shuqiao.search.fact.ListingFacts;
import org.shuqiao.search.fact.OfferFacts;
import org.shuqiao.search.index.Kind;
import org.springframework.stereotype.Component;

/**
 * Facts as read from the index, each text of them decoded once: a list is computed anew whenever the index changes, from
 * candidates of which hardly any has. Found by the whole text, what is kept cannot be out of date.
 */
@Component
class KnownFacts {
    /** Decoded, facts take about this many bytes for each character, the text itself included. */
    private static final int BYTES_PER_CHARACTER = 4;

    private final Cache<String, OfferFacts> offers;
    private final Cache<String, DemandFacts> demands;

    KnownFacts(MatchSettings settings) {
        this.offers = cache(settings.factsKept().toBytes());
        this.demands = cache(settings.factsKept().toBytes());
    }

    /** What {@code encoded} says, as {@link FactsCodec} wrote it. */
    ListingFacts of(Kind kind, String encoded) {
        return kind == Kind.OFFERS ? offers.get(encoded, FactsCodec::offer) : demands.get(encoded, FactsCodec::demand);
    }

    private static <T> Cache<String, T> cache(long bytes) {
        return Caffeine.newBuilder()
                .maximumWeight(bytes)
                .weigher((String encoded, T facts) -> encoded.length() * BYTES_PER_CHARACTER)
                .build();
    }
}
