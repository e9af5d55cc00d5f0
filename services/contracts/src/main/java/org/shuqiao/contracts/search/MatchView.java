package org.shuqiao.contracts.search;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.value.Text;

/**
 * An offer and a demand that fit: scores in 0..1 for the buyer's choosing the offer, for the provider's taking the
 * demand, and for both together, with the reasons of each side.
 *
 * @param position why it stands where it does, where that is not its score
 * @param alike others of the same organization that are nearly the same and do not stand in the list themselves
 * @param missing what is not known of this match and would change it most
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
        Reasons reasons,
        @Nullable PositionView position,
        @Nullable AlikeView alike,
        @Nullable MissingView missing) {

    /** Why the match is good or bad for each side. */
    public record Reasons(List<ReasonView> buyer, List<ReasonView> provider) {}

    /**
     * Why a match does not stand where its score would put it.
     *
     * @param byScore where that would be, from 1
     * @param message in the reader's language
     */
    public record PositionView(Reason reason, int byScore, String message) {
        /** What moved it. */
        public enum Reason {
            /** A place kept for providers who are new and have no track record yet. */
            newProvider,
            /** Others come first, since better ones of the same provider stand above. */
            sameProvider
        }
    }

    /** How many more there are that are nearly the same, and their ids, best first. */
    public record AlikeView(int count, List<UUID> ids) {}

    /**
     * The one fact for each side, among those that count for it and are not known, that would raise the score for both
     * together most if it were known and as wished; null where there is none.
     */
    public record MissingView(
            @Nullable MissingFactView buyer, @Nullable MissingFactView provider) {}

    /**
     * A fact that is not known.
     *
     * @param feature the reason it would settle
     * @param by who can supply it
     * @param gain how much the score for both together would rise at most
     * @param message what is not known, in the reader's language
     */
    public record MissingFactView(String feature, Side by, double gain, String message) {}

    /** A side of a match. */
    public enum Side {
        buyer,
        provider
    }
}
