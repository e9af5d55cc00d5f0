package org.shuqiao.contracts.listing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.value.Classification;
import org.shuqiao.contracts.value.Country;
import org.shuqiao.contracts.value.Expect;
import org.shuqiao.contracts.value.InvalidValue;
import org.shuqiao.contracts.value.LanguageTag;
import org.shuqiao.contracts.value.OrganizationReference;
import org.shuqiao.contracts.value.PriceRange;
import org.shuqiao.contracts.value.Text;
import org.shuqiao.contracts.value.UnLocode;

/**
 * What a buyer needs. {@code reference} is the buyer's own id for it, unique among its demands. Title up to 300
 * characters, problem 20,000, other texts 5,000. An essential that is not met excludes an offer; a nice-to-have counts
 * in the score. {@code languages} are those the buyer can work in. {@code durationMonths} 1 to 600, {@code
 * mostResponses} 1 to 500.
 */
public record Demand(
        @Nullable String reference,
        OrganizationReference buyer,
        Kind kind,
        Text title,
        Text problem,
        @Nullable Text endUsers,
        @Nullable Text outcome,
        @Nullable Text workDone,
        @Nullable Phase phase,
        @Nullable Area area,
        List<Classification> classification,
        List<Requirement> essentials,
        List<Requirement> niceToHaves,
        @Nullable PriceRange budget,
        @Nullable LocalDate start,
        @Nullable Integer durationMonths,
        @Nullable Place place,
        List<LanguageTag> languages,
        @Nullable Weights weights,
        @Nullable Instant questionsUntil,
        @Nullable Instant responsesUntil,
        @Nullable Boolean sealed,
        @Nullable Integer mostResponses,
        @Nullable DataInvolved dataInvolved,
        @Nullable OrganizationReference referredBy,
        @Nullable Instant validFrom,
        @Nullable Instant validUntil)
        implements ListingContent {

    /** What kind of deal is wanted. */
    public enum Kind {
        purchase,
        licence,
        partnership,
        outsourcing
    }

    /** How far the buyer has come. */
    public enum Phase {
        idea,
        defined,
        pilot,
        replacement,
        expansion
    }

    /** Where the work is wanted; the city's country where both are given. */
    public record Place(Country country, @Nullable UnLocode city) {
        public Place {
            Expect.present("country", country, "a country by ISO 3166-1 alpha-2 such as KZ");
            if (city != null && !city.country().equals(country)) {
                throw new InvalidValue("city", "a place in " + country, city);
            }
        }
    }

    /** What counts in the evaluation, in percent, together 100. */
    public record Weights(int price, int technical, int fit) {
        public Weights {
            if (price < 0 || technical < 0 || fit < 0 || (long) price + technical + fit != 100) {
                throw new InvalidValue("", "three percentages that make 100", price + "+" + technical + "+" + fit);
            }
        }
    }

    /** What data the work touches: personal, sensitive, “important” in the sense of Chinese law, and how much. */
    public record DataInvolved(
            @Nullable Boolean personal,
            @Nullable Boolean sensitive,
            @Nullable Boolean important,
            @Nullable String volume) {
        public DataInvolved {
            volume = Expect.optionalLine("volume", volume, 200);
        }
    }

    public Demand {
        reference = Expect.optionalLine("reference", reference, 200);
        Expect.present("buyer", buyer, "the organization that needs it");
        Expect.present("kind", kind, "purchase, licence, partnership or outsourcing");
        Expect.present("title", title, "a title");
        Expect.length("title", title, 300);
        Expect.present("problem", problem, "the problem to solve");
        Expect.length("endUsers", endUsers, 5_000);
        Expect.length("outcome", outcome, 5_000);
        Expect.length("workDone", workDone, 5_000);
        classification = Expect.list("classification", classification);
        essentials = Expect.list("essentials", essentials);
        niceToHaves = Expect.list("niceToHaves", niceToHaves);
        durationMonths = Expect.range("durationMonths", durationMonths, 1, 600);
        languages = Expect.list("languages", languages);
        mostResponses = Expect.range("mostResponses", mostResponses, 1, 500);
        if (questionsUntil != null && responsesUntil != null && questionsUntil.isAfter(responsesUntil)) {
            throw new InvalidValue("questionsUntil", "not after responsesUntil, " + responsesUntil, questionsUntil);
        }
        for (int i = 0; i < essentials.size(); i++) {
            if (essentials.get(i).kind() == Requirement.Kind.WITHIN_BUDGET && budget == null) {
                throw new InvalidValue("essentials[" + i + "]", "a budget, since it must be kept", null);
            }
        }
        ListingContent.validity(validFrom, validUntil);
    }

    @Override
    public OrganizationReference owner() {
        return buyer;
    }
}
