package org.shuqiao.contracts.listing;

import org.shuqiao.contracts.event.Event;

/** What is said about offers on the topic {@code listing.offer}. */
public sealed interface OfferEvent extends Event
        permits OfferPublishedV1, OfferRevisedV1, OfferPausedV1, OfferResumedV1, OfferWithdrawnV1, OfferExpiredV1 {}
