package org.shuqiao.search.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shuqiao.search.Fixtures.demand;
import static org.shuqiao.search.match.Lists.match;
import static org.shuqiao.search.match.Lists.reason;
import static org.shuqiao.search.match.Lists.words;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shuqiao.contracts.search.MatchView;
import org.shuqiao.contracts.search.MatchesView;
import org.shuqiao.contracts.search.ReasonView;
import org.shuqiao.contracts.search.ReasonView.SharedConceptView;
import org.shuqiao.contracts.search.ReasonView.State;
import org.shuqiao.search.Http;
import org.shuqiao.search.Market;
import org.shuqiao.search.SearchIndexTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A Russian demand whose text says what it needs, against offers in Chinese. */
@SearchIndexTest
class NeededMatchesTest {
    private static final UUID DEMAND = UUID.fromString("00000000-0000-7000-8000-00000000d041");
    private static final String CRM = "customer-relationship-management-software";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    Market market;
    UUID all;
    UUID required;
    UUID unwanted;
    UUID silent;

    @BeforeEach
    void market() {
        market = new Market(context);
        market.put(demand(
                DEMAND,
                UUID.randomUUID(),
                1,
                "ru",
                "Система для отдела продаж",
                "Нужна система для работы отдела продаж с клиентами.\n"
                        + "Обязательно: CRM-система и сертификат ISO 27001.\n"
                        + "Желательно: чат-бот.\nБез блокчейна. Бюджет до 5 млн тенге."));
        all = market.offer(
                "zh",
                "销售管理平台",
                "销售客户管理系统，含CRM系统和聊天机器人。公司已通过ISO 27001认证。",
                "{'price':{'min':'1000000','max':'4000000','currency':'KZT'}}");
        required = market.offer("zh", "销售客户管理", "销售部门的CRM系统。", "{}");
        unwanted = market.offer("zh", "区块链平台", "区块链技术，区块链客户管理CRM系统，销售部门。", "{}");
        silent = market.offer("zh", "销售外包", "销售部门客户管理服务外包。", "{}");
        market.refresh();
    }

    @AfterEach
    void close() {
        market.close();
    }

    @Test
    void offersThatNameWhatIsRequiredComeFirstAndNothingExcludes() {
        MatchesView matches = matches("en");

        assertThat(matches.excluded()).isEmpty();
        assertThat(matches.matches())
                .extracting(MatchView::offerId)
                .startsWith(all)
                .contains(unwanted, silent);
        assertThat(score(matches, required)).isGreaterThan(score(matches, unwanted));
    }

    @Test
    void eachNeedIsToldWithTheWordsOfBothTexts() {
        MatchView best = match(matches("en"), all);

        ReasonView essential = reason(best, NeedReasons.ESSENTIAL);
        assertThat(essential.state()).isEqualTo(State.met);
        assertThat(essential.message())
                .isEqualTo("Required in the text: customer relationship management software. The offer names it.");
        SharedConceptView concept = essential.concepts().getFirst();
        assertThat(concept.concept()).isEqualTo(CRM);
        assertThat(concept.asked()).isEqualTo("управление взаимоотношениями с клиентами");
        assertThat(concept.offered()).isEqualTo("客户关系管理");
        assertThat(words(concept.demandWords())).contains("CRM-система");
        assertThat(words(concept.offerWords())).anyMatch(words -> words.contains("CRM"));
        assertThat(reason(best, NeedReasons.WISH).state()).isEqualTo(State.met);
        assertThat(reason(best, "essentialsCovered").value()).isEqualTo(1);
        assertThat(reason(best, "standardsHeld").value()).isEqualTo(1);
        assertThat(reason(best, "budgetOverlap").value()).isEqualTo(1);
        assertThat(reason(best, "budgetOverlap").details()).contains("budget, as read in the text: –5000000 KZT");
    }

    @Test
    void whatTheOfferIsSilentAboutIsUnknown() {
        MatchView quiet = match(matches("en"), silent);

        assertThat(reason(quiet, NeedReasons.ESSENTIAL).state()).isEqualTo(State.unknown);
        assertThat(reason(quiet, NeedReasons.ESSENTIAL).value()).isNull();
        assertThat(reason(quiet, NeedReasons.ESSENTIAL).concepts().getFirst().offerWords())
                .isEmpty();
        assertThat(reason(quiet, "essentialsCovered").state()).isEqualTo(State.unknown);
    }

    @Test
    void whatIsExcludedIsSaidInTheReadersLanguage() {
        MatchView chain = match(matches("zh"), unwanted);

        ReasonView excluded = reason(chain, NeedReasons.UNWANTED);
        assertThat(excluded.state()).isEqualTo(State.unmet);
        assertThat(excluded.message()).isEqualTo("文本排除：区块链。供给的主要内容正是它。");
        assertThat(words(excluded.concepts().getFirst().demandWords())).contains("блокчейна");
        assertThat(reason(chain, "nothingUnwanted").value()).isZero();
    }

    @Test
    void theDemandIsNotAboutWhatItExcludes() {
        ReasonView shared = reason(match(matches("en"), unwanted), "conceptsShared");

        assertThat(shared.concepts()).extracting(SharedConceptView::concept).doesNotContain("blockchain");
    }

    @Test
    void theProviderIsToldTheSame() {
        MatchesView demands = new Http(port).get("/offers/" + all + "/matches").as(MatchesView.class);

        MatchView match = demands.matches().getFirst();
        assertThat(match.demandId()).isEqualTo(DEMAND);
        assertThat(reason(match, NeedReasons.ESSENTIAL).state()).isEqualTo(State.met);
        assertThat(match.reasons().provider())
                .anyMatch(reason -> reason.feature().equals("essentialsCovered"));
    }

    private MatchesView matches(String language) {
        return new Http(port)
                .get("/demands/" + DEMAND + "/matches", "Accept-Language", language)
                .as(MatchesView.class);
    }

    private static double score(MatchesView matches, UUID offer) {
        return match(matches, offer).score();
    }
}
