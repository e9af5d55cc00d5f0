package org.shuqiao.search.index;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.ReportingPolicy;
import org.shuqiao.contracts.listing.DemandView;
import org.shuqiao.contracts.listing.OfferView;
import org.shuqiao.contracts.profile.OrganizationView;
import org.shuqiao.contracts.profile.TrackRecord;
import org.shuqiao.contracts.value.Certificate;
import org.shuqiao.contracts.value.Classification;
import org.shuqiao.contracts.value.Country;
import org.shuqiao.contracts.value.LanguageTag;
import org.shuqiao.contracts.value.Standard;
import org.shuqiao.contracts.value.UnLocode;
import org.shuqiao.search.fact.AskedInText;
import org.shuqiao.search.fact.DemandFacts;
import org.shuqiao.search.fact.Held;
import org.shuqiao.search.fact.OfferFacts;
import org.shuqiao.search.fact.Party;
import org.shuqiao.search.fact.SaidInText;
import org.shuqiao.search.fact.Works;
import org.shuqiao.thesaurus.ConceptVector;

/** From the views of the services to the facts kept in the index. */
@Mapper(unmappedTargetPolicy = ReportingPolicy.ERROR)
interface FactsMapper {
    @Mapping(target = "id", source = "view.id")
    @Mapping(target = "provider", source = "view.providerId")
    @Mapping(target = "area", source = "view.offer.area")
    @Mapping(target = "deliveryModel", source = "view.offer.deliveryModel")
    @Mapping(target = "classification", source = "view.offer.classification")
    @Mapping(target = "price", source = "view.offer.price")
    @Mapping(target = "leadTimeDays", source = "view.offer.leadTimeDays")
    @Mapping(target = "languages", source = "view.offer.languages")
    @Mapping(target = "dataLocations", source = "view.offer.dataLocations")
    @Mapping(target = "standards", source = "view.offer.standards")
    @Mapping(target = "targetMarkets", source = "view.offer.targetMarkets")
    @Mapping(target = "excludedMarkets", source = "view.offer.excludedMarkets")
    @Mapping(target = "partnershipSought", source = "view.offer.partnershipSought")
    @Mapping(target = "from", source = "view.offer.validFrom")
    @Mapping(target = "until", source = "view.expiresAt")
    @Mapping(target = "writtenIn", source = "writtenIn")
    @Mapping(target = "readIn", source = "readIn")
    @Mapping(target = "about", source = "about")
    @Mapping(target = "said", source = "said")
    @Mapping(target = "party", source = "party")
    @Mapping(target = "vector", ignore = true)
    @Mapping(target = "withParty", ignore = true)
    @Mapping(target = "withVector", ignore = true)
    OfferFacts offer(
            OfferView view, String writtenIn, List<String> readIn, ConceptVector about, SaidInText said, Party party);

    @Mapping(target = "id", source = "view.id")
    @Mapping(target = "buyer", source = "view.buyerId")
    @Mapping(target = "kind", source = "view.demand.kind")
    @Mapping(target = "area", source = "view.demand.area")
    @Mapping(target = "classification", source = "view.demand.classification")
    @Mapping(target = "essentials", source = "view.demand.essentials")
    @Mapping(target = "niceToHaves", source = "view.demand.niceToHaves")
    @Mapping(target = "budget", source = "view.demand.budget")
    @Mapping(target = "start", source = "view.demand.start")
    @Mapping(target = "durationMonths", source = "view.demand.durationMonths")
    @Mapping(target = "place", source = "view.demand.place.country")
    @Mapping(target = "placeCity", source = "view.demand.place.city")
    @Mapping(target = "languages", source = "view.demand.languages")
    @Mapping(target = "dataInvolved", source = "view.demand.dataInvolved")
    @Mapping(target = "published", source = "view.publishedAt")
    @Mapping(target = "responsesUntil", source = "view.demand.responsesUntil")
    @Mapping(target = "from", source = "view.demand.validFrom")
    @Mapping(target = "until", source = "view.expiresAt")
    @Mapping(target = "writtenIn", source = "writtenIn")
    @Mapping(target = "readIn", source = "readIn")
    @Mapping(target = "about", source = "about")
    @Mapping(target = "asked", source = "asked")
    @Mapping(target = "party", source = "party")
    @Mapping(target = "vector", ignore = true)
    @Mapping(target = "withParty", ignore = true)
    @Mapping(target = "withVector", ignore = true)
    DemandFacts demand(
            DemandView view,
            String writtenIn,
            List<String> readIn,
            ConceptVector about,
            AskedInText asked,
            Works title,
            Party party);

    @Mapping(target = "country", source = "view.organization.country")
    @Mapping(target = "city", source = "view.organization.city")
    @Mapping(target = "zone", source = "view.organization.zone")
    @Mapping(target = "size", source = "view.organization.size")
    @Mapping(target = "languages", source = "view.organization.languages")
    @Mapping(target = "certificates", source = "view.organization.certificates")
    @Mapping(target = "markets", source = "view.organization.markets")
    @Mapping(target = "deals", expression = "java(view.organization().trackRecord().size())")
    @Mapping(target = "joined", source = "view.createdAt")
    @Mapping(target = "lastDeal", source = "view.organization.trackRecord")
    @Mapping(target = "names", expression = "java(Party.namesOf(view.organization()))")
    @Mapping(target = "customers", expression = "java(Party.customersOf(view.organization()))")
    @Mapping(target = "version", source = "view.version")
    @Mapping(target = "verification", source = "view.verification")
    @Mapping(target = "works", source = "works")
    Party party(OrganizationView view, Works works);

    @Mapping(target = "until", source = "validUntil")
    @Mapping(target = "excluded", ignore = true)
    Held held(Certificate certificate);

    @Mapping(target = "until", ignore = true)
    Held held(Standard standard);

    default String id(UUID id) {
        return id.toString();
    }

    default @Nullable String country(@Nullable Country country) {
        return country == null ? null : country.value();
    }

    default @Nullable String city(@Nullable UnLocode city) {
        return city == null ? null : city.value();
    }

    /** A language that is asked for or spoken is compared by its primary tag: who serves in pt-BR serves in pt. */
    default String language(LanguageTag language) {
        return language.primary();
    }

    default String classification(Classification classification) {
        return classification.scheme() + ":" + classification.id();
    }

    default @Nullable LocalDate lastDeal(List<TrackRecord> deals) {
        return deals.stream()
                .map(TrackRecord::date)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
