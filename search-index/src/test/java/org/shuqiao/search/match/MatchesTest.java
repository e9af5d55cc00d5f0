package org.shuqiao.search.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.shuqiao.search.Fixtures.demand;
import static org.shuqiao.search.Fixtures.organization;
import static org.shuqiao.search.match.Lists.ids;
import static org.shuqiao.search.match.Lists.match;
import static org.shuqiao.search.match.Lists.reason;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shuqiao.contracts.listing.ListingStatus;
import org.shuqiao.contracts.profile.OrganizationView.Verification;
import org.shuqiao.contracts.search.ExcludedView;
import org.shuqiao.contracts.search.MatchView;
import org.shuqiao.contracts.search.MatchesView;
import org.shuqiao.contracts.search.ReasonView;
import org.shuqiao.contracts.search.ReasonView.State;
import org.shuqiao.search.Http;
import org.shuqiao.search.Market;
import org.shuqiao.search.SearchIndexTest;
import org.shuqiao.search.index.Indexing.Change;
import org.shuqiao.search.index.Kind;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** What is found for a demand, and what is not. Each test begins with empty indices. */
@SearchIndexTest
class MatchesTest {
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
    void aChineseOfferIsMatchedWithAChineseDemandWithTheWordsTheyShare() {
        market.put(demand(DEMAND, BUYER, 1, "zh", "售票系统开发", "需要一套在线售票系统，包括部署与维护"));
        UUID fits = market.offer("zh", "票务平台", "在线售票系统的开发与部署", "{}");
        UUID other = market.offer("zh", "仓储", "跨境清关", "{}");
        market.refresh();

        MatchesView matches = matches(DEMAND);

        assertThat(ids(matches)).containsExactly(fits, other);
        MatchView best = matches.matches().getFirst();
        ReasonView words = reason(best, "textSimilarity");
        assertThat(words.details()).anyMatch(detail -> detail.contains("售票"));
        assertThat(best.title().originalValue()).isEqualTo("票务平台");
        assertThat(reason(matches.matches().getLast(), "textSimilarity").value())
                .isZero();
        assertThat(matches.rankingVersion()).isEqualTo("v5");
    }

    @Test
    void acrossLanguagesAbbreviationsAndFactsBringThemTogether() {
        market.put(demand(
                DEMAND,
                BUYER,
                1,
                "ru",
                "Счётчики воды",
                "Нужны счётчики с автоматическим считыванием (AMR)",
                "{'area':'digital-services','classification':[{'scheme':'CPV','id':'72212517'}]}"));
        UUID amr = market.offer("zh", "水表", "AMR 自动抄表系统", "{}");
        UUID sameClass = market.offer(
                "zh",
                "抄表软件",
                "软件开发",
                "{'area':'digital-services','classification':[{'scheme':'CPV','id':'72212517'}]}");
        UUID neither = market.offer("zh", "影视", "动画制作", "{'area':'digital-content'}");
        market.refresh();

        MatchesView matches = matches(DEMAND);

        // the water meter is a concept, the class a fact: both bring an offer before the one that has neither
        assertThat(ids(matches)).hasSize(3).endsWith(neither).contains(amr, sameClass);
        MatchView byWord = match(matches, amr);
        assertThat(reason(byWord, "termsShared").details()).containsExactly("AMR");
        assertThat(reason(byWord, "textSimilarity").value()).isNull();
    }

    @Test
    void aConceptBringsTogetherWhatSharesNoWord() {
        market.put(demand(DEMAND, BUYER, 1, "ru", "Межсетевой экран", "Нужен межсетевой экран"));
        UUID firewall = market.offer("zh", "防火墙", "提供防火墙", "{}");
        UUID other = market.offer("zh", "动画制作", "原创动画", "{}");
        market.refresh();

        MatchesView matches = matches(DEMAND);

        assertThat(ids(matches)).containsExactly(firewall, other);
        MatchView best = matches.matches().getFirst();
        assertThat(reason(best, "conceptsShared").value()).isGreaterThan(0.5);
        assertThat(reason(best, "conceptsShared").details().getFirst()).isEqualTo("межсетевой экран – 防火墙");
        // what Elasticsearch adds for concepts is not taken for words
        assertThat(reason(best, "termsShared").value()).isZero();
        assertThat(reason(matches.matches().getLast(), "conceptsShared").value())
                .isLessThan(0.2);
    }

    @Test
    void whatIsSharedBesidesWordsIsNotTakenForWords() {
        String facts = "{'area':'cloud-services','classification':[{'scheme':'CPV','id':'72317000'}]}";
        market.put(demand(DEMAND, BUYER, 1, "en", "Cloud backup", "Backup of files", facts));
        UUID all = market.offer("en", "Cloud backup", "Backup of files", facts);
        UUID words = market.offer("en", "Cloud backup", "Backup of files", "{}");
        UUID noWord = market.offer("zh", "云存储", "存储服务", facts);
        market.refresh();

        MatchesView matches = matches(DEMAND);

        assertThat(ids(matches)).containsExactlyInAnyOrder(all, words, noWord);
        double ofWords = value(matches, words, "textSimilarity");
        assertThat(ofWords).isPositive();
        assertThat(value(matches, all, "textSimilarity")).isCloseTo(ofWords, within(1e-6));
        assertThat(value(matches, noWord, "termsShared")).isZero();
    }

    @Test
    void aMustHaveThatIsNotMetExcludesAndSaysSo() {
        market.put(demand(
                DEMAND,
                BUYER,
                1,
                "en",
                "Cloud backup",
                "Backup of hospital data",
                "{'place':{'country':'KZ'},'essentials':[{'kind':'standard','value':'ISO/IEC 27001'}]}"));
        UUID holds = market.offer("en", "Backup", "Cloud backup", "{'standards':[{'name':'ISO 27001'}]}");
        UUID silent = market.offer("en", "Backup", "Cloud backup", "{}");
        UUID lacks = market.offer("en", "Backup", "Cloud backup", "{'standards':[{'name':'SOC 2'}]}");
        UUID notHere = market.offer("en", "Backup", "Cloud backup", "{'excludedMarkets':['KZ']}");
        market.refresh();

        MatchesView matches = matches(DEMAND);

        assertThat(ids(matches)).containsExactly(holds, silent);
        assertThat(matches.matches().getLast().reasons().buyer())
                .filteredOn(reason -> reason.feature().equals("mustHave"))
                .extracting(ReasonView::state)
                .containsExactly(State.unknown);
        assertThat(matches.excludedTotal()).isEqualTo(2);
        assertThat(matches.excluded()).extracting(ExcludedView::offerId).containsExactlyInAnyOrder(lacks, notHere);
        assertThat(matches.excluded())
                .allSatisfy(excluded -> assertThat(excluded.unmet())
                        .allMatch(reason -> reason.state() == State.unmet)
                        .hasSize(1));
    }

    @Test
    void neverOnesOwnNorWhatIsNotShown() {
        UUID both = UUID.randomUUID();
        market.put(demand(DEMAND, both, 1, "en", "Cloud backup", "Backup"));
        market.offer(both, "en", "Cloud backup", "Mine", "{}");
        market.offer("en", "Cloud backup", "Expired", "{'validUntil':'2020-01-01T00:00:00Z'}");
        market.offer("en", "Cloud backup", "Not yet", "{'validFrom':'2999-01-01T00:00:00Z'}");
        UUID paused = market.offer("en", "Cloud backup", "Paused", "{}");
        market.put(Kind.OFFERS, new Change.Closed(paused, 2, ListingStatus.paused));
        UUID shown = market.offer("en", "Cloud backup", "Shown", "{}");
        market.refresh();

        assertThat(ids(matches(DEMAND))).containsExactly(shown);
    }

    @Test
    void anOfferSeesTheDemandsItCouldWinWithTheSameScore() {
        market.put(demand(DEMAND, BUYER, 1, "en", "Ticket system", "Online ticket sales system"));
        UUID offer = market.offer("en", "Ticketing", "Online ticket sales platform", "{}");
        market.put(organization(BUYER, 1, "Warsaw Trams", Verification.none, "{}"));
        market.refresh();

        MatchesView demands =
                new Http(port).get("/offers/" + offer + "/matches").as(MatchesView.class);

        assertThat(demands.of()).isEqualTo(offer);
        assertThat(demands.matches()).extracting(MatchView::demandId).containsExactly(DEMAND);
        MatchView match = demands.matches().getFirst();
        assertThat(match.buyerName()).isNotNull();
        assertThat(match.score()).isPositive();
        assertThat(match.title().originalValue()).isEqualTo("Ticket system");
    }

    @Test
    void anUnknownIdIsAProblem() {
        Http http = new Http(port);

        assertThat(http.get("/demands/" + UUID.randomUUID() + "/matches").status())
                .isEqualTo(404);
        assertThat(http.get("/offers/" + UUID.randomUUID() + "/matches")
                        .json()
                        .path("type")
                        .asString())
                .isEqualTo("urn:shuqiao:problem:unknown-offer");
        assertThat(http.get("/demands/nonsense/matches").status()).isEqualTo(400);
        assertThat(http.get("/demands/" + DEMAND + "/matches?limit=0").status()).isEqualTo(400);
    }

    private MatchesView matches(UUID demand) {
        return new Http(port).get("/demands/" + demand + "/matches").as(MatchesView.class);
    }

    private static double value(MatchesView matches, UUID offer, String feature) {
        Double value = reason(match(matches, offer), feature).value();
        return value == null ? -1 : value;
    }
}
