package org.shuqiao.contracts.thesaurus;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A proposal with its standing.
 *
 * @param reason of the proposal
 * @param rejection why it was rejected; null unless it was
 * @param thesaurusVersion the version of the thesaurus it made; null unless it was published
 */
public record ProposalView(
        UUID id,
        long version,
        ProposalStatus status,
        Instant createdAt,
        Instant updatedAt,
        String reason,
        @Nullable String rejection,
        @Nullable Long thesaurusVersion,
        ConceptAddition addition) {}
