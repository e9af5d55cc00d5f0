package org.shuqiao.search.match;

import java.util.List;
import org.shuqiao.contracts.profile.OrganizationView.Verification;
import org.shuqiao.contracts.search.MatchView.Side;
import org.shuqiao.search.fact.Party;

/** What speaks for the other side. Having nothing to show counts 0, so that showing something never hurts. */
final class TrustRules {
    private TrustRules() {}

    /** From here on more deliveries to one buyer, or more at all, tell nothing new. */
    private static final double MANY_TO_ONE = 10;

    private static final double MANY = 50;

    /** Which work that is comes from {@link Recommending}, which has the titles. */
    static Finding similarWork(Pair pair) {
        Party provider = pair.offer().party();
        if (provider.version() == 0) {
            return Finding.unknown(wording -> wording.say(Sentence.PROVIDER_NOT_KNOWN));
        }
        SimilarWork work = pair.work();
        Sentence sentence = work.value() <= 0
                ? Sentence.NO_SIMILAR_WORK
                : work.best().isEmpty() ? Sentence.HARDLY_SIMILAR_WORK : Sentence.SIMILAR_WORK;
        return Finding.graded(
                work.value(),
                wording -> wording.say(sentence, Long.toString(Math.round(work.value() * 100))),
                Finding.NOTHING_MORE);
    }

    static Finding sameBuyer(Pair pair) {
        Party provider = pair.offer().party();
        Party buyer = pair.demand().party();
        if (provider.version() == 0 || buyer.version() == 0) {
            return Finding.unknown(wording ->
                    wording.say(provider.version() == 0 ? Sentence.PROVIDER_NOT_KNOWN : Sentence.BUYER_NOT_KNOWN));
        }
        int deals = provider.dealsWith(buyer.names());
        return deals == 0
                ? Finding.unmet(wording -> wording.say(Sentence.NO_DELIVERY_TO_BUYER), Finding.NOTHING_MORE)
                : Finding.graded(
                        growing(deals, MANY_TO_ONE),
                        wording -> wording.say(Sentence.DELIVERIES_TO_BUYER, Integer.toString(deals)),
                        Finding.NOTHING_MORE);
    }

    static Finding trackRecord(Pair pair) {
        Party provider = pair.offer().party();
        if (provider.version() == 0) {
            return Finding.missing(Side.provider, wording -> wording.say(Sentence.PROVIDER_NOT_KNOWN));
        }
        int deals = provider.deals();
        if (deals == 0) {
            return Finding.unmet(wording -> wording.say(Sentence.NO_TRACK_RECORD), Finding.NOTHING_MORE);
        }
        return Finding.graded(
                growing(deals, MANY),
                wording -> wording.say(Sentence.DELIVERIES, Integer.toString(deals)),
                wording -> provider.lastDeal() == null
                        ? List.of()
                        : List.of(
                                wording.say(Sentence.LATEST, provider.lastDeal().toString())));
    }

    /** Grows with the logarithm: the first few count most; 1 from {@code many} on. */
    private static double growing(int deals, double many) {
        return Math.min(1, Math.log1p(deals) / Math.log1p(many));
    }

    static Finding providerVerification(Pair pair) {
        return verification(
                pair.offer().party(),
                Side.provider,
                Sentence.PROVIDER_NOT_KNOWN,
                Sentence.PROVIDER_NOT_VERIFIED,
                Sentence.PROVIDER_IDENTIFIER_VERIFIED,
                Sentence.PROVIDER_DOCUMENTS_VERIFIED);
    }

    static Finding buyerVerification(Pair pair) {
        return verification(
                pair.demand().party(),
                Side.buyer,
                Sentence.BUYER_NOT_KNOWN,
                Sentence.BUYER_NOT_VERIFIED,
                Sentence.BUYER_IDENTIFIER_VERIFIED,
                Sentence.BUYER_DOCUMENTS_VERIFIED);
    }

    private static Finding verification(
            Party party, Side side, Sentence unknown, Sentence none, Sentence identifier, Sentence documents) {
        Verification verification = party.verification();
        if (verification == null) {
            return Finding.missing(side, wording -> wording.say(unknown));
        }
        return switch (verification) {
            case none -> Finding.unmet(wording -> wording.say(none), Finding.NOTHING_MORE);
            case identifier -> Finding.graded(0.6, wording -> wording.say(identifier), Finding.NOTHING_MORE);
            case documents -> Finding.met(wording -> wording.say(documents), Finding.NOTHING_MORE);
        };
    }
}
