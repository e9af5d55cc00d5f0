package org.shuqiao.search.fact;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.profile.OrganizationView.Verification;

/**
 * What counts about the organization behind an offer or a demand, as of a version of its profile.
 *
 * @param version of the organization; 0 when nothing is known of it yet
 * @param country ISO 3166-1 alpha-2
 * @param city UN/LOCODE
 * @param languages primary language tags
 * @param markets countries
 * @param deals how many deliveries its track record has
 * @param lastDeal the date of the latest of them
 */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
public record Party(
        long version,
        @Nullable String country,
        @Nullable String city,
        @Nullable String zone,
        @Nullable Verification verification,
        List<String> languages,
        List<Held> certificates,
        List<String> markets,
        int deals,
        @Nullable LocalDate lastDeal) {
    /** An organization nothing is known of yet. */
    public static final Party UNKNOWN = new Party(0, null, null, null, null, List.of(), List.of(), List.of(), 0, null);

    public Party {
        languages = Lists.orEmpty(languages);
        certificates = Lists.orEmpty(certificates);
        markets = Lists.orEmpty(markets);
    }
}
