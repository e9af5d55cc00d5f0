package org.shuqiao.contracts.thesaurus;

import org.shuqiao.contracts.value.Expect;

/** Why a proposal is rejected, up to 2,000 characters. */
public record ProposalRejection(String reason) {
    public ProposalRejection {
        reason = Expect.line("reason", reason, 2_000);
    }
}
