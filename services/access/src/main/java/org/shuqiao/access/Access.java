package org.shuqiao.access;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shuqiao.access.policy.Reach;

/**
 * Who asks and what it reaches by the rule of the endpoint; a parameter of methods that answer requests.
 *
 * @param reach for the condition in the query
 */
public record Access(Caller caller, Reach reach) {
    /** The id of the account that asks; null for anybody else. */
    public @Nullable UUID account() {
        return caller instanceof Caller.Account account ? account.id() : null;
    }

    /** The id of the account or client that asks, to be noted; null for anybody else. */
    public @Nullable String subject() {
        return switch (caller) {
            case Caller.Account account -> account.id().toString();
            case Caller.Client client -> client.id();
            case Caller.Guest _, Caller.Unchecked _ -> null;
        };
    }
}
