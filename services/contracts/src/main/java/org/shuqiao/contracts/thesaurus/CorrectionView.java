package org.shuqiao.contracts.thesaurus;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.value.LanguageTag;

/**
 * A correction that is kept until an operator decides on it.
 *
 * @param organization the author
 * @param language primary tag
 */
public record CorrectionView(
        UUID id,
        UUID organization,
        LanguageTag language,
        String words,
        String concept,
        Correction.Kind kind,
        @Nullable String context,
        Instant createdAt) {}
