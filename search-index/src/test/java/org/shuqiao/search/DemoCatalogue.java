package org.shuqiao.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shuqiao.contracts.listing.Demand;
import org.shuqiao.contracts.listing.DemandView;
import org.shuqiao.contracts.listing.ListingStatus;
import org.shuqiao.contracts.listing.Offer;
import org.shuqiao.contracts.listing.OfferView;
import org.shuqiao.contracts.profile.Organization;
import org.shuqiao.contracts.profile.OrganizationView;
import org.shuqiao.contracts.profile.OrganizationView.Verification;
import org.shuqiao.messaging.EventCodec;
import org.shuqiao.testkit.TestServers;
import tools.jackson.databind.json.JsonMapper;

/** The demo catalogue as the services would give it, published an hour ago; ids are made of its references. */
public final class DemoCatalogue {
    private static final JsonMapper JSON = EventCodec.eventMapper();
    private static final Instant PUBLISHED =
            Instant.now().minus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.MILLIS);

    private DemoCatalogue() {}

    public static List<OrganizationView> organizations() {
        List<OrganizationView> views = new ArrayList<>();
        for (String line : lines("organizations")) {
            Organization organization = JSON.readValue(line, Organization.class);
            String reference = organization.identifiers().getFirst().toString();
            Verification verification = Verification.values()[views.size() % Verification.values().length];
            views.add(new OrganizationView(id(reference), 1, verification, PUBLISHED, PUBLISHED, organization));
        }
        return views;
    }

    public static List<OfferView> offers() {
        List<OfferView> views = new ArrayList<>();
        for (String line : lines("offers")) {
            Offer offer = JSON.readValue(line, Offer.class);
            views.add(Fixtures.offer(
                    id(String.valueOf(offer.reference())),
                    id(offer.provider().value()),
                    1,
                    ListingStatus.published,
                    offer));
        }
        return views;
    }

    public static List<DemandView> demands() {
        List<DemandView> views = new ArrayList<>();
        for (String line : lines("demands")) {
            Demand demand = JSON.readValue(line, Demand.class);
            views.add(new DemandView(
                    id(String.valueOf(demand.reference())),
                    id(demand.buyer().value()),
                    1,
                    ListingStatus.published,
                    PUBLISHED,
                    PUBLISHED,
                    PUBLISHED,
                    PUBLISHED.plus(365, ChronoUnit.DAYS),
                    demand));
        }
        return views;
    }

    /** Every text of an offer by its language. */
    public static Map<String, String> texts(OfferView view) {
        Map<String, String> texts = new LinkedHashMap<>();
        view.offer()
                .title()
                .values()
                .forEach((tag, text) -> texts.merge(tag.value(), text.value(), (a, b) -> a + " " + b));
        view.offer()
                .summary()
                .values()
                .forEach((tag, text) -> texts.merge(tag.value(), text.value(), (a, b) -> a + " " + b));
        return texts;
    }

    private static UUID id(String reference) {
        return UUID.nameUUIDFromBytes(reference.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> lines(String file) {
        try {
            return Files.readAllLines(TestServers.root().resolve("deploy/demo/" + file + ".jsonl"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
