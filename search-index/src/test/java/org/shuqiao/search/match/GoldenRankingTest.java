package org.shuqiao.search.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shuqiao.search.Fixtures.demand;
import static org.shuqiao.search.Fixtures.offer;
import static org.shuqiao.search.Fixtures.organization;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shuqiao.contracts.profile.OrganizationView;
import org.shuqiao.contracts.profile.OrganizationView.Verification;
import org.shuqiao.contracts.search.ExcludedView;
import org.shuqiao.contracts.search.MatchView;
import org.shuqiao.contracts.search.MatchesView;
import org.shuqiao.search.FreshIndices;
import org.shuqiao.search.SearchIndexTest;
import org.shuqiao.search.index.ElasticIndices;
import org.shuqiao.search.index.Indexing;
import org.shuqiao.search.index.Indexing.Change;
import org.shuqiao.search.index.Kind;
import org.shuqiao.search.index.Names;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.Lifecycle;
import org.springframework.core.io.ClassPathResource;

/**
 * The whole short list of one demand over a small market, as agreed on. Whoever changes a rule, a weight or an analyzer
 * sees here what it does to the order, changes the golden list with it, and the ranking version.
 */
@SearchIndexTest
class GoldenRankingTest {
    private static final UUID DEMAND = id(900);
    private static final UUID BUYER = id(901);

    @Autowired
    Indexing indexing;

    @Autowired
    ElasticIndices indices;

    @Autowired
    Names names;

    @Autowired
    Recommending recommending;

    @Autowired
    @Qualifier("indexGuard")
    Lifecycle guard;

    @Test
    void isTheOneAgreedOn() throws IOException {
        MatchesView list;
        try (FreshIndices _ = new FreshIndices(indices, guard)) {
            market();
            list = recommending.offersFor(DEMAND, 20, "golden").block();
        }

        List<String> lines = new ArrayList<>();
        assertThat(list).isNotNull();
        for (MatchView match : list.matches()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%.4f buyer %.4f provider %.4f %s",
                    match.score(),
                    match.buyerScore(),
                    match.providerScore(),
                    match.title().originalValue()));
        }
        for (ExcludedView excluded : list.excluded()) {
            lines.add("excluded " + excluded.title().originalValue() + ": "
                    + excluded.unmet().getFirst().message());
        }

        String golden = new ClassPathResource("golden/ranking-v5.txt").getContentAsString(StandardCharsets.UTF_8);
        assertThat(String.join("\n", lines) + "\n").isEqualTo(golden);
    }

    private void market() {
        List<OrganizationView> organizations = new ArrayList<>();
        organizations.add(organization(
                id(1),
                1,
                "Verified",
                Verification.documents,
                "{'city':'CNSHA','trackRecord':[{'title':'a'},{'title':'b'}]}"));
        for (int i = 2; i <= 8; i++) {
            organizations.add(organization(id(i), 1, "Provider " + i, Verification.none, "{'city':'CNSHA'}"));
        }
        organizations.add(organization(BUYER, 1, "Almaty Water", Verification.identifier, "{'city':'KZALA'}"));
        List<Change> offers = List.of(
                state(
                        1,
                        "zh",
                        "智能水表平台",
                        "AMR 自动抄表与漏损监测平台",
                        "{'area':'digital-services','languages':['zh','ru'],"
                                + "'targetMarkets':['KZ'],'standards':[{'name':'ISO 27001'}],"
                                + "'price':{'min':'10000','max':'30000','currency':'USD'}}"),
                state(2, "zh", "远程抄表软件", "AMR 远程抄表", "{'area':'digital-services','languages':['zh']}"),
                state(3, "en", "Water meter reading", "Remote reading of water meters (AMR)", "{}"),
                state(4, "ru", "Учёт воды", "Дистанционное считывание счётчиков воды и контроль утечек", "{}"),
                state(5, "ru", "Счётчики воды", "Поставка счётчиков воды", "{'standards':[{'name':'SOC 2'}]}"),
                state(6, "ru", "Счётчики", "Поставка счётчиков воды", "{'excludedMarkets':['KZ']}"),
                state(7, "zh", "动画制作", "原创动画内容", "{'area':'digital-content'}"),
                state(8, "zh", "数据治理", "城市数据平台", "{'area':'digital-services'}"));
        indexing.organizations(names.living(), organizations).block();
        indexing.listings(names.living(), Kind.OFFERS, offers).block();
        indexing.listings(
                        names.living(),
                        Kind.DEMANDS,
                        List.of(new Change.State(demand(
                                DEMAND,
                                BUYER,
                                1,
                                "ru",
                                "Счётчики воды с автоматическим считыванием",
                                "Нужны цифровые счётчики воды (AMR) и контроль утечек",
                                "{'area':'digital-services','place':{'country':'KZ'},'languages':['ru'],"
                                        + "'budget':{'max':'20000','currency':'USD'},"
                                        + "'essentials':[{'kind':'standard','value':'ISO/IEC 27001'}]}"))))
                .block();
        indices.refresh(names.living(), Kind.OFFERS, Kind.DEMANDS).block();
    }

    private static Change state(int number, String language, String title, String summary, String more) {
        return new Change.State(offer(id(100 + number), id(number), 1, language, title, summary, more));
    }

    private static UUID id(int number) {
        return new UUID(0x7000L, 0x8000000000000000L + number);
    }
}
