package org.shuqiao.contracts.search;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What came of judging the candidates of a frozen short list once more, from its record alone.
 *
 * @param intact whether the record is the one that was frozen, by its digest
 * @param same whether the same offers stand at the same positions with the same scores
 * @param differences where not, by position
 */
public record ReproductionView(UUID id, boolean intact, boolean same, List<DifferenceView> differences) {
    /**
     * A position at which another offer stands, or the same with another score.
     *
     * @param position from 1
     * @param frozen what stands there; null beyond the end of the frozen list
     * @param now what came out; null beyond the end of what came out
     */
    public record DifferenceView(
            int position,
            @Nullable EntryView frozen,
            @Nullable EntryView now) {}

    /** An offer with its scores in 0..1. */
    public record EntryView(UUID offerId, double score, double buyerScore, double providerScore) {}
}
