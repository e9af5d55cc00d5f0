package org.shuqiao.search.index;

import org.shuqiao.contracts.listing.DemandEvent;
import org.shuqiao.contracts.listing.DemandExpiredV1;
import org.shuqiao.contracts.listing.DemandPausedV1;
import org.shuqiao.contracts.listing.DemandPublishedV1;
import org.shuqiao.contracts.listing.DemandResumedV1;
import org.shuqiao.contracts.listing.DemandRevisedV1;
import org.shuqiao.contracts.listing.DemandWithdrawnV1;
import org.shuqiao.contracts.listing.ListingStatus;
import org.shuqiao.contracts.listing.OfferEvent;
import org.shuqiao.contracts.listing.OfferExpiredV1;
import org.shuqiao.contracts.listing.OfferPausedV1;
import org.shuqiao.contracts.listing.OfferPublishedV1;
import org.shuqiao.contracts.listing.OfferResumedV1;
import org.shuqiao.contracts.listing.OfferRevisedV1;
import org.shuqiao.contracts.listing.OfferWithdrawnV1;
import org.shuqiao.search.index.Indexing.Change;

/** What an event means for the index. */
public final class Changes {
    private Changes() {}

    public static Change of(OfferEvent event) {
        return switch (event) {
            case OfferPublishedV1 e -> new Change.State(e.offer());
            case OfferRevisedV1 e -> new Change.State(e.offer());
            case OfferResumedV1 e -> new Change.State(e.offer());
            case OfferPausedV1 e -> new Change.Closed(e.aggregateId(), e.version(), ListingStatus.paused);
            case OfferWithdrawnV1 e -> new Change.Closed(e.aggregateId(), e.version(), ListingStatus.withdrawn);
            case OfferExpiredV1 e -> new Change.Closed(e.aggregateId(), e.version(), ListingStatus.expired);
        };
    }

    public static Change of(DemandEvent event) {
        return switch (event) {
            case DemandPublishedV1 e -> new Change.State(e.demand());
            case DemandRevisedV1 e -> new Change.State(e.demand());
            case DemandResumedV1 e -> new Change.State(e.demand());
            case DemandPausedV1 e -> new Change.Closed(e.aggregateId(), e.version(), ListingStatus.paused);
            case DemandWithdrawnV1 e -> new Change.Closed(e.aggregateId(), e.version(), ListingStatus.withdrawn);
            case DemandExpiredV1 e -> new Change.Closed(e.aggregateId(), e.version(), ListingStatus.expired);
        };
    }
}
