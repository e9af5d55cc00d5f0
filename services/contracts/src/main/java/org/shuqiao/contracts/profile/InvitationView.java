package org.shuqiao.contracts.profile;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An invitation that waits for an answer.
 *
 * @param secret by which it is accepted; in the answer to the request that made it, and never again
 * @param by the id of the account or client that invites; null where nobody is known
 */
public record InvitationView(
        UUID id,
        UUID organization,
        String email,
        List<Right> rights,
        Instant createdAt,
        Instant expiresAt,
        @Nullable String by,
        @Nullable String secret) {
    public InvitationView withSecret(String shown) {
        return new InvitationView(id, organization, email, rights, createdAt, expiresAt, by, shown);
    }

    /** The secret is in no text. */
    @Override
    public String toString() {
        return "InvitationView[id=" + id + ", organization=" + organization + ", rights=" + rights + "]";
    }
}
