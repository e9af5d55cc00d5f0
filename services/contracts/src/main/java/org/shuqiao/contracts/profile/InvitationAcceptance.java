package org.shuqiao.contracts.profile;

import org.shuqiao.contracts.value.Expect;

/** What shows that an invitation came to who accepts it. */
public record InvitationAcceptance(String secret) {
    public InvitationAcceptance {
        secret = Expect.line("secret", secret, 100);
    }

    /** The secret is in no text. */
    @Override
    public String toString() {
        return "InvitationAcceptance[]";
    }
}
