package org.shuqiao.listing.owner;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.shuqiao.contracts.profile.Organization.Role;
import org.shuqiao.contracts.profile.OrganizationView;
import org.shuqiao.contracts.value.Identifier;

/** What this service needs to know of an organization, as of one of its versions. */
record KnownOrganization(UUID id, long version, Set<Role> roles, List<Identifier> identifiers) {
    KnownOrganization {
        roles = Set.copyOf(roles);
        identifiers = List.copyOf(identifiers);
    }

    static KnownOrganization of(OrganizationView view) {
        return new KnownOrganization(
                view.id(),
                view.version(),
                Set.copyOf(view.organization().roles()),
                view.organization().identifiers());
    }
}
