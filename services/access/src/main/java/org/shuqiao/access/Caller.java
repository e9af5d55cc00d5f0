package org.shuqiao.access;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.shuqiao.contracts.profile.Membership;
import org.shuqiao.contracts.profile.Organization.Role;
import org.shuqiao.contracts.profile.Right;

/** Who asks; known from a token that was checked, never from anything else that a request says. */
public sealed interface Caller {
    /** Whether it may what the operator of the market may. */
    default boolean operates() {
        return false;
    }

    /** Nobody is signed in. */
    record Guest() implements Caller {}

    /**
     * A person who is signed in.
     *
     * @param client the id of the program it uses
     * @param named whether the settings name it as an operator
     */
    record Account(UUID id, String client, List<Membership> memberships, boolean named) implements Caller {
        /** What a member of an operating organization needs to act for it. */
        private static final Set<Right> ACTING = Set.of(Right.owner, Right.editor);

        public Account {
            memberships = List.copyOf(memberships);
        }

        @Override
        public boolean operates() {
            return named
                    || memberships.stream()
                            .anyMatch(membership -> membership.roles().contains(Role.operator)
                                    && membership.rights().stream().anyMatch(ACTING::contains));
        }
    }

    /** A program with credentials of its own. */
    record Client(String id, Set<String> scopes, boolean named) implements Caller {
        public Client {
            scopes = Set.copyOf(scopes);
        }

        @Override
        public boolean operates() {
            return named;
        }
    }

    /** Anybody, while nothing is checked because the settings say so; may everything. */
    record Unchecked() implements Caller {
        @Override
        public boolean operates() {
            return true;
        }
    }
}
