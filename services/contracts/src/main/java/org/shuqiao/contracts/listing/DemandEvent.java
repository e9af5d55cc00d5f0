package org.shuqiao.contracts.listing;

import org.shuqiao.contracts.event.Event;

/** What is said about demands on the topic {@code listing.demand}. */
public sealed interface DemandEvent extends Event
        permits DemandPublishedV1,
                DemandRevisedV1,
                DemandPausedV1,
                DemandResumedV1,
                DemandWithdrawnV1,
                DemandExpiredV1 {}
