package org.shuqiao.contracts.listing;

/** Where an offer or a demand stands in its life. */
public enum ListingStatus {
    draft,
    published,
    paused,
    withdrawn,
    expired
}
