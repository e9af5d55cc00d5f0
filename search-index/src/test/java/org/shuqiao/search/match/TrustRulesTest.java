package org.shuqiao.search.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shuqiao.search.match.Facts.pair;
import static org.shuqiao.search.match.Facts.party;
import static org.shuqiao.search.match.Findings.value;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.shuqiao.contracts.profile.OrganizationView.Verification;
import org.shuqiao.search.fact.Party;

/** What is known of the other side. */
class TrustRulesTest {
    @Test
    void havingATrackRecordNeverHurts() {
        assertThat(trackRecord(0)).isEqualTo(0);
        assertThat(trackRecord(1)).isEqualTo(Math.log(2) / Math.log(51));
        assertThat(trackRecord(50)).isEqualTo(1);
        assertThat(trackRecord(300)).isEqualTo(1);
    }

    @Test
    void whoDeliveredToThisBuyerIsPreferred() {
        assertThat(sameBuyer("city of almaty", 10)).isEqualTo(1);
        assertThat(sameBuyer("city of almaty", 1)).isEqualTo(Math.log(2) / Math.log(11));
        assertThat(sameBuyer("city of astana", 10)).isZero();
    }

    @Test
    void eachSideLooksAtTheOthersVerification() {
        Pair pair = pair(f -> {
            f.provider = party(p -> {
                p.verification = Verification.documents;
                return p;
            });
            f.buyer = party(p -> {
                p.verification = Verification.identifier;
                return p;
            });
        });

        assertThat(MatchPolicy.VERIFICATION.buyer().apply(pair).value()).isEqualTo(1.0);
        assertThat(MatchPolicy.VERIFICATION.provider().apply(pair).value()).isEqualTo(0.6);
    }

    private static double trackRecord(int deals) {
        return value(
                MatchPolicy.TRACK_RECORD,
                pair(f -> f.provider = party(p -> {
                    p.deals = deals;
                    return p;
                })));
    }

    private static double sameBuyer(String customer, int deals) {
        return value(MatchPolicy.SAME_BUYER, pair(f -> {
            f.buyer = party(p -> {
                p.names = List.of("алматы", "city of almaty");
                return p;
            });
            f.provider = party(p -> {
                p.customers = List.of(new Party.Customer(customer, deals));
                return p;
            });
        }));
    }
}
