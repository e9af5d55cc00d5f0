package org.shuqiao.search;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Consumer;
import org.shuqiao.contracts.listing.Demand;
import org.shuqiao.contracts.listing.DemandView;
import org.shuqiao.contracts.listing.ListingStatus;
import org.shuqiao.contracts.listing.Offer;
import org.shuqiao.contracts.listing.OfferView;
import org.shuqiao.contracts.profile.Organization;
import org.shuqiao.contracts.profile.OrganizationView;
import org.shuqiao.contracts.profile.OrganizationView.Verification;
import org.shuqiao.messaging.EventCodec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Offers, demands and organizations that say only what a test needs; the content is given as JSON with ' for ". */
public final class Fixtures {
    private static final JsonMapper JSON = EventCodec.eventMapper();
    private static final Instant PUBLISHED =
            Instant.now().minus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.MILLIS);

    private Fixtures() {}

    public static OfferView offer(UUID id, UUID provider, long version, String language, String title, String summary) {
        return offer(id, provider, version, language, title, summary, "{}");
    }

    public static OfferView offer(
            UUID id, UUID provider, long version, String language, String title, String summary, String more) {
        ObjectNode offer = content(more);
        offer.put("provider", provider.toString());
        offer.set("title", text(language, title));
        offer.set("summary", text(language, summary));
        return offer(id, provider, version, ListingStatus.published, JSON.treeToValue(offer, Offer.class));
    }

    public static OfferView offer(UUID id, UUID provider, long version, ListingStatus status, Offer offer) {
        return new OfferView(
                id,
                provider,
                version,
                status,
                PUBLISHED,
                PUBLISHED,
                PUBLISHED,
                offer.validUntil() == null ? PUBLISHED.plus(365, ChronoUnit.DAYS) : offer.validUntil(),
                offer);
    }

    public static DemandView demand(UUID id, UUID buyer, long version, String language, String title, String problem) {
        return demand(id, buyer, version, language, title, problem, "{}");
    }

    public static DemandView demand(
            UUID id, UUID buyer, long version, String language, String title, String problem, String more) {
        ObjectNode demand = content(more);
        demand.put("buyer", buyer.toString());
        demand.put("kind", "purchase");
        demand.set("title", text(language, title));
        demand.set("problem", text(language, problem));
        Demand content = JSON.treeToValue(demand, Demand.class);
        return new DemandView(
                id,
                buyer,
                version,
                ListingStatus.published,
                PUBLISHED,
                PUBLISHED,
                PUBLISHED,
                PUBLISHED.plus(365, ChronoUnit.DAYS),
                content);
    }

    public static OrganizationView organization(UUID id, long version, String name) {
        return organization(id, version, name, Verification.none, "{}");
    }

    public static OrganizationView organization(
            UUID id, long version, String name, Verification verification, String more) {
        ObjectNode organization = content(more);
        organization.put("legalName", name);
        organization.putArray("roles").add("provider");
        return new OrganizationView(
                id, version, verification, PUBLISHED, PUBLISHED, JSON.treeToValue(organization, Organization.class));
    }

    private static ObjectNode content(String json) {
        return (ObjectNode) JSON.readTree(json.replace('\'', '"'));
    }

    private static ObjectNode text(String language, String value) {
        ObjectNode text = JSON.createObjectNode();
        text.put("original", language);
        text.putObject("values").put(language, value);
        return text;
    }

    /** Runs {@code work} for each of {@code count} new ids. */
    public static void times(int count, Consumer<UUID> work) {
        for (int i = 0; i < count; i++) {
            work.accept(UUID.randomUUID());
        }
    }
}
