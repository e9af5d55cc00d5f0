package org.shuqiao.contracts.search;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.value.Expect;

/** The offers or demands a saved search has shown its owner, at most 100; null: all it was alerted of so far. */
public record SeenListings(@Nullable List<UUID> listings) {
    public SeenListings {
        listings = listings == null ? null : Expect.list("listings", listings);
    }
}
