package org.shuqiao.listing.lifecycle;

/** What the outside is told of a listing. Nothing is told of a draft, nor of changes while it is not shown. */
public enum Happening {
    PUBLISHED,
    REVISED,
    PAUSED,
    RESUMED,
    WITHDRAWN,
    EXPIRED
}
