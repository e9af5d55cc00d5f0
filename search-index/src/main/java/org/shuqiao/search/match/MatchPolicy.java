package org.shuqiao.search.match;

import java.util.List;

/**
 * The rules by which a demand and an offer are judged, readable from top to bottom; how much each counts for whom is data
 * ({@link Ranking}). Each is a pure function of the pair. What is silent is unknown, which neither helps nor
 * hurts; what a must-have asks is judged before, by {@link MustHaves}.
 */
final class MatchPolicy {
    /** The words of texts in the same language. */
    static final Rule TEXT_SIMILARITY = Rule.both("textSimilarity", SubjectRules::textSimilarity);

    /** The words that texts in different languages have in common: names, numbers, abbreviations. */
    static final Rule TERMS_SHARED = Rule.both("termsShared", SubjectRules::termsShared);

    /** What both are about, in concepts of the thesaurus. */
    static final Rule CONCEPTS_SHARED = Rule.both("conceptsShared", SubjectRules::conceptsShared);

    /** The concepts that the demand's texts require are named in the offer's. */
    static final Rule ESSENTIALS_COVERED = Rule.both("essentialsCovered", NeedRules::essentialsCovered);

    /** So are those that would be nice to have. */
    static final Rule WISHES_COVERED = Rule.both("wishesCovered", NeedRules::wishesCovered);

    /** The offer is not about a concept that the demand's texts exclude. */
    static final Rule NOTHING_UNWANTED = Rule.both("nothingUnwanted", NeedRules::nothingUnwanted);

    /** How near a model finds their texts; known only where vectors are kept. */
    static final Rule VECTOR_NEARNESS = Rule.both("vectorNearness", SubjectRules::vectorNearness);

    /** Both are in the same of the four areas. */
    static final Rule AREA = Rule.both("area", SubjectRules::area);

    /** Classes of the same scheme, shared or near each other in its hierarchy. */
    static final Rule CLASSIFICATION = Rule.both("classification", SubjectRules::classification);

    /** The price lies within the budget, where both are in the same currency and for the same thing. */
    static final Rule BUDGET_OVERLAP = Rule.both("budgetOverlap", DealRules::budgetOverlap);

    /** The kind of deal wanted is one the provider seeks. */
    static final Rule DEAL_SOUGHT = Rule.both("dealSought", DealRules::dealSought);

    /** The demand's country is among the provider's markets. */
    static final Rule MARKET_WANTED = Rule.both("marketWanted", DealRules::marketWanted);

    /** There is time left to answer. */
    static final Rule DEADLINE = Rule.both("deadline", DealRules::deadline);

    /** The work can begin when it is wanted. */
    static final Rule START_DATE = Rule.both("startDate", TimeRules::startDate);

    /** They can talk to each other. */
    static final Rule LANGUAGES_IN_COMMON = Rule.both("languagesInCommon", DeliveryRules::languagesInCommon);

    /** They work at the same time of day. */
    static final Rule WORKING_HOURS = Rule.both("workingHours", TimeRules::workingHours);

    /** The service comes in the form that was asked for. */
    static final Rule DELIVERY_MODEL = Rule.both("deliveryModel", DeliveryRules::deliveryModel);

    /** The standards asked for are held, by the offer or its provider, and still valid. */
    static final Rule STANDARDS_HELD = Rule.both("standardsHeld", DeliveryRules::standardsHeld);

    /** Data are kept where it was asked. */
    static final Rule DATA_LOCATION = Rule.both("dataLocation", DeliveryRules::dataLocation);

    /** Personal, sensitive or important data can stay in the buyer's country. */
    static final Rule DATA_STAYS = Rule.both("dataStays", DeliveryRules::dataStays);

    /** The provider has delivered what is like this, the more if lately or to this buyer. */
    static final Rule SIMILAR_WORK = Rule.both("similarWork", TrustRules::similarWork);

    /** The provider has delivered to this buyer before. */
    static final Rule SAME_BUYER = Rule.both("sameBuyer", TrustRules::sameBuyer);

    /** The provider has delivered before. */
    static final Rule TRACK_RECORD = Rule.both("trackRecord", TrustRules::trackRecord);

    /** The provider is large enough for the work. */
    static final Rule CAPACITY = Rule.both("capacity", CapacityRules::capacity);

    /** The other side's identity was verified. */
    static final Rule VERIFICATION =
            new Rule("verification", TrustRules::providerVerification, TrustRules::buyerVerification);

    /** All of them, in the order in which reasons are given. */
    static final List<Rule> RULES = List.of(
            TEXT_SIMILARITY,
            TERMS_SHARED,
            CONCEPTS_SHARED,
            VECTOR_NEARNESS,
            ESSENTIALS_COVERED,
            WISHES_COVERED,
            NOTHING_UNWANTED,
            AREA,
            CLASSIFICATION,
            BUDGET_OVERLAP,
            LANGUAGES_IN_COMMON,
            WORKING_HOURS,
            DELIVERY_MODEL,
            STANDARDS_HELD,
            DATA_LOCATION,
            DATA_STAYS,
            DEAL_SOUGHT,
            MARKET_WANTED,
            DEADLINE,
            START_DATE,
            SIMILAR_WORK,
            SAME_BUYER,
            TRACK_RECORD,
            CAPACITY,
            VERIFICATION);

    private MatchPolicy() {}
}
