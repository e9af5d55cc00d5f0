package org.shuqiao.search.match;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.listing.DeliveryModel;
import org.shuqiao.contracts.listing.Requirement;
import org.shuqiao.contracts.search.MatchView.Side;
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
    static final String WISH = "niceToHave";
    static final String EXCLUDED_MARKET = "marketExcluded";

    private MustHaves() {}

    /**
     * One requirement with what was found.
     *
     * @param need null for a market the provider excludes, which nobody asked for
     */
    record Judged(String feature, @Nullable Requirement need, Finding finding) {
        State state() {
            return finding.state();
        }

        ReasonView reason(Wording wording) {
            return finding.reason(feature, need, wording);
        }
    }

    /** Each must-have with what was found, in the demand's order. */
    static List<Judged> of(Pair pair) {
        List<Judged> judged = new ArrayList<>();
        String country = pair.demand().country();
        if (country != null && pair.offer().excludedMarkets().contains(country)) {
            judged.add(new Judged(EXCLUDED_MARKET, null, notServed(country)));
        }
        for (Requirement essential : pair.demand().essentials()) {
            judged.add(new Judged(FEATURE, essential, judge(essential, pair)));
        }
        return judged;
    }

    /** Each of the wishes with what was found; none of them excludes. */
    static List<Judged> wishes(Pair pair) {
        return pair.demand().niceToHaves().stream()
                .map(wish -> new Judged(WISH, wish, judge(wish, pair)))
                .toList();
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
            case TEXT -> Finding.unknown(wording -> wording.say(Sentence.FOR_PEOPLE, shown(requirement.text())));
        };
    }

    /** What the offer's texts say to be held counts as held; that they are silent about it tells nothing. */
    static Finding standard(String asked, Pair pair) {
        List<Held> held = new ArrayList<>(pair.offer().standards());
        held.addAll(pair.offer().party().certificates());
        LocalDate today = pair.now().atZone(ZoneOffset.UTC).toLocalDate();
        String normalized = StandardName.normalized(asked);
        List<LocalDate> expired = new ArrayList<>();
        for (Held one : held) {
            if (one.normalized().equals(normalized)) {
                LocalDate until = one.until();
                if (until == null || !until.isBefore(today)) {
                    String excluded = one.excluded();
                    return Finding.met(
                            wording -> wording.say(Sentence.STANDARD_HELD, asked),
                            wording -> excluded == null
                                    ? List.of(one.name())
                                    : List.of(one.name(), wording.say(Sentence.WITHOUT, excluded)));
                }
                expired.add(until);
            }
        }
        if (!expired.isEmpty()) {
            String last = expired.getLast().toString();
            return Finding.unmet(
                    wording -> wording.say(Sentence.STANDARD_EXPIRED, asked, last), wording -> List.of(last));
        }
        for (String said : pair.offer().said().standards()) {
            if (StandardName.normalized(said).equals(normalized)) {
                return Finding.met(
                        wording -> wording.say(Sentence.STANDARD_HELD_IN_TEXT, asked), wording -> List.of(said));
            }
        }
        return held.isEmpty()
                ? Finding.missing(Side.provider, wording -> wording.say(Sentence.STANDARD_NOT_SAID, asked))
                : Finding.unmet(
                        wording -> wording.say(Sentence.STANDARD_NOT_HELD, asked),
                        wording -> held.stream().map(Held::name).distinct().toList());
    }

    private static Finding language(String asked, OfferFacts offer) {
        List<String> served = DeliveryRules.served(offer);
        if (served.isEmpty()) {
            return offer.said().languages().contains(asked)
                    ? Finding.met(
                            wording -> wording.say(Sentence.LANGUAGE_NAMED_IN_TEXT, wording.language(asked)),
                            wording -> List.of(wording.language(asked)))
                    : Finding.missing(
                            Side.provider, wording -> wording.say(Sentence.LANGUAGE_NOT_SAID, wording.language(asked)));
        }
        return served.contains(asked)
                ? Finding.met(
                        wording -> wording.say(Sentence.LANGUAGE_SERVED, wording.language(asked)),
                        wording -> List.of(wording.language(asked)))
                : Finding.unmet(
                        wording -> wording.say(Sentence.LANGUAGE_NOT_SERVED, wording.language(asked)),
                        wording -> wording.languages(served));
    }

    private static Finding dataLocation(String asked, OfferFacts offer) {
        List<String> locations = offer.dataLocations();
        if (locations.isEmpty()) {
            return Finding.missing(
                    Side.provider, wording -> wording.say(Sentence.LOCATION_NOT_SAID_ASKED, wording.country(asked)));
        }
        return locations.contains(asked)
                ? Finding.met(
                        wording -> wording.say(Sentence.LOCATION_KEPT, wording.country(asked)),
                        wording -> List.of(wording.country(asked)))
                : Finding.unmet(
                        wording -> wording.say(Sentence.LOCATION_NOT_KEPT, wording.country(asked)),
                        wording -> wording.countries(locations));
    }

    private static Finding deliveryModel(String asked, @Nullable DeliveryModel offered) {
        if (offered == null) {
            return Finding.missing(Side.provider, wording -> wording.say(Sentence.MODEL_NOT_SAID, asked));
        }
        String name = Requirement.wireName(offered);
        return asked.equals(name)
                ? Finding.met(wording -> wording.say(Sentence.MODEL_IS, asked), wording -> List.of(name))
                : Finding.unmet(wording -> wording.say(Sentence.MODEL_IS_NOT, name, asked), wording -> List.of(name));
    }

    /** Only a price that cannot fit excludes; one that fits in part can be negotiated. */
    private static Finding withinBudget(Pair pair) {
        Finding overlap = DealRules.budgetGiven(pair);
        return overlap.state() == State.partly ? Finding.met(overlap.message(), overlap.details()) : overlap;
    }

    private static Finding market(String asked, OfferFacts offer) {
        if (offer.excludedMarkets().contains(asked)) {
            return notServed(asked);
        }
        if (offer.targetMarkets().contains(asked) || offer.party().markets().contains(asked)) {
            return Finding.met(
                    wording -> wording.say(Sentence.SERVED, wording.country(asked)),
                    wording -> List.of(wording.country(asked)));
        }
        return Finding.missing(Side.provider, wording -> wording.say(Sentence.SERVED_NOT_SAID, wording.country(asked)));
    }

    private static Finding notServed(String country) {
        return Finding.unmet(
                wording -> wording.say(Sentence.NOT_SERVED, wording.country(country)),
                wording -> List.of(wording.country(country)));
    }

    private static String shown(@Nullable Text text) {
        String words = text == null ? "" : text.originalValue();
        return words.length() > 120 ? words.substring(0, words.offsetByCodePoints(0, 100)) + "…" : words;
    }
}
