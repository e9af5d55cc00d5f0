package org.shuqiao.search.alert;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shuqiao.search.index.Kind;

/**
 * A listing that is to be matched.
 *
 * @param version the least its document must have
 * @param organizationVersion the least its document must know of the organization behind it
 * @param enteredAt when it was first matched; null when it never was
 * @param toldAt when its last event came; {@code attempts} how often it was looked for in vain since
 */
record Due(
        UUID id,
        Kind kind,
        long version,
        long organizationVersion,
        @Nullable Instant enteredAt,
        Instant toldAt,
        int attempts) {}
