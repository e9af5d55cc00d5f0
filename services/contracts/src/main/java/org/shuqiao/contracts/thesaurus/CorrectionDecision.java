package org.shuqiao.contracts.thesaurus;

import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.value.Expect;

/**
 * Why a group of corrections is accepted or rejected.
 *
 * @param reason up to 2,000 characters
 * @param label what is published where it is not the words as most wrote them: their basic form, or with a qualifier
 */
public record CorrectionDecision(String reason, @Nullable String label) {
    public CorrectionDecision {
        reason = Expect.line("reason", reason, 2_000);
        label = Expect.optionalLine("label", label, Correction.MOST_CHARACTERS);
    }
}
