package org.shuqiao.search.match;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.listing.DeliveryModel;
import org.shuqiao.contracts.listing.Requirement;
import org.shuqiao.contracts.search.ReasonView;
import org.shuqiao.contracts.search.ReasonView.State;
import org.shuqiao.contracts.value.LanguageTag;
import org.shuqiao.contracts.value.Text;
import org.shuqiao.search.fact.Held;
import org.shuqiao.search.fact.OfferFacts;
import org.shuqiao.understanding.standard.StandardName;

/**
 * The must-haves of a demand against an offer. One that is not met excludes; one the offer is silent about stays open. A
 * market the provider excludes is a must-have of its own.
 */
final class MustHaves {
    static final String FEATURE = "mustHave";
    static final String EXCLUDED_MARKET = "marketExcluded";

    private MustHaves() {}

    /** One must-have with what was found. */
    record Judged(String feature, Finding finding) {
        State state() {
            return finding.state();
        }

        ReasonView reason() {
            return finding.reason(feature);
        }
    }

    /** Each must-have with what was found, in the demand's order. */
    static List<Judged> of(Pair pair) {
        List<Judged> judged = new ArrayList<>();
        String country = pair.demand().country();
        if (country != null && pair.offer().excludedMarkets().contains(country)) {
            judged.add(new Judged(
                    EXCLUDED_MARKET,
                    Finding.unmet(() -> "The provider does not serve " + country + ".", () -> List.of(country))));
        }
        for (Requirement essential : pair.demand().essentials()) {
            judged.add(new Judged(FEATURE, judge(essential, pair)));
        }
        return judged;
    }

    static boolean excludes(List<Judged> judged) {
        return judged.stream().anyMatch(one -> one.state() == State.unmet);
    }

    static int open(List<Judged> judged) {
        return (int) judged.stream().filter(one -> one.state() == State.unknown).count();
    }

    /** Whether a requirement is met, unmet, or cannot be told. */
    static Finding judge(Requirement requirement, Pair pair) {
        String value = requirement.value() == null ? "" : requirement.value();
        return switch (requirement.kind()) {
            case STANDARD -> standard(value, pair);
            case LANGUAGE -> language(LanguageTag.primary(value), pair.offer());
            case DATA_LOCATION -> dataLocation(value, pair.offer());
            case DELIVERY_MODEL -> deliveryModel(value, pair.offer().deliveryModel());
            case WITHIN_BUDGET -> withinBudget(pair);
            case MARKET -> market(value, pair.offer());
            case TEXT -> Finding.unknown(() -> asked(requirement.text()) + " is for people to judge.");
        };
    }

    private static Finding standard(String asked, Pair pair) {
        List<Held> held = new ArrayList<>(pair.offer().standards());
        held.addAll(pair.offer().party().certificates());
        if (held.isEmpty()) {
            return Finding.unknown(() -> "The offer says nothing of standards; " + asked + " is asked for.");
        }
        LocalDate today = pair.now().atZone(ZoneOffset.UTC).toLocalDate();
        String normalized = StandardName.normalized(asked);
        List<LocalDate> expired = new ArrayList<>();
        for (Held one : held) {
            if (one.normalized().equals(normalized)) {
                LocalDate until = one.until();
                if (until == null || !until.isBefore(today)) {
                    String excluded = one.excluded();
                    return Finding.met(
                            () -> asked + " is held.",
                            () -> excluded == null ? List.of(one.name()) : List.of(one.name(), "without " + excluded));
                }
                expired.add(until);
            }
        }
        return expired.isEmpty()
                ? Finding.unmet(
                        () -> asked + " is not among the standards held.",
                        () -> held.stream().map(Held::name).toList())
                : Finding.unmet(
                        () -> asked + " was held until " + expired.getLast() + ".",
                        () -> List.of(expired.getLast().toString()));
    }

    private static Finding language(String asked, OfferFacts offer) {
        List<String> served = DeliveryRules.served(offer);
        if (served.isEmpty()) {
            return Finding.unknown(() -> "The offer names no language it is served in; " + asked + " is asked for.");
        }
        return served.contains(asked)
                ? Finding.met(() -> "It is served in " + asked + ".", () -> List.of(asked))
                : Finding.unmet(() -> "It is not served in " + asked + ".", () -> served);
    }

    private static Finding dataLocation(String asked, OfferFacts offer) {
        List<String> locations = offer.dataLocations();
        if (locations.isEmpty()) {
            return Finding.unknown(() -> "The offer does not say where data are kept; " + asked + " is asked for.");
        }
        return locations.contains(asked)
                ? Finding.met(() -> "Data can be kept in " + asked + ".", () -> List.of(asked))
                : Finding.unmet(() -> "Data are not kept in " + asked + ".", () -> locations);
    }

    private static Finding deliveryModel(String asked, @Nullable DeliveryModel offered) {
        if (offered == null) {
            return Finding.unknown(() -> "The offer names no delivery model; " + asked + " is asked for.");
        }
        String name = Requirement.wireName(offered);
        return asked.equals(name)
                ? Finding.met(() -> "It is delivered as " + asked + ".", () -> List.of(name))
                : Finding.unmet(() -> "It is delivered as " + name + ", not as " + asked + ".", () -> List.of(name));
    }

    /** Only a price that cannot fit excludes; one that fits in part can be negotiated. */
    private static Finding withinBudget(Pair pair) {
        Finding overlap = DealRules.budgetOverlap(pair);
        return overlap.state() == State.partly ? Finding.met(overlap.message(), overlap.details()) : overlap;
    }

    private static Finding market(String asked, OfferFacts offer) {
        if (offer.excludedMarkets().contains(asked)) {
            return Finding.unmet(() -> "The provider does not serve " + asked + ".", () -> List.of(asked));
        }
        if (offer.targetMarkets().contains(asked) || offer.party().markets().contains(asked)) {
            return Finding.met(() -> "The provider serves " + asked + ".", () -> List.of(asked));
        }
        return Finding.unknown(() -> "The provider does not say whether it serves " + asked + ".");
    }

    private static String asked(@Nullable Text text) {
        String words = text == null ? "" : text.originalValue();
        String shown = words.length() > 120 ? words.substring(0, words.offsetByCodePoints(0, 100)) + "…" : words;
        return String.format(Locale.ROOT, "“%s”", shown);
    }
}
