package org.shuqiao.contracts.search;

import java.time.Instant;
import java.util.UUID;

/** A saved search with its standing: it alerts of what entered the market after {@code since}. */
public record SavedSearchView(
        UUID id, UUID ownerId, long version, Instant createdAt, Instant updatedAt, Instant since, SavedSearch search) {}
