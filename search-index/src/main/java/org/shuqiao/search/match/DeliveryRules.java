package org.shuqiao.search.match;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.shuqiao.contracts.listing.DeliveryModel;
import org.shuqiao.contracts.listing.Demand.DataInvolved;
import org.shuqiao.contracts.listing.Requirement;
import org.shuqiao.contracts.search.MatchView.Side;
import org.shuqiao.contracts.search.ReasonView.State;
import org.shuqiao.search.fact.OfferFacts;

/** Whether the service comes as it is wanted: languages, form, standards, where data lie. */
final class DeliveryRules {
    private DeliveryRules() {}

    static Finding languagesInCommon(Pair pair) {
        List<String> spoken =
                orElse(pair.demand().languages(), pair.demand().party().languages());
        List<String> served =
                orElse(pair.offer().languages(), pair.offer().party().languages());
        if (spoken.isEmpty() || served.isEmpty()) {
            return Finding.silent(
                    spoken.isEmpty(),
                    served.isEmpty(),
                    Sentence.BUYER_WITHOUT_LANGUAGE,
                    Sentence.PROVIDER_WITHOUT_LANGUAGE);
        }
        List<String> common = spoken.stream().filter(served::contains).toList();
        return common.isEmpty()
                ? Finding.unmet(
                        wording -> wording.say(Sentence.NO_LANGUAGE_IN_COMMON), wording -> wording.languages(served))
                : Finding.met(
                        wording -> wording.say(Sentence.LANGUAGE_IN_COMMON), wording -> wording.languages(common));
    }

    static Finding deliveryModel(Pair pair) {
        List<String> asked = asked(pair, Requirement.Kind.DELIVERY_MODEL);
        DeliveryModel offered = pair.offer().deliveryModel();
        if (asked.isEmpty()) {
            return Finding.unknown(wording -> wording.say(Sentence.NO_MODEL_ASKED));
        }
        if (offered == null) {
            return Finding.missing(Side.provider, wording -> wording.say(Sentence.NO_MODEL_OFFERED));
        }
        String name = Requirement.wireName(offered);
        return asked.contains(name)
                ? Finding.met(wording -> wording.say(Sentence.MODEL_AS_ASKED), wording -> List.of(name))
                : Finding.unmet(wording -> wording.say(Sentence.MODEL_IS, name), wording -> asked);
    }

    /** The part of the standards asked for that is held. */
    static Finding standardsHeld(Pair pair) {
        return share(pair, Requirement.Kind.STANDARD, Sentence.NO_STANDARD_ASKED, Sentence.STANDARDS_HELD);
    }

    /** The part of the locations asked for that the offer has. */
    static Finding dataLocation(Pair pair) {
        return share(pair, Requirement.Kind.DATA_LOCATION, Sentence.NO_LOCATION_ASKED, Sentence.LOCATIONS_OFFERED);
    }

    static Finding dataStays(Pair pair) {
        DataInvolved data = pair.demand().dataInvolved();
        String country = pair.demand().country();
        if (data == null || country == null || !isDelicate(data)) {
            return Finding.unknown(wording -> wording.say(Sentence.NO_DELICATE_DATA));
        }
        List<String> locations = pair.offer().dataLocations();
        if (locations.isEmpty()) {
            return Finding.missing(Side.provider, wording -> wording.say(Sentence.LOCATION_NOT_SAID));
        }
        return locations.contains(country)
                ? Finding.met(
                        wording -> wording.say(Sentence.DATA_STAY, wording.country(country)),
                        wording -> wording.countries(locations))
                : Finding.unmet(
                        wording -> wording.say(Sentence.DATA_LEAVE, wording.country(country)),
                        wording -> wording.countries(locations));
    }

    private static Finding share(Pair pair, Requirement.Kind kind, Sentence nothingAsked, Sentence of) {
        Set<Requirement> asked = new LinkedHashSet<>();
        for (Requirement requirement : all(pair)) {
            if (requirement.kind() == kind) {
                asked.add(requirement);
            }
        }
        if (asked.isEmpty()) {
            return Finding.unknown(wording -> wording.say(nothingAsked));
        }
        List<Finding> findings = new ArrayList<>();
        for (Requirement requirement : asked) {
            Finding finding = MustHaves.judge(requirement, pair);
            if (finding.state() == State.unknown) {
                return finding;
            }
            findings.add(finding);
        }
        long met = findings.stream().filter(f -> f.state() == State.met).count();
        return Finding.graded(
                (double) met / asked.size(),
                wording -> wording.say(of, Long.toString(met), Integer.toString(asked.size())),
                wording -> findings.stream()
                        .flatMap(finding -> finding.details().apply(wording).stream())
                        .toList());
    }

    private static List<String> asked(Pair pair, Requirement.Kind kind) {
        List<String> values = new ArrayList<>();
        for (Requirement requirement : all(pair)) {
            String value = requirement.value();
            if (requirement.kind() == kind && value != null) {
                values.add(value);
            }
        }
        return values;
    }

    private static List<Requirement> all(Pair pair) {
        List<Requirement> all = new ArrayList<>(pair.demand().essentials());
        all.addAll(pair.demand().niceToHaves());
        return all;
    }

    private static boolean isDelicate(DataInvolved data) {
        return Boolean.TRUE.equals(data.personal())
                || Boolean.TRUE.equals(data.sensitive())
                || Boolean.TRUE.equals(data.important());
    }

    /** The languages an offer is served in: its own, else its provider's. */
    static List<String> served(OfferFacts offer) {
        return orElse(offer.languages(), offer.party().languages());
    }

    private static List<String> orElse(List<String> first, List<String> second) {
        return first.isEmpty() ? second : first;
    }
}
