package org.shuqiao.access.policy;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.profile.Organization.Role;
import org.shuqiao.contracts.profile.Right;

/**
 * What a caller reaches of a resource with a verb, for the condition in a query: any object when {@code all}; else what is
 * published when {@code published}, what is the account's own when {@code self}, and what belongs to an organization of one
 * of the roles (of any, without roles) in which the account has one of the rights (of none, without rights).
 */
public record Reach(
        boolean all,
        boolean published,
        boolean self,
        @Nullable UUID account,
        Set<Right> rights,
        Set<Role> roles) {
    static final Reach ALL = new Reach(true, false, false, null, Set.of(), Set.of());

    public Reach {
        rights = Set.copyOf(rights);
        roles = Set.copyOf(roles);
    }

    static Reach published(boolean published) {
        return new Reach(false, published, false, null, Set.of(), Set.of());
    }

    /** Whether there is no object that it could be. */
    public boolean isNothing() {
        return !all && !published && !self && rights.isEmpty();
    }

    /** The account as a query may compare it: a number that no account has, where there is none. */
    public UUID accountOrNobody() {
        return account == null ? new UUID(0, 0) : account;
    }

    /** The rights as an array of text. */
    public String[] rightNames() {
        return rights.stream().map(Right::name).sorted().toArray(String[]::new);
    }
}
