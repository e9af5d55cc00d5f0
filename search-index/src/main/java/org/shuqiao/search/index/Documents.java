package org.shuqiao.search.index;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mapstruct.factory.Mappers;
import org.shuqiao.contracts.listing.Area;
import org.shuqiao.contracts.listing.Demand;
import org.shuqiao.contracts.listing.DemandView;
import org.shuqiao.contracts.listing.ListingStatus;
import org.shuqiao.contracts.listing.ListingView;
import org.shuqiao.contracts.listing.Offer;
import org.shuqiao.contracts.listing.OfferView;
import org.shuqiao.contracts.listing.Requirement;
import org.shuqiao.contracts.profile.OrganizationView;
import org.shuqiao.contracts.value.PriceRange;
import org.shuqiao.contracts.value.Text;
import org.shuqiao.search.concept.Interpreting;
import org.shuqiao.search.concept.LivingThesaurus;
import org.shuqiao.search.concept.TopicRecognition;
import org.shuqiao.search.fact.DemandFacts;
import org.shuqiao.search.fact.FactsCodec;
import org.shuqiao.search.fact.Held;
import org.shuqiao.search.fact.ListingFacts;
import org.shuqiao.search.fact.OfferFacts;
import org.shuqiao.search.fact.Party;
import org.shuqiao.search.text.FieldTexts;
import org.shuqiao.search.text.LanguageDetection;
import org.shuqiao.search.text.TieBreak;
import org.shuqiao.thesaurus.ConceptVector;
import org.springframework.stereotype.Component;

/** Makes the documents of the index: a pure function of a view and the state of the organization behind it. */
@Component
class Documents {
    private static final FactsMapper FACTS = Mappers.getMapper(FactsMapper.class);

    private final LanguageDetection detection;
    private final TopicRecognition recognition;
    private final Interpreting interpreting;
    private final LivingThesaurus thesaurus;

    Documents(
            LanguageDetection detection,
            TopicRecognition recognition,
            Interpreting interpreting,
            LivingThesaurus thesaurus) {
        this.detection = detection;
        this.recognition = recognition;
        this.interpreting = interpreting;
        this.thesaurus = thesaurus;
    }

    OrganizationDocument organization(OrganizationView view) {
        Text trade = view.organization().tradeName();
        return new OrganizationDocument(
                view.version(),
                FACTS.party(view),
                trade == null ? view.organization().legalName() : trade);
    }

    /** The document of an offer or demand; a tombstone unless it is published. */
    ListingDocument listing(ListingView view, @Nullable OrganizationDocument organization) {
        if (view.status() != ListingStatus.published) {
            return closed(view.id(), view.version(), view.status());
        }
        Party party = organization == null ? Party.UNKNOWN : organization.party();
        Text name = organization == null ? null : organization.name();
        return switch (view) {
            case OfferView offer -> offer(offer, party, name);
            case DemandView demand -> demand(demand, party, name);
        };
    }

    ListingDocument closed(UUID id, long version, ListingStatus status) {
        return new ListingDocument(
                version,
                status,
                null,
                TieBreak.of(id.toString()),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** The same document with another state of its organization. */
    ListingDocument withOrganization(Kind kind, ListingDocument document, OrganizationDocument organization) {
        String encoded = document.facts();
        Shown shown = document.shown();
        if (encoded == null || shown == null) {
            return document;
        }
        ListingFacts old = kind == Kind.OFFERS ? FactsCodec.offer(encoded) : FactsCodec.demand(encoded);
        ListingFacts facts = old.withParty(organization.party());
        return located(document, facts, shown.withName(organization.name()));
    }

    private ListingDocument offer(OfferView view, Party party, @Nullable Text name) {
        Offer offer = view.offer();
        List<Text> others = new ArrayList<>();
        others.add(offer.summary());
        others.addAll(offer.features());
        others.addAll(offer.benefits());
        others.addAll(offer.references());
        FieldTexts texts = FieldTexts.of(detection, offer.title(), others);
        List<String> concepts = recognition.of(texts);
        ConceptVector about = interpreting.of(texts, party.names());
        OfferFacts facts = FACTS.offer(view, texts.writtenIn(), texts.languages(), about, party);
        ListingDocument document = new ListingDocument(
                view.version(),
                view.status(),
                facts.provider(),
                TieBreak.of(facts.id()),
                null,
                texts.title(),
                texts.text(),
                texts.any(),
                null,
                areaName(offer.area()),
                offer.deliveryModel() == null ? null : List.of(Requirement.wireName(offer.deliveryModel())),
                facts.classification(),
                concepts,
                thesaurus.nearness().broaderThan(concepts),
                List.copyOf(interpreting.aspects(about).weights().keySet()),
                facts.languages(),
                texts.writtenIn(),
                facts.standards().stream().map(Held::normalized).distinct().toList(),
                facts.dataLocations(),
                facts.targetMarkets(),
                facts.excludedMarkets(),
                null,
                null,
                null,
                null,
                null,
                currency(offer.price()),
                from(offer.price()),
                to(offer.price()),
                view.publishedAt(),
                offer.validFrom(),
                view.expiresAt(),
                null,
                null);
        return located(document, facts, new Shown(offer.title(), offer.summary(), name));
    }

    private ListingDocument demand(DemandView view, Party party, @Nullable Text name) {
        Demand demand = view.demand();
        List<@Nullable Text> others = new ArrayList<>();
        others.add(demand.problem());
        others.add(demand.outcome());
        others.add(demand.endUsers());
        others.add(demand.workDone());
        List<Requirement> asked = new ArrayList<>(demand.essentials());
        asked.addAll(demand.niceToHaves());
        asked.forEach(requirement -> others.add(requirement.text()));
        FieldTexts texts = FieldTexts.of(detection, demand.title(), others);
        List<String> concepts = recognition.of(texts);
        ConceptVector about = interpreting.of(texts, party.names());
        DemandFacts facts = FACTS.demand(view, texts.writtenIn(), texts.languages(), about, party);
        ListingDocument document = new ListingDocument(
                view.version(),
                view.status(),
                facts.buyer(),
                TieBreak.of(facts.id()),
                facts.kind().name(),
                texts.title(),
                texts.text(),
                texts.any(),
                null,
                areaName(demand.area()),
                values(asked, Requirement.Kind.DELIVERY_MODEL),
                facts.classification(),
                concepts,
                thesaurus.nearness().broaderThan(concepts),
                List.copyOf(interpreting.aspects(about).weights().keySet()),
                facts.languages(),
                texts.writtenIn(),
                values(asked, Requirement.Kind.STANDARD).stream()
                        .map(org.shuqiao.understanding.standard.StandardName::normalized)
                        .distinct()
                        .toList(),
                values(asked, Requirement.Kind.DATA_LOCATION),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                currency(demand.budget()),
                from(demand.budget()),
                to(demand.budget()),
                view.publishedAt(),
                demand.validFrom(),
                view.expiresAt(),
                null,
                null);
        return located(document, facts, new Shown(demand.title(), demand.problem(), name));
    }

    /** {@code document} with all that depends on the organization. */
    private static ListingDocument located(ListingDocument document, ListingFacts facts, Shown shown) {
        Party party = facts.party();
        boolean ownPlace = facts instanceof DemandFacts demand && demand.place() != null;
        String country = facts instanceof DemandFacts demand ? demand.country() : party.country();
        String city = facts instanceof DemandFacts demand && ownPlace ? demand.placeCity() : party.city();
        return new ListingDocument(
                document.version(),
                document.status(),
                document.organization(),
                document.tie(),
                document.kind(),
                document.title(),
                document.text(),
                document.any(),
                names(shown.name()),
                document.area(),
                document.deliveryModel(),
                document.classification(),
                document.concepts(),
                document.broaderConcepts(),
                document.aspects(),
                document.languages(),
                document.writtenIn(),
                document.standards(),
                document.dataLocations(),
                document.targetMarkets(),
                document.excludedMarkets(),
                country,
                city,
                party.zone(),
                party.verification() == null ? null : party.verification().name(),
                facts instanceof OfferFacts
                        ? party.customers().stream().map(Party.Customer::name).toList()
                        : null,
                document.currency(),
                document.priceFrom(),
                document.priceTo(),
                document.publishedAt(),
                document.validFrom(),
                document.expiresAt(),
                FactsCodec.encode(facts),
                shown);
    }

    private static List<String> names(@Nullable Text name) {
        if (name == null) {
            return List.of();
        }
        Set<String> names = new LinkedHashSet<>();
        name.values().values().forEach(value -> names.add(value.value()));
        return List.copyOf(names);
    }

    private static List<String> values(List<Requirement> requirements, Requirement.Kind kind) {
        List<String> values = new ArrayList<>();
        for (Requirement requirement : requirements) {
            String value = requirement.value();
            if (requirement.kind() == kind && value != null && !values.contains(value)) {
                values.add(value);
            }
        }
        return values;
    }

    static @Nullable String areaName(@Nullable Area area) {
        return area == null ? null : area.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static @Nullable String currency(@Nullable PriceRange price) {
        return price == null ? null : price.currency().getCurrencyCode();
    }

    /** The least it can cost: 0 where only a maximum is given. */
    private static @Nullable BigDecimal from(@Nullable PriceRange price) {
        if (price == null) {
            return null;
        }
        BigDecimal min = price.min();
        return min == null ? BigDecimal.ZERO : min;
    }

    private static @Nullable BigDecimal to(@Nullable PriceRange price) {
        return price == null ? null : price.max();
    }
}
