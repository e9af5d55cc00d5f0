package org.shuqiao.contracts.thesaurus;

import org.shuqiao.contracts.value.Expect;

/** What an operator proposes to add to the thesaurus, and why; the reason up to 2,000 characters. */
public record AdditionProposal(String reason, ConceptAddition addition) {
    public AdditionProposal {
        reason = Expect.line("reason", reason, 2_000);
        Expect.present("addition", addition, "what is to be added");
    }
}
