package org.shuqiao.contracts.listing;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.value.Classification;
import org.shuqiao.contracts.value.Country;
import org.shuqiao.contracts.value.Expect;
import org.shuqiao.contracts.value.InvalidValue;
import org.shuqiao.contracts.value.LanguageTag;
import org.shuqiao.contracts.value.OrganizationReference;
import org.shuqiao.contracts.value.PriceRange;
import org.shuqiao.contracts.value.Standard;
import org.shuqiao.contracts.value.Text;

/**
 * What a provider says of something it supplies. {@code reference} is the provider's own id for it, unique among its
 * offers. Title up to 300 characters, summary 20,000, each feature, benefit and reference text 1,000. {@code languages}
 * are those it serves customers in, {@code dataLocations} where data is stored and processed; markets are countries. An
 * empty list says nothing; it does not say "none". {@code leadTimeDays}, 0 to 730, are the calendar days between order
 * and begin.
 */
public record Offer(
        @Nullable String reference,
        OrganizationReference provider,
        Text title,
        Text summary,
        List<Text> features,
        List<Text> benefits,
        @Nullable Area area,
        @Nullable DeliveryModel deliveryModel,
        List<Classification> classification,
        @Nullable PriceRange price,
        @Nullable Boolean freeTrial,
        @Nullable Integer leadTimeDays,
        List<LanguageTag> languages,
        List<SupportLevel> supportLevels,
        List<Country> dataLocations,
        List<String> exportFormats,
        List<Standard> standards,
        List<Country> targetMarkets,
        List<Country> excludedMarkets,
        List<Partnership> partnershipSought,
        List<Text> references,
        @Nullable Boolean digitallyOrdered,
        @Nullable Boolean digitallyDelivered,
        @Nullable Instant validFrom,
        @Nullable Instant validUntil)
        implements ListingContent {

    public Offer {
        reference = Expect.optionalLine("reference", reference, 200);
        Expect.present("provider", provider, "the organization that supplies it");
        Expect.present("title", title, "a title");
        Expect.length("title", title, 300);
        Expect.present("summary", summary, "a summary");
        features = ListingContent.texts("features", features);
        benefits = ListingContent.texts("benefits", benefits);
        classification = Expect.list("classification", classification);
        leadTimeDays = Expect.range("leadTimeDays", leadTimeDays, 0, 730);
        languages = Expect.list("languages", languages);
        supportLevels = Expect.list("supportLevels", supportLevels);
        dataLocations = Expect.list("dataLocations", dataLocations);
        exportFormats = Expect.list("exportFormats", exportFormats);
        for (int i = 0; i < exportFormats.size(); i++) {
            Expect.line("exportFormats[" + i + "]", exportFormats.get(i), 60);
        }
        standards = Expect.list("standards", standards);
        targetMarkets = Expect.list("targetMarkets", targetMarkets);
        excludedMarkets = Expect.list("excludedMarkets", excludedMarkets);
        for (Country market : excludedMarkets) {
            if (targetMarkets.contains(market)) {
                throw new InvalidValue("excludedMarkets", "no market that is also a target market", market);
            }
        }
        partnershipSought = Expect.list("partnershipSought", partnershipSought);
        references = ListingContent.texts("references", references);
        ListingContent.validity(validFrom, validUntil);
    }

    @Override
    public OrganizationReference owner() {
        return provider;
    }
}
