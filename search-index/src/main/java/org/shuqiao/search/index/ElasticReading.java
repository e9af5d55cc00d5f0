package org.shuqiao.search.index;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads the living indices; by id as of this instant and not as of the last refresh. */
@Component
public class ElasticReading {
    private final ElasticDocuments documents;
    private final Target living;

    ElasticReading(ElasticDocuments documents, Names names) {
        this.documents = documents;
        this.living = names.living();
    }

    /** The offers or demands there are, published or not. */
    public Mono<Map<UUID, ListingDocument>> listings(Kind kind, Collection<UUID> ids) {
        return ElasticErrors.outages(documents.listings(living, kind, ids));
    }

    /** How the offers or demands stand that a search could find, published or not. */
    public Mono<Map<UUID, ListingState>> states(Kind kind, Collection<UUID> ids) {
        return ElasticErrors.outages(documents.states(living, kind, ids));
    }

    /** The ids of those a search can find that were published since, the newest 10,000. */
    public Mono<List<UUID>> publishedSince(Kind kind, Instant instant) {
        return ElasticErrors.outages(documents.publishedSince(living, kind, instant));
    }

    public Mono<Boolean> hasOrganization(UUID id) {
        return ElasticErrors.outages(
                documents.organizations(living, List.of(id.toString())).map(found -> !found.isEmpty()));
    }
}
