package org.shuqiao.search.saved;

import java.util.UUID;
import org.shuqiao.contracts.search.SavedSearch;
import org.shuqiao.search.index.ElasticReading;
import org.shuqiao.search.index.Kind;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Notes for a search that begins what its owner can find already, though it has not been matched yet: between a listing's
 * coming to the index and its being matched lie milliseconds, or an outage of PostgreSQL.
 */
@Component
class NotingWhatIsThere {
    private final ElasticReading reading;
    private final PostgresSavedSearches searches;
    private final SavedSettings settings;

    NotingWhatIsThere(ElasticReading reading, PostgresSavedSearches searches, SavedSettings settings) {
        this.reading = reading;
        this.searches = searches;
        this.settings = settings;
    }

    /** Call it in the transaction that saves the search, once it is written. */
    Mono<Void> note(UUID id, SavedSearch search, PostgresSavedSearches.Revision revision) {
        Kind kind = search.kind() == SavedSearch.Kind.demands ? Kind.DEMANDS : Kind.OFFERS;
        return reading.publishedSince(kind, revision.since().minus(settings.arrival()))
                .flatMap(listings -> searches.there(id, listings));
    }
}
