package org.shuqiao.contracts.search;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.value.Text;

/**
 * An offer and a demand that fit: scores in 0..1 for the buyer's choosing the offer, for the provider's taking the
 * demand, and for both together, with the reasons of each side.
 */
public record MatchView(
        UUID offerId,
        UUID demandId,
        UUID providerId,
        @Nullable Text providerName,
        UUID buyerId,
        @Nullable Text buyerName,
        Text title,
        double score,
        double buyerScore,
        double providerScore,
        Reasons reasons) {

    /** Why the match is good or bad for each side. */
    public record Reasons(List<ReasonView> buyer, List<ReasonView> provider) {}
}
