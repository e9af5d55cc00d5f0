package org.shuqiao.search.index;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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
import org.shuqiao.contracts.profile.Organization;
import org.shuqiao.contracts.profile.OrganizationView;
import org.shuqiao.contracts.profile.TrackRecord;
import org.shuqiao.contracts.value.LanguageTag;
import org.shuqiao.contracts.value.PriceRange;
import org.shuqiao.contracts.value.Text;
import org.shuqiao.search.concept.Interpreting;
import org.shuqiao.search.concept.LivingThesaurus;
import org.shuqiao.search.concept.ReadPassage;
import org.shuqiao.search.concept.ReadingPassages;
import org.shuqiao.search.concept.ReadingWorks;
import org.shuqiao.search.concept.TopicRecognition;
import org.shuqiao.search.fact.DemandFacts;
import org.shuqiao.search.fact.FactsCodec;
import org.shuqiao.search.fact.Held;
import org.shuqiao.search.fact.ListingFacts;
import org.shuqiao.search.fact.OfferFacts;
import org.shuqiao.search.fact.Party;
import org.shuqiao.search.fact.PartyName;
import org.shuqiao.search.said.AskedPassage;
import org.shuqiao.search.said.Part;
import org.shuqiao.search.said.ReadingDemand;
import org.shuqiao.search.said.ReadingOffer;
import org.shuqiao.search.text.FieldTexts;
import org.shuqiao.search.text.FirmName;
import org.shuqiao.search.text.LanguageDetection;
import org.shuqiao.search.text.LanguageFields;
import org.shuqiao.search.text.TieBreak;
import org.shuqiao.search.vector.DenseVector;
import org.shuqiao.search.vector.Vectors;
import org.shuqiao.thesaurus.ConceptVector;
import org.springframework.stereotype.Component;

/** Makes the documents of the index: a pure function of a view and the state of the organization behind it. */
@Component
class Documents {
    private static final FactsMapper FACTS = Mappers.getMapper(FactsMapper.class);

    private final LanguageDetection detection;
    private final TopicRecognition recognition;
    private final Interpreting interpreting;
    private final ReadingPassages reading;
    private final ReadingDemand demands;
    private final ReadingOffer offers;
    private final ReadingWorks works;
    private final LivingThesaurus thesaurus;
    private final Vectors vectors;

    Documents(
            LanguageDetection detection,
            TopicRecognition recognition,
            Interpreting interpreting,
            ReadingPassages reading,
            ReadingDemand demands,
            ReadingOffer offers,
            ReadingWorks works,
            LivingThesaurus thesaurus,
            Vectors vectors) {
        this.detection = detection;
        this.recognition = recognition;
        this.interpreting = interpreting;
        this.reading = reading;
        this.demands = demands;
        this.offers = offers;
        this.works = works;
        this.thesaurus = thesaurus;
        this.vectors = vectors;
    }

    OrganizationDocument organization(OrganizationView view) {
        Organization organization = view.organization();
        Text trade = organization.tradeName();
        List<TrackRecord> kept = ReadingWorks.kept(organization.trackRecord());
        return new OrganizationDocument(
                view.version(),
                FACTS.party(view, works.delivered(kept, Party.customersOf(organization))),
                trade == null ? organization.legalName() : trade,
                Delivered.of(kept));
    }

    /** The document of an offer or demand; a tombstone unless it is published. */
    ListingDocument listing(ListingView view, @Nullable OrganizationDocument organization) {
        if (view.status() != ListingStatus.published) {
            return closed(view.id(), view.version(), view.status());
        }
        Party party = organization == null ? Party.UNKNOWN : organization.party();
        Text name = organization == null ? null : organization.name();
        return switch (view) {
            case OfferView offer ->
                offer(offer, party, name, organization == null ? List.of() : organization.delivered());
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
                null,
                null);
    }

    /** The same document with another state of its organization, where there is one. */
    ListingDocument withOrganization(Kind kind, ListingDocument document, @Nullable OrganizationDocument organization) {
        String encoded = document.facts();
        Shown shown = document.shown();
        if (encoded == null || shown == null) {
            return document;
        }
        ListingFacts facts = facts(kind, encoded);
        return organization == null
                ? located(document, facts, shown)
                : located(
                        document,
                        facts.withParty(organization.party()),
                        shown.with(organization.name(), kind == Kind.OFFERS ? organization.delivered() : List.of()));
    }

    /** The same document with a vector. */
    ListingDocument withVector(Kind kind, ListingDocument document, DenseVector vector) {
        String encoded = document.facts();
        Shown shown = document.shown();
        return encoded == null || shown == null
                ? document
                : located(document, facts(kind, encoded).withVector(vector), shown);
    }

    /**
     * What a model is to make a vector of: the texts in the language of the original, without titles that say who and not
     * what. Empty for a tombstone.
     */
    static String said(ListingDocument document) {
        Map<String, List<String>> texts = document.text();
        if (texts == null || document.facts() == null) {
            return "";
        }
        String language = Objects.requireNonNullElse(document.writtenIn(), LanguageTag.UNDETERMINED.primary());
        List<String> original = texts.get(LanguageFields.suffix(new LanguageTag(language)));
        List<String> all = original == null
                ? texts.values().stream().flatMap(List::stream).distinct().toList()
                : original;
        List<String> titles =
                Objects.requireNonNullElse(document.title(), Map.<String, List<String>>of()).values().stream()
                        .flatMap(List::stream)
                        .toList();
        List<String> names = Objects.requireNonNullElse(document.name(), List.<String>of()).stream()
                .map(PartyName::compared)
                .toList();
        List<String> what = all.stream()
                .filter(text -> !titles.contains(text) || !isName(text, names))
                .toList();
        return String.join("\n", what.isEmpty() ? all : what);
    }

    private static boolean isName(String title, List<String> names) {
        return FirmName.is(title) || names.contains(PartyName.compared(title));
    }

    private static ListingFacts facts(Kind kind, String encoded) {
        return kind == Kind.OFFERS ? FactsCodec.offer(encoded) : FactsCodec.demand(encoded);
    }

    private @Nullable Map<String, String> vector(ListingFacts facts) {
        DenseVector vector = facts.vector();
        return vector == null
                ? null
                : vectors.edition()
                        .map(edition -> Map.of(edition.name(), vector.toHex()))
                        .orElse(null);
    }

    private ListingDocument offer(OfferView view, Party party, @Nullable Text name, List<Delivered> delivered) {
        Offer offer = view.offer();
        List<Text> others = new ArrayList<>();
        others.add(offer.summary());
        others.addAll(offer.features());
        others.addAll(offer.benefits());
        others.addAll(offer.references());
        FieldTexts texts = FieldTexts.of(detection, offer.title(), others);
        List<ReadPassage> read = reading.of(texts, null);
        List<String> concepts = recognition.of(read);
        ConceptVector about = about(texts, read, party);
        OfferFacts facts = FACTS.offer(view, texts.writtenIn(), texts.languages(), about, offers.read(read), party);
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
                null,
                null);
        return located(document, facts, new Shown(offer.title(), offer.summary(), name, delivered));
    }

    private ListingDocument demand(DemandView view, Party party, @Nullable Text name) {
        Demand demand = view.demand();
        List<Requirement> asked = new ArrayList<>(demand.essentials());
        asked.addAll(demand.niceToHaves());
        List<@Nullable Text> others = new ArrayList<>();
        List<Part> parts = new ArrayList<>();
        add(others, parts, demand.problem(), Part.WANTED);
        add(others, parts, demand.outcome(), Part.WANTED);
        add(others, parts, demand.endUsers(), Part.TOLD);
        add(others, parts, demand.workDone(), Part.TOLD);
        demand.essentials().forEach(one -> add(others, parts, one.text(), Part.ESSENTIAL));
        demand.niceToHaves().forEach(one -> add(others, parts, one.text(), Part.NICE_TO_HAVE));
        FieldTexts texts = FieldTexts.of(detection, demand.title(), others);
        Demand.Place place = demand.place();
        List<ReadPassage> read =
                reading.of(texts, place == null ? null : place.country().value());
        List<String> concepts = recognition.of(read);
        ConceptVector about = about(texts, read, party);
        DemandFacts facts = FACTS.demand(
                view,
                texts.writtenIn(),
                texts.languages(),
                about,
                demands.read(asked(demand.title(), read, parts)),
                works.asked(texts),
                party);
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
                null,
                null);
        return located(document, facts, new Shown(demand.title(), demand.problem(), name, List.of()));
    }

    /** What the texts are about, but for what they exclude. */
    private ConceptVector about(FieldTexts texts, List<ReadPassage> read, Party party) {
        return interpreting.of(
                texts.withPassages(
                        read.stream().map(ReadPassage::withoutExcluded).toList()),
                party.names());
    }

    /** A part for each passage the text makes, one of each language. */
    private static void add(List<@Nullable Text> others, List<Part> parts, @Nullable Text text, Part part) {
        if (text != null) {
            others.add(text);
            parts.addAll(Collections.nCopies(text.values().size(), part));
        }
    }

    private static List<AskedPassage> asked(Text title, List<ReadPassage> read, List<Part> parts) {
        List<AskedPassage> asked = new ArrayList<>();
        int titles = title.values().size();
        for (int i = 0; i < read.size(); i++) {
            asked.add(new AskedPassage(read.get(i), i < titles ? Part.WANTED : parts.get(i - titles)));
        }
        return asked;
    }

    /** {@code document} with all that depends on the organization. */
    private ListingDocument located(ListingDocument document, ListingFacts facts, Shown shown) {
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
                shown,
                vector(facts));
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
