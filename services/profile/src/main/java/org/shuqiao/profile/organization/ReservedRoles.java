package org.shuqiao.profile.organization;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shuqiao.access.Caller;
import org.shuqiao.access.policy.Policy;
import org.shuqiao.access.policy.Rule;
import org.shuqiao.access.policy.Verb;
import org.shuqiao.contracts.profile.Organization.Role;
import org.springframework.stereotype.Component;

/** Anybody may sell and buy; what else an organization may be is given to it. */
@Component
class ReservedRoles {
    private static final Set<Role> FREE = EnumSet.of(Role.provider, Role.buyer);

    private final Rule granting;

    ReservedRoles(Policy policy) {
        this.granting = policy.rule("reserved role", Verb.GRANT);
    }

    /** The names of the reserved ones of {@code these} that are not among {@code those}. */
    static List<String> among(List<Role> these, List<Role> those) {
        return these.stream()
                .filter(role -> !FREE.contains(role) && !those.contains(role))
                .map(Role::name)
                .toList();
    }

    /** The first role the caller may not give: a reserved one that the organization does not have. */
    Optional<Role> refused(List<Role> has, List<Role> wanted, Caller caller) {
        if (granting.reach(caller).all()) {
            return Optional.empty();
        }
        return wanted.stream()
                .filter(role -> !FREE.contains(role) && !has.contains(role))
                .findFirst();
    }
}
