package org.shuqiao.contracts.profile;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A member of an organization: an account and what it may do for it.
 *
 * @param since when it joined, last
 * @param by the id of the account or client that let it in or changed its rights last; null where nobody is known
 * @param version rises with each change
 */
public record MemberView(
        UUID account,
        UUID organization,
        List<Right> rights,
        Instant since,
        @Nullable String by,
        long version) {}
