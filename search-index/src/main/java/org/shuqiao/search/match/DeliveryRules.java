package org.shuqiao.search.match;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.shuqiao.contracts.listing.DeliveryModel;
import org.shuqiao.contracts.listing.Demand.DataInvolved;
import org.shuqiao.contracts.listing.Requirement;
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
            return Finding.unknown(() ->
                    spoken.isEmpty() ? "The buyer names no language." : "The provider names no language it serves in.");
        }
        List<String> common = spoken.stream().filter(served::contains).toList();
        return common.isEmpty()
                ? Finding.unmet(() -> "They have no language in common.", () -> served)
                : Finding.met(() -> "They have a language in common.", () -> common);
    }

    static Finding deliveryModel(Pair pair) {
        List<String> asked = asked(pair, Requirement.Kind.DELIVERY_MODEL);
        DeliveryModel offered = pair.offer().deliveryModel();
        if (asked.isEmpty() || offered == null) {
            return Finding.unknown(() ->
                    asked.isEmpty() ? "The demand asks for no delivery model." : "The offer names no delivery model.");
        }
        String name = Requirement.wireName(offered);
        return asked.contains(name)
                ? Finding.met(() -> "It is delivered as asked.", () -> List.of(name))
                : Finding.unmet(() -> "It is delivered as " + name + ".", () -> asked);
    }

    /** The part of the standards asked for that is held. */
    static Finding standardsHeld(Pair pair) {
        return share(
                pair, Requirement.Kind.STANDARD, "The demand asks for no standard.", "standards asked for are held");
    }

    /** The part of the locations asked for that the offer has. */
    static Finding dataLocation(Pair pair) {
        return share(
                pair,
                Requirement.Kind.DATA_LOCATION,
                "The demand does not ask where data are kept.",
                "locations asked for are offered");
    }

    static Finding dataStays(Pair pair) {
        DataInvolved data = pair.demand().dataInvolved();
        String country = pair.demand().country();
        if (data == null || country == null || !isDelicate(data)) {
            return Finding.unknown(() -> "The demand names no personal, sensitive or important data.");
        }
        List<String> locations = pair.offer().dataLocations();
        if (locations.isEmpty()) {
            return Finding.unknown(() -> "The offer does not say where data are kept.");
        }
        return locations.contains(country)
                ? Finding.met(() -> "The data can stay in " + country + ".", () -> locations)
                : Finding.unmet(() -> "The data would leave " + country + ".", () -> locations);
    }

    private static Finding share(Pair pair, Requirement.Kind kind, String nothingAsked, String what) {
        Set<Requirement> asked = new LinkedHashSet<>();
        for (Requirement requirement : all(pair)) {
            if (requirement.kind() == kind) {
                asked.add(requirement);
            }
        }
        if (asked.isEmpty()) {
            return Finding.unknown(() -> nothingAsked);
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
                () -> met + " of " + asked.size() + " " + what + ".",
                () -> findings.stream().flatMap(f -> f.details().get().stream()).toList());
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
