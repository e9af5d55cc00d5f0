package org.shuqiao.listing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.listing.Offer;
import org.shuqiao.contracts.value.OrganizationReference;
import org.shuqiao.contracts.value.Text;

/** Offers and demands that say only what matters to a test. */
public final class Fixtures {
    /** A provider that the peer of the profile service knows. */
    public static final String PROVIDER = "TEST:provider";

    /** A buyer that the peer of the profile service knows. */
    public static final String BUYER = "TEST:buyer";

    private Fixtures() {}

    public static Offer offer(String reference, @Nullable Instant validUntil) {
        return new Offer(
                reference,
                new OrganizationReference(PROVIDER),
                Text.of("title of " + reference),
                Text.of("summary"),
                List.of(),
                List.of(),
                null,
                null,
                List.of(),
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                validUntil);
    }

    /** A line of an import. */
    public static String offerLine(String reference, String title) {
        return "{\"reference\":\"%s\",\"provider\":\"%s\",\"title\":\"%s\",\"summary\":\"s\"}\n"
                .formatted(reference, PROVIDER, title);
    }

    /** The body of a draft. */
    public static String offerBody(String reference) {
        return offerLine(reference, "title of " + reference);
    }

    /** The body of a demand. */
    public static String demandBody(String reference) {
        return "{\"reference\":\"%s\",\"buyer\":\"%s\",\"kind\":\"purchase\",\"title\":\"t\",\"problem\":\"p\"}\n"
                .formatted(reference, BUYER);
    }

    /** A word that no other test uses. */
    public static String word() {
        return "w" + UUID.randomUUID().toString().replace("-", "");
    }
}
