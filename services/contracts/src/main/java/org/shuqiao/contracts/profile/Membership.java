package org.shuqiao.contracts.profile;

import java.util.List;
import java.util.UUID;
import org.shuqiao.contracts.profile.Organization.Role;
import org.shuqiao.contracts.value.Expect;

/**
 * An account's place in an organization: what the organization is, and what the account may do for it; nothing about the
 * person. Without rights it is no member any more.
 */
public record Membership(UUID account, UUID organization, List<Role> roles, List<Right> rights) {
    public Membership {
        Expect.present("account", account, "the id of an account");
        Expect.present("organization", organization, "the id of an organization");
        roles = Expect.list("roles", roles);
        rights = Expect.list("rights", rights);
    }
}
