package org.shuqiao.search.alert;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.search.SavedSearch;
import org.shuqiao.contracts.search.SavedSearchView;
import org.shuqiao.search.index.ElasticReading;
import org.shuqiao.search.index.Kind;
import org.shuqiao.search.saved.PostgresSavedSearches;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * An owner has been shown listings, by an alert or by running the search itself: it is not alerted of them any more. Ids
 * that the index does not know are passed over.
 */
@Component
class MarkingSeen {
    private final PostgresSavedSearches searches;
    private final PostgresAlerts alerts;
    private final ElasticReading reading;

    MarkingSeen(PostgresSavedSearches searches, PostgresAlerts alerts, ElasticReading reading) {
        this.searches = searches;
        this.alerts = alerts;
        this.reading = reading;
    }

    /**
     * False when there is no such search.
     *
     * @param listings null: all it was alerted of
     */
    Mono<Boolean> mark(UUID search, @Nullable List<UUID> listings) {
        return searches.find(search)
                .flatMap(view -> (listings == null ? alerts.seenAll(search) : seen(view, listings)).thenReturn(true))
                .defaultIfEmpty(false);
    }

    private Mono<Void> seen(SavedSearchView search, List<UUID> listings) {
        Kind kind = search.search().kind() == SavedSearch.Kind.demands ? Kind.DEMANDS : Kind.OFFERS;
        Set<UUID> each = new TreeSet<>(listings);
        return reading.listings(kind, each)
                .flatMap(found -> found.isEmpty() ? Mono.empty() : alerts.seen(search.id(), found.keySet()));
    }
}
