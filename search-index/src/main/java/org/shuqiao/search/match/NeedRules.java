package org.shuqiao.search.match;

import java.util.List;
import org.shuqiao.contracts.search.MatchView.Side;
import org.shuqiao.search.match.Coverage.Needed;

/** Whether the offer names what the texts of the demand need. None of it excludes: it was read, not given. */
final class NeedRules {
    /** What is half as central to an offer as what it names most is what it is about. */
    private static final double CENTRAL = 0.5;

    private NeedRules() {}

    static Finding essentialsCovered(Pair pair) {
        return covered(
                pair,
                pair.coverage().essentials(),
                Sentence.NOTHING_REQUIRED_IN_TEXT,
                Sentence.REQUIRED_IN_TEXT_SILENT,
                Sentence.REQUIRED_IN_TEXT_NAMED);
    }

    static Finding wishesCovered(Pair pair) {
        return covered(
                pair,
                pair.coverage().wishes(),
                Sentence.NOTHING_WISHED_IN_TEXT,
                Sentence.WISHED_IN_TEXT_SILENT,
                Sentence.WISHED_IN_TEXT_NAMED);
    }

    /**
     * The weighted mean of how far each concept is covered. Whether the offer has one that it does not name is as likely as
     * both texts are about the same ({@link Pair#nearness}); where it names nothing of all that is needed, nobody knows. So an
     * offer does not lose by naming more.
     */
    private static Finding covered(
            Pair pair, List<Needed> needs, Sentence nothingNeeded, Sentence silent, Sentence named) {
        if (needs.isEmpty()) {
            return Finding.unknown(wording -> wording.say(nothingNeeded));
        }
        if (needs.stream().allMatch(Needed::isSilent)) {
            return Finding.missing(Side.provider, wording -> wording.say(silent, Integer.toString(needs.size())));
        }
        double sum = 0;
        double all = 0;
        for (Needed need : needs) {
            sum += need.weight() * Math.max(need.share(), pair.nearness());
            all += need.weight();
        }
        long met = needs.stream().filter(Needed::isNamed).count();
        return Finding.graded(
                met == needs.size() ? 1 : sum / all,
                wording -> wording.say(named, Long.toString(met), Integer.toString(needs.size())),
                Finding.NOTHING_MORE);
    }

    /** Known only where the offer names something that is not wanted; 0 where it is about that, more where it hardly is. */
    static Finding nothingUnwanted(Pair pair) {
        double most = 0;
        for (Needed unwanted : pair.coverage().excluded()) {
            most = Math.max(most, unwanted.share());
        }
        if (most <= 0) {
            return Finding.unknown(wording -> wording.say(Sentence.NOTHING_UNWANTED_NAMED));
        }
        boolean central = isCentral(most);
        return Finding.graded(
                1 - most / CENTRAL,
                wording -> wording.say(central ? Sentence.UNWANTED_CENTRAL : Sentence.UNWANTED_NAMED),
                Finding.NOTHING_MORE);
    }

    /** Whether the offer is about a concept that is so central to it. */
    static boolean isCentral(double share) {
        return share >= CENTRAL;
    }
}
