package org.shuqiao.search.match;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shuqiao.contracts.listing.DeliveryModel;
import org.shuqiao.contracts.listing.Demand.DataInvolved;
import org.shuqiao.contracts.listing.Requirement;
import org.shuqiao.contracts.search.MatchView.Side;
import org.shuqiao.contracts.search.ReasonView.State;
import org.shuqiao.search.fact.AskedStandard;
import org.shuqiao.search.fact.OfferFacts;
import org.shuqiao.understanding.need.Need;
import org.shuqiao.understanding.standard.StandardName;

/** Whether the service comes as it is wanted: languages, form, standards, where data lie. */
final class DeliveryRules {
    private DeliveryRules() {}

    /**
     * What is not given in fields may stand in the texts: languages the demand requires there, languages the offer names
     * there, which only can show that there is one in common.
     */
    static Finding languagesInCommon(Pair pair) {
        List<String> inText = pair.demand().asked().languages();
        boolean read = pair.demand().languages().isEmpty() && !inText.isEmpty();
        List<String> spoken = read
                ? inText
                : orElse(pair.demand().languages(), pair.demand().party().languages());
        List<String> served = served(pair.offer());
        List<String> named = served.isEmpty() ? pair.offer().said().languages() : List.of();
        List<String> common = spoken.stream()
                .filter(language -> served.contains(language) || named.contains(language))
                .toList();
        if (!common.isEmpty()) {
            Sentence sentence = read || !named.isEmpty() ? Sentence.LANGUAGE_IN_TEXTS : Sentence.LANGUAGE_IN_COMMON;
            return Finding.met(wording -> wording.say(sentence), wording -> wording.languages(common));
        }
        if (spoken.isEmpty() || served.isEmpty()) {
            return Finding.silent(
                    spoken.isEmpty(),
                    served.isEmpty(),
                    Sentence.BUYER_WITHOUT_LANGUAGE,
                    Sentence.PROVIDER_WITHOUT_LANGUAGE);
        }
        return read
                ? Finding.unmet(
                        wording -> wording.say(
                                Sentence.LANGUAGE_OF_TEXT_NOT_SERVED, String.join(", ", wording.languages(inText))),
                        wording -> wording.languages(served))
                : Finding.unmet(
                        wording -> wording.say(Sentence.NO_LANGUAGE_IN_COMMON), wording -> wording.languages(served));
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

    /**
     * The part of the standards asked for that is held. What only the texts ask for counts where it is known; what they
     * merely name, which may be the buyer's own, where it is held.
     */
    static Finding standardsHeld(Pair pair) {
        Map<String, Finding> findings = new LinkedHashMap<>();
        asked(pair, Requirement.Kind.STANDARD)
                .forEach(name ->
                        findings.computeIfAbsent(StandardName.normalized(name), n -> MustHaves.standard(name, pair)));
        int inFields = findings.size();
        Finding open = null;
        for (AskedStandard standard : pair.demand().asked().standards()) {
            if (!findings.containsKey(standard.normalized())) {
                Finding finding = MustHaves.standard(standard.name(), pair);
                if (finding.state() == State.met
                        || (finding.state() == State.unmet && standard.need() != Need.STATED)) {
                    findings.put(standard.normalized(), finding);
                } else if (standard.need() != Need.STATED && open == null) {
                    open = finding;
                }
            }
        }
        return findings.isEmpty() && open != null
                ? open
                : share(
                        List.copyOf(findings.values()),
                        Sentence.NO_STANDARD_ASKED,
                        findings.size() > inFields ? Sentence.STANDARDS_OF_TEXT_HELD : Sentence.STANDARDS_HELD);
    }

    /** The part of the locations asked for that the offer has. */
    static Finding dataLocation(Pair pair) {
        List<Finding> findings = all(pair).stream()
                .filter(requirement -> requirement.kind() == Requirement.Kind.DATA_LOCATION)
                .distinct()
                .map(requirement -> MustHaves.judge(requirement, pair))
                .toList();
        return share(findings, Sentence.NO_LOCATION_ASKED, Sentence.LOCATIONS_OFFERED);
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

    private static Finding share(List<Finding> findings, Sentence nothingAsked, Sentence of) {
        if (findings.isEmpty()) {
            return Finding.unknown(wording -> wording.say(nothingAsked));
        }
        for (Finding finding : findings) {
            if (finding.state() == State.unknown) {
                return finding;
            }
        }
        long met = findings.stream().filter(f -> f.state() == State.met).count();
        return Finding.graded(
                (double) met / findings.size(),
                wording -> wording.say(of, Long.toString(met), Integer.toString(findings.size())),
                wording -> findings.stream()
                        .flatMap(finding -> finding.details().apply(wording).stream())
                        .distinct()
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
