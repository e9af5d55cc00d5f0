package org.shuqiao.contracts.thesaurus;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.value.LanguageTag;

/**
 * All corrections that say the same: of words that are alike but for their endings, in one language, about one concept.
 *
 * @param language primary tag
 * @param words as most organizations wrote them
 * @param written all ways in which they were written, the commonest first; at most 5
 * @param organizations how many organizations say so, each counted once
 * @param oldest when the first of them said so; {@code newest} when the last did
 * @param contexts of the newest corrections, at most 5
 * @param reason of the decision; null while there is none
 * @param proposal what it was published by; null unless it was accepted
 */
public record CorrectionGroupView(
        UUID id,
        long version,
        Status status,
        LanguageTag language,
        String concept,
        Correction.Kind kind,
        String words,
        List<String> written,
        int organizations,
        Instant oldest,
        Instant newest,
        List<String> contexts,
        @Nullable String reason,
        @Nullable UUID proposal) {

    /** Where it stands. What was rejected may still be accepted. */
    public enum Status {
        open,
        accepted,
        rejected
    }
}
