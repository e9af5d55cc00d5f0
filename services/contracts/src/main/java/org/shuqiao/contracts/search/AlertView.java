package org.shuqiao.contracts.search;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.value.LanguageTag;
import org.shuqiao.contracts.value.Text;

/**
 * A listing that a saved search has met, as it was then.
 *
 * @param ownerId the organization that saved the search
 * @param language of the reader
 * @param delivery how the search wanted to be delivered when the alert was raised
 * @param demandId the demand, where the search is for its matches; {@code score} that of the match
 * @param seenAt when the owner had seen the listing; null before
 */
public record AlertView(
        UUID id,
        UUID searchId,
        String searchName,
        UUID ownerId,
        LanguageTag language,
        Delivery.Mode delivery,
        Instant raisedAt,
        @Nullable Instant seenAt,
        @Nullable UUID demandId,
        @Nullable Double score,
        AlertedListing listing) {

    /** An offer or a demand as an alert shows it. */
    public record AlertedListing(
            UUID id,
            Kind kind,
            long version,
            UUID organizationId,
            @Nullable Text organizationName,
            Text title,
            Text summary) {

        /** Which of both. */
        public enum Kind {
            offer,
            demand
        }
    }
}
