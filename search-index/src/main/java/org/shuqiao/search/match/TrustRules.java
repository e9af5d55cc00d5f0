package org.shuqiao.search.match;

import java.util.List;
import org.shuqiao.contracts.profile.OrganizationView.Verification;
import org.shuqiao.search.fact.Party;

/** What speaks for the other side. Having nothing to show counts 0, so that showing something never hurts. */
final class TrustRules {
    private TrustRules() {}

    /** n deliveries count n / (n + 3): the first few count most. */
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
                deals / (deals + 3.0),
                () -> "The provider shows " + deals + (deals == 1 ? " delivery." : " deliveries."),
                () -> provider.lastDeal() == null ? List.of() : List.of("latest " + provider.lastDeal()));
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
