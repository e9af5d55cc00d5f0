package org.shuqiao.search.match;

import java.util.List;
import org.shuqiao.contracts.profile.OrganizationView.Verification;
import org.shuqiao.search.fact.Party;

/** What speaks for the other side. Having nothing to show counts 0, so that showing something never hurts. */
final class TrustRules {
    private TrustRules() {}

    /** From here on more deliveries to one buyer, or more at all, tell nothing new. */
    private static final double MANY_TO_ONE = 10;

    private static final double MANY = 50;

    static Finding sameBuyer(Pair pair) {
        Party provider = pair.offer().party();
        Party buyer = pair.demand().party();
        if (provider.version() == 0 || buyer.version() == 0) {
            return Finding.unknown(
                    () -> "Nothing is known of the " + (provider.version() == 0 ? "provider" : "buyer") + " yet.");
        }
        int deals = provider.dealsWith(buyer.names());
        return deals == 0
                ? Finding.unmet(() -> "The provider shows no delivery to this buyer.", List::of)
                : Finding.graded(
                        growing(deals, MANY_TO_ONE),
                        () -> "The provider shows " + deliveries(deals) + " to this buyer.",
                        List::of);
    }

    static Finding trackRecord(Pair pair) {
        Party provider = pair.offer().party();
        if (provider.version() == 0) {
            return Finding.unknown(() -> "Nothing is known of the provider yet.");
        }
        int deals = provider.deals();
        if (deals == 0) {
            return Finding.unmet(() -> "The provider shows no track record yet.", List::of);
        }
        return Finding.graded(
                growing(deals, MANY),
                () -> "The provider shows " + deliveries(deals) + ".",
                () -> provider.lastDeal() == null ? List.of() : List.of("latest " + provider.lastDeal()));
    }

    /** Grows with the logarithm: the first few count most; 1 from {@code many} on. */
    private static double growing(int deals, double many) {
        return Math.min(1, Math.log1p(deals) / Math.log1p(many));
    }

    private static String deliveries(int deals) {
        return deals + (deals == 1 ? " delivery" : " deliveries");
    }

    static Finding providerVerification(Pair pair) {
        return verification(pair.offer().party(), "provider");
    }

    static Finding buyerVerification(Pair pair) {
        return verification(pair.demand().party(), "buyer");
    }

    private static Finding verification(Party party, String side) {
        Verification verification = party.verification();
        if (verification == null) {
            return Finding.unknown(() -> "Nothing is known of the " + side + " yet.");
        }
        return switch (verification) {
            case none -> Finding.unmet(() -> "The " + side + " is not verified.", List::of);
            case identifier -> Finding.graded(0.6, () -> "The " + side + "'s identifier is verified.", List::of);
            case documents -> Finding.met(() -> "The " + side + "'s documents are verified.", List::of);
        };
    }
}
