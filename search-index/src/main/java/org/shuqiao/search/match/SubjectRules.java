package org.shuqiao.search.match;

import java.util.List;
import java.util.Locale;
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
            return Finding.unknown(() -> "The texts are in different languages.");
        }
        double similarity = pair.similarity();
        return Finding.graded(
                similarity,
                () -> similarity > 0
                        ? "The texts share words (similarity " + Math.round(similarity * 100) + " of 100)."
                        : "The texts share no word.",
                List::of);
    }

    /** What words texts of different languages share are names, numbers and abbreviations. */
    static Finding termsShared(Pair pair) {
        if (canBeReadTogether(pair)) {
            return Finding.unknown(() -> "The texts are in the same language.");
        }
        double similarity = pair.similarity();
        return Finding.graded(
                similarity,
                () -> similarity > 0
                        ? "The texts share names or terms (similarity " + Math.round(similarity * 100) + " of 100)."
                        : "The texts share no name or term.",
                List::of);
    }

    private static boolean canBeReadTogether(Pair pair) {
        List<String> asked = pair.demand().readIn();
        List<String> offered = pair.offer().readIn();
        return asked.isEmpty() || offered.isEmpty() || asked.stream().anyMatch(offered::contains);
    }

    static Finding conceptsShared(Pair pair) {
        if (pair.demand().about().size() == 0 || pair.offer().about().size() == 0) {
            return Finding.unknown(() -> pair.demand().about().size() == 0
                    ? "No concept of the thesaurus is recognised in the demand."
                    : "No concept of the thesaurus is recognised in the offer.");
        }
        double nearness = pair.nearness() < CHANCE ? 0 : pair.nearness();
        return Finding.graded(
                nearness,
                () -> nearness > 0
                        ? "The texts are about the same concepts (nearness " + Math.round(nearness * 100) + " of 100)."
                        : "The texts are about nothing in common.",
                List::of);
    }

    static Finding vectorNearness(Pair pair) {
        DenseVector asked = pair.demand().vector();
        DenseVector offered = pair.offer().vector();
        OptionalDouble nearness = asked == null || offered == null ? OptionalDouble.empty() : asked.nearness(offered);
        if (nearness.isEmpty()) {
            return Finding.unknown(() -> "The texts have no vectors to compare.");
        }
        double value = nearness.getAsDouble();
        return Finding.graded(
                value,
                () -> "A language model finds the texts " + (value > 0 ? "near" : "far from") + " each other ("
                        + Math.round(value * 100) + " of 100).",
                List::of);
    }

    static Finding area(Pair pair) {
        Area asked = pair.demand().area();
        Area offered = pair.offer().area();
        if (asked == null || offered == null) {
            return Finding.unknown(() -> asked == null ? "The demand names no area." : "The offer names no area.");
        }
        return asked == offered
                ? Finding.met(() -> "Both are in the area " + name(asked) + ".", () -> List.of(name(asked)))
                : Finding.unmet(() -> "The areas differ.", () -> List.of(name(asked), name(offered)));
    }

    /**
     * The nearest two classes of one scheme: 1 when equal, else how much of the longer code's significant digits they
     * share from the left (CPV and CPC are hierarchies by digit; trailing zeros mean "and all below").
     */
    static Finding classification(Pair pair) {
        double best = -1;
        List<String> nearest = List.of();
        for (String asked : pair.demand().classification()) {
            for (String offered : pair.offer().classification()) {
                double nearness = nearness(asked, offered);
                if (nearness > best) {
                    best = nearness;
                    nearest = asked.equals(offered) ? List.of(asked) : List.of(asked, offered);
                }
            }
        }
        if (best < 0) {
            return Finding.unknown(() -> "They are not classified by the same scheme.");
        }
        List<String> details = nearest;
        String message = best >= 1
                ? "Both are in the same class."
                : best > 0 ? "Their classes are related." : "Their classes differ.";
        return Finding.graded(best, () -> message, () -> details);
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

    private static String name(Area area) {
        return area.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
