package org.shuqiao.contracts.listing;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.value.Expect;
import org.shuqiao.contracts.value.InvalidValue;
import org.shuqiao.contracts.value.OrganizationReference;
import org.shuqiao.contracts.value.Text;

/** What an offer and a demand have in common: an owner, the owner's own id for it, a title, a validity. */
public sealed interface ListingContent permits Offer, Demand {
    /** The owner's own id, unique among its offers or demands; null when it keeps none. */
    @Nullable
    String reference();

    @JsonIgnore
    OrganizationReference owner();

    Text title();

    /** From when it may be shown; null: at once. */
    @Nullable
    Instant validFrom();

    /** From when it has expired; null: the service's default after publication. */
    @Nullable
    Instant validUntil();

    /** {@code texts} as an immutable list of texts of at most 1,000 characters. */
    static List<Text> texts(String field, @Nullable List<Text> texts) {
        List<Text> checked = Expect.list(field, texts);
        for (int i = 0; i < checked.size(); i++) {
            Expect.length(field + "[" + i + "]", checked.get(i), 1_000);
        }
        return checked;
    }

    /** Refuses a validity that ends before it begins. */
    static void validity(@Nullable Instant from, @Nullable Instant until) {
        if (from != null && until != null && !from.isBefore(until)) {
            throw new InvalidValue("validUntil", "an instant after validFrom, " + from, until);
        }
    }
}
