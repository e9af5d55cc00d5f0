package org.shuqiao.search.match;

import java.util.List;
import java.util.OptionalDouble;
import org.shuqiao.contracts.listing.Area;
import org.shuqiao.search.vector.DenseVector;

/** Whether demand and offer are about the same thing. */
final class SubjectRules {
    /** Texts about quite different things are as near as this by chance. */
    private static final double CHANCE = 0.05;

    private SubjectRules() {}

    /** Across languages the words say little: see {@link #termsShared}. */
    static Finding textSimilarity(Pair pair) {
        if (!canBeReadTogether(pair)) {
            return Finding.unknown(wording -> wording.say(Sentence.TEXTS_IN_OTHER_LANGUAGES));
        }
        double similarity = pair.similarity();
        return Finding.graded(
                similarity,
                wording -> similarity > 0
                        ? wording.say(Sentence.WORDS_SHARED, hundredths(similarity))
                        : wording.say(Sentence.NO_WORD_SHARED),
                Finding.NOTHING_MORE);
    }

    /** What words texts of different languages share are names, numbers and abbreviations. */
    static Finding termsShared(Pair pair) {
        if (canBeReadTogether(pair)) {
            return Finding.unknown(wording -> wording.say(Sentence.TEXTS_IN_SAME_LANGUAGE));
        }
        double similarity = pair.similarity();
        return Finding.graded(
                similarity,
                wording -> similarity > 0
                        ? wording.say(Sentence.TERMS_SHARED, hundredths(similarity))
                        : wording.say(Sentence.NO_TERM_SHARED),
                Finding.NOTHING_MORE);
    }

    private static boolean canBeReadTogether(Pair pair) {
        List<String> asked = pair.demand().readIn();
        List<String> offered = pair.offer().readIn();
        return asked.isEmpty() || offered.isEmpty() || asked.stream().anyMatch(offered::contains);
    }

    static Finding conceptsShared(Pair pair) {
        if (pair.demand().about().size() == 0 || pair.offer().about().size() == 0) {
            return Finding.unknown(wording -> wording.say(
                    pair.demand().about().size() == 0 ? Sentence.NO_CONCEPT_IN_DEMAND : Sentence.NO_CONCEPT_IN_OFFER));
        }
        double nearness = pair.nearness() < CHANCE ? 0 : pair.nearness();
        return Finding.graded(
                nearness,
                wording -> nearness > 0
                        ? wording.say(Sentence.CONCEPTS_SHARED, hundredths(nearness))
                        : wording.say(Sentence.NO_CONCEPT_SHARED),
                Finding.NOTHING_MORE);
    }

    static Finding vectorNearness(Pair pair) {
        DenseVector asked = pair.demand().vector();
        DenseVector offered = pair.offer().vector();
        OptionalDouble nearness = asked == null || offered == null ? OptionalDouble.empty() : asked.nearness(offered);
        if (nearness.isEmpty()) {
            return Finding.unknown(wording -> wording.say(Sentence.NO_VECTORS));
        }
        double value = nearness.getAsDouble();
        return Finding.graded(
                value, wording -> wording.say(Sentence.VECTORS_NEAR, hundredths(value)), Finding.NOTHING_MORE);
    }

    static Finding area(Pair pair) {
        Area asked = pair.demand().area();
        Area offered = pair.offer().area();
        if (asked == null || offered == null) {
            return Finding.silent(
                    asked == null, offered == null, Sentence.DEMAND_WITHOUT_AREA, Sentence.OFFER_WITHOUT_AREA);
        }
        return asked == offered
                ? Finding.met(
                        wording -> wording.say(Sentence.SAME_AREA, name(asked, wording)),
                        wording -> List.of(name(asked, wording)))
                : Finding.unmet(
                        wording -> wording.say(Sentence.OTHER_AREA),
                        wording -> List.of(name(asked, wording), name(offered, wording)));
    }

    /**
     * The nearest two classes of one scheme: 1 when equal, else how much of the longer code's significant digits they
     * share from the left (CPV and CPC are hierarchies by digit; trailing zeros mean "and all below").
     */
    static Finding classification(Pair pair) {
        List<String> askedClasses = pair.demand().classification();
        List<String> offeredClasses = pair.offer().classification();
        if (askedClasses.isEmpty() || offeredClasses.isEmpty()) {
            return Finding.silent(
                    askedClasses.isEmpty(),
                    offeredClasses.isEmpty(),
                    Sentence.DEMAND_WITHOUT_CLASS,
                    Sentence.OFFER_WITHOUT_CLASS);
        }
        double best = -1;
        List<String> nearest = List.of();
        for (String asked : askedClasses) {
            for (String offered : offeredClasses) {
                double nearness = nearness(asked, offered);
                if (nearness > best) {
                    best = nearness;
                    nearest = asked.equals(offered) ? List.of(asked) : List.of(asked, offered);
                }
            }
        }
        if (best < 0) {
            return Finding.unknown(wording -> wording.say(Sentence.OTHER_SCHEME));
        }
        List<String> details = nearest;
        Sentence message = best >= 1 ? Sentence.SAME_CLASS : best > 0 ? Sentence.CLASS_RELATED : Sentence.OTHER_CLASS;
        return Finding.graded(best, wording -> wording.say(message), wording -> details);
    }

    /** -1 when the schemes differ. */
    static double nearness(String asked, String offered) {
        int colon = asked.indexOf(':') + 1;
        if (colon != offered.indexOf(':') + 1 || !asked.regionMatches(0, offered, 0, colon)) {
            return -1;
        }
        if (asked.equals(offered)) {
            return 1;
        }
        String one = significant(asked.substring(colon));
        String other = significant(offered.substring(colon));
        int longer = Math.max(one.length(), other.length());
        int shared = 0;
        while (shared < Math.min(one.length(), other.length()) && one.charAt(shared) == other.charAt(shared)) {
            shared++;
        }
        // a division has two digits: less in common than that is nothing in common
        return shared < 2 ? 0 : Math.min(0.9, (double) shared / longer);
    }

    private static String significant(String code) {
        int dash = code.indexOf('-');
        String digits = dash > 0 ? code.substring(0, dash) : code;
        int end = digits.length();
        while (end > 2 && digits.charAt(end - 1) == '0') {
            end--;
        }
        return digits.substring(0, end);
    }

    private static String name(Area area, Wording wording) {
        return wording.say(
                switch (area) {
                    case CLOUD_SERVICES -> Sentence.AREA_CLOUD_SERVICES;
                    case DIGITAL_CONTENT -> Sentence.AREA_DIGITAL_CONTENT;
                    case DIGITAL_SERVICES -> Sentence.AREA_DIGITAL_SERVICES;
                    case CROSS_BORDER_ECOMMERCE -> Sentence.AREA_CROSS_BORDER_ECOMMERCE;
                });
    }

    private static String hundredths(double value) {
        return Long.toString(Math.round(value * 100));
    }
}
