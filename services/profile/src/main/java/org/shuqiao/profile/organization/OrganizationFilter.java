package org.shuqiao.profile.organization;

import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.profile.Organization.Role;
import org.shuqiao.contracts.value.Identifier;
import org.shuqiao.contracts.value.UnLocode;

/** Which organizations are asked for; all that is given must hold. */
record OrganizationFilter(
        @Nullable Identifier identifier,
        @Nullable UnLocode city,
        @Nullable String zone,
        @Nullable Role role) {
    static final OrganizationFilter NONE = new OrganizationFilter(null, null, null, null);
}
