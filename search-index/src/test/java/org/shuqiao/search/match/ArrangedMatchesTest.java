package org.shuqiao.search.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shuqiao.search.Fixtures.demand;
import static org.shuqiao.search.Fixtures.organization;
import static org.shuqiao.search.match.Lists.ids;
import static org.shuqiao.search.match.Lists.reason;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shuqiao.contracts.profile.OrganizationView.Verification;
import org.shuqiao.contracts.search.MatchView;
import org.shuqiao.contracts.search.MatchView.PositionView;
import org.shuqiao.contracts.search.MatchesView;
import org.shuqiao.contracts.search.ReasonView.State;
import org.shuqiao.search.Http;
import org.shuqiao.search.Market;
import org.shuqiao.search.SearchIndexTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** In which order matches are listed, and which of them. Each test begins with empty indices. */
@SearchIndexTest
class ArrangedMatchesTest {
    private static final UUID DEMAND = UUID.fromString("00000000-0000-7000-8000-00000000d000");
    private static final UUID BUYER = UUID.fromString("00000000-0000-7000-8000-00000000b000");

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    private Market market;

    @BeforeEach
    void empty() {
        market = new Market(context);
    }

    @AfterEach
    void close() {
        market.close();
    }

    @Test
    void equalsAreOrderedByAHashThatIsAnotherForEachDemand() {
        UUID second = UUID.fromString("00000000-0000-7000-8000-00000000d001");
        market.put(demand(DEMAND, BUYER, 1, "en", "Backup", "Backup"));
        market.put(demand(second, BUYER, 1, "en", "Backup", "Backup"));
        List<UUID> offers = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            offers.add(market.offer("en", "Backup", "Backup", "{}"));
        }
        market.refresh();

        assertThat(ids(matches(DEMAND)))
                .containsExactlyInAnyOrderElementsOf(offers)
                .isEqualTo(ids(matches(DEMAND)));
        assertThat(ids(matches(second)))
                .containsExactlyInAnyOrderElementsOf(offers)
                .isNotEqualTo(ids(matches(DEMAND)));
    }

    @Test
    void aLongListIsFilledUpAndSaysThatNoWordIsShared() {
        market.put(demand(DEMAND, BUYER, 1, "en", "Backup", "Backup"));
        for (int i = 0; i < 30; i++) {
            market.offer("zh", "仓储", "清关", "{}");
        }
        market.refresh();

        MatchesView matches =
                new Http(port).get("/demands/" + DEMAND + "/matches?limit=25").as(MatchesView.class);

        assertThat(matches.matches())
                .hasSize(25)
                .allSatisfy(match ->
                        assertThat(reason(match, "termsShared").state()).isEqualTo(State.unmet));
    }

    @Test
    void aListIsGivenAgainUntilTheIndexChanges() {
        market.put(demand(DEMAND, BUYER, 1, "en", "Backup", "Backup"));
        UUID first = market.offer("en", "Backup", "Backup", "{}");
        market.refresh();
        assertThat(ids(matches(DEMAND))).containsExactly(first);
        UUID second = market.offer("en", "Backup", "Backup", "{}");
        market.refreshQuietly();
        assertThat(ids(matches(DEMAND))).as("the same generation").containsExactly(first);

        market.refresh();

        assertThat(ids(matches(DEMAND))).containsExactlyInAnyOrder(first, second);
    }

    @Test
    void nearlyTheSameOffersOfOneProviderAreOneEntryAndLeaveRoomForOthers() {
        market.put(demand(DEMAND, BUYER, 1, "en", "Cloud backup", "Backup of databases"));
        UUID provider = UUID.randomUUID();
        List<UUID> same = new ArrayList<>();
        for (String edition : List.of("Basic", "Plus", "Premium")) {
            same.add(market.offer(provider, "en", "Cloud backup " + edition, "Backup of databases, " + edition, "{}"));
        }
        UUID other = market.offer("en", "Archive", "Backup of files", "{}");
        market.refresh();

        MatchesView matches =
                new Http(port).get("/demands/" + DEMAND + "/matches?limit=2").as(MatchesView.class);

        assertThat(ids(matches)).hasSize(2).contains(other);
        MatchView entry = matches.matches().stream()
                .filter(match -> match.providerId().equals(provider))
                .findFirst()
                .orElseThrow();
        assertThat(entry.alike()).isNotNull();
        assertThat(entry.alike().count()).isEqualTo(2);
        List<UUID> all = new ArrayList<>(entry.alike().ids());
        all.add(entry.offerId());
        assertThat(all).containsExactlyInAnyOrderElementsOf(same);
    }

    @Test
    void oneOfTheFirstTenPositionsIsANewProvidersAndSaysSo() {
        market.put(demand(DEMAND, BUYER, 1, "en", "Backup", "Backup"));
        for (int i = 0; i < 12; i++) {
            UUID experienced = UUID.randomUUID();
            market.offer(experienced, "en", "Backup", "Backup", "{}");
            market.put(organization(experienced, 1, "Old " + i, Verification.none, "{'trackRecord':[{'title':'a'}]}"));
        }
        UUID young = UUID.randomUUID();
        market.offer(young, "en", "Backup", "Backup", "{}");
        market.put(organization(young, 1, "Young", Verification.none, "{}"));
        market.refresh();

        MatchesView matches = matches(DEMAND);

        assertThat(matches.matches()).hasSize(13);
        List<MatchView> moved = matches.matches().stream()
                .filter(match -> match.position() != null)
                .toList();
        assertThat(moved).extracting(MatchView::providerId).containsExactly(young);
        assertThat(moved.getFirst().position().reason()).isEqualTo(PositionView.Reason.newProvider);
        assertThat(moved.getFirst().position().byScore()).isEqualTo(13);
        assertThat(moved.getFirst().position().message()).contains("13");
        assertThat(matches.matches().indexOf(moved.getFirst())).isBetween(3, 9);
        assertThat(ids(matches(DEMAND))).as("the same each time").isEqualTo(ids(matches));
        // a shorter list is its beginning
        assertThat(ids(new Http(port)
                        .get("/demands/" + DEMAND + "/matches?limit=5")
                        .as(MatchesView.class)))
                .isEqualTo(ids(matches).subList(0, 5));
    }

    private MatchesView matches(UUID demand) {
        return new Http(port).get("/demands/" + demand + "/matches").as(MatchesView.class);
    }
}
