package org.shuqiao.search.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shuqiao.search.Fixtures.demand;
import static org.shuqiao.search.Fixtures.offer;
import static org.shuqiao.search.Fixtures.organization;
import static org.shuqiao.search.match.Lists.ids;
import static org.shuqiao.search.match.Lists.reason;
import static org.shuqiao.search.match.Lists.words;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shuqiao.contracts.profile.OrganizationView.Verification;
import org.shuqiao.contracts.search.ExcludedView;
import org.shuqiao.contracts.search.MatchView;
import org.shuqiao.contracts.search.MatchView.MissingFactView;
import org.shuqiao.contracts.search.MatchView.Side;
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

/** What is said of a match, and in which language. Each test begins with empty indices. */
@SearchIndexTest
class MatchReasonsTest {
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
    void reasonsAreInTheReadersLanguage() {
        market.put(demand(
                DEMAND,
                BUYER,
                1,
                "en",
                "Cloud backup",
                "Backup of hospital data",
                "{'place':{'country':'KZ'},'budget':{'max':'900','currency':'USD'},"
                        + "'niceToHaves':[{'kind':'language','value':'ru'}]}"));
        UUID silent = market.offer("en", "Backup", "Cloud backup", "{}");
        UUID notHere = market.offer("en", "Backup", "Cloud backup", "{'excludedMarkets':['KZ']}");
        market.refresh();

        Http.Answer answer =
                new Http(port).get("/demands/" + DEMAND + "/matches", "Accept-Language", "ru-RU, en;q=0.5");

        assertThat(answer.header("Content-Language")).isEqualTo("ru");
        assertThat(answer.header("Vary")).contains("Accept-Language");
        MatchesView russian = answer.as(MatchesView.class);
        assertThat(ids(russian)).containsExactly(silent);
        MatchView match = russian.matches().getFirst();
        assertThat(reason(match, "budgetOverlap").message()).isEqualTo("В предложении не указана цена.");
        ReasonView wish = reason(match, "niceToHave");
        assertThat(wish.state()).isEqualTo(State.unknown);
        assertThat(wish.message()).isEqualTo("В предложении не указан язык обслуживания; требуется: русский.");
        assertThat(wish.need()).isNotNull();
        assertThat(wish.need().value()).isEqualTo("ru");
        assertThat(russian.excluded()).extracting(ExcludedView::offerId).containsExactly(notHere);
        assertThat(russian.excluded().getFirst().unmet().getFirst().message())
                .isEqualTo("Поставщик не работает на этом рынке: Казахстан.");
        // the cached list of one language is not given to readers of another
        assertThat(reason(matches(DEMAND).matches().getFirst(), "budgetOverlap").message())
                .isEqualTo("The offer states no price.");
    }

    @Test
    void theWordsOfBothTextsAreShownThatSayWhatTheyShare() {
        market.put(demand(DEMAND, BUYER, 1, "ru", "Защита сети", "Нужны межсетевые экраны для трёх филиалов"));
        market.offer("zh", "安全产品", "我们提供下一代防火墙与培训", "{}");
        market.refresh();

        MatchesView matches = new Http(port)
                .get("/demands/" + DEMAND + "/matches", "Accept-Language", "fr")
                .as(MatchesView.class);

        SharedConceptView shared = reason(matches.matches().getFirst(), "conceptsShared").concepts().stream()
                .filter(one -> one.concept().equals("firewall"))
                .findFirst()
                .orElseThrow();
        assertThat(shared.label()).isEqualTo("pare-feu");
        assertThat(shared.asked()).isEqualTo("межсетевой экран");
        assertThat(shared.offered()).isEqualTo("防火墙");
        assertThat(words(shared.demandWords())).contains("межсетевые экраны");
        assertThat(shared.demandWords()).allMatch(words -> words.language().equals("ru"));
        assertThat(words(shared.offerWords()).getFirst()).contains("防火墙");
        assertThat(shared.offerWords().getFirst().text()).isEqualTo("我们提供下一代防火墙与培训");
        ReasonView providers = matches.matches().getFirst().reasons().provider().stream()
                .filter(reason -> reason.feature().equals("conceptsShared"))
                .findFirst()
                .orElseThrow();
        assertThat(providers.details()).contains("межсетевой экран – 防火墙");
        assertThat(providers.concepts()).as("told once").isNull();
    }

    @Test
    void whatIsExcludedTellsNothingThatIsShared() {
        market.put(demand(
                DEMAND,
                BUYER,
                1,
                "th",
                "วิเคราะห์ภาพจากกล้องวงจรปิด",
                "ต้องการระบบวิเคราะห์ภาพจากกล้องวงจรปิด 300 ตัว ไม่ต้องการระบบจดจำใบหน้า"));
        market.offer("zh", "人脸识别与视频分析", "计算机视觉：人脸识别、视频结构化、摄像机接入", "{}");
        market.refresh();

        MatchView match = matches(DEMAND).matches().getFirst();

        List<String> shared = reason(match, "conceptsShared").concepts().stream()
                .flatMap(one -> words(one.demandWords()).stream())
                .toList();
        assertThat(shared).isNotEmpty().noneMatch(words -> words.contains("ใบหน้า"));
        assertThat(words(reason(match, NeedReasons.UNWANTED)
                        .concepts()
                        .getFirst()
                        .demandWords()))
                .anyMatch(words -> words.contains("ใบหน้า"));
    }

    @Test
    void wordsThatWereToldBeforeAreThoseOfTheTextAsItIsNow() {
        market.put(demand(DEMAND, BUYER, 1, "ru", "Защита сети", "Нужны межсетевые экраны для трёх филиалов"));
        UUID provider = UUID.randomUUID();
        UUID offer = UUID.randomUUID();
        market.put(offer(offer, provider, 1, "zh", "安全产品", "我们提供下一代防火墙与培训"));
        market.refresh();
        matches(DEMAND);

        market.put(offer(offer, provider, 2, "zh", "安全产品", "企业级防火墙，含安装"));
        market.refresh();

        SharedConceptView shared = reason(matches(DEMAND).matches().getFirst(), "conceptsShared").concepts().stream()
                .filter(one -> one.concept().equals("firewall"))
                .findFirst()
                .orElseThrow();
        assertThat(shared.offerWords().getFirst().text()).isEqualTo("企业级防火墙，含安装");
    }

    @Test
    void whatIsMissingAndWhoCanSupplyItIsSaid() {
        market.put(demand(
                DEMAND,
                BUYER,
                1,
                "en",
                "Cloud backup",
                "Backup of files",
                "{'area':'cloud-services','classification':[{'scheme':'CPV','id':'72317000'}]}"));
        market.offer("en", "Cloud backup", "Backup of files", "{'area':'cloud-services','targetMarkets':['KZ']}");
        market.refresh();

        MatchView match = matches(DEMAND).matches().getFirst();

        assertThat(match.missing()).isNotNull();
        MissingFactView buyer = match.missing().buyer();
        assertThat(buyer).isNotNull();
        assertThat(buyer.feature()).isEqualTo("classification");
        assertThat(buyer.by()).isEqualTo(Side.provider);
        assertThat(buyer.message()).isEqualTo("The offer is not classified.");
        assertThat(buyer.gain()).isPositive();
        MissingFactView provider = match.missing().provider();
        assertThat(provider).isNotNull();
        assertThat(provider.feature()).isEqualTo("classification");
        assertThat(match.score() + provider.gain()).isLessThanOrEqualTo(1);
    }

    @Test
    void whoHasDeliveredTheLikeComesFirstAndTheWorkIsNamed() {
        market.put(demand(DEMAND, BUYER, 1, "ru", "Дистанционное считывание счётчиков воды", "Нужна система"));
        UUID ofPlain = UUID.randomUUID();
        UUID plain = market.offer(ofPlain, "zh", "软件开发", "软件开发服务", "{}");
        UUID ofExperienced = UUID.randomUUID();
        UUID experienced = market.offer(ofExperienced, "zh", "软件开发", "软件开发服务", "{}");
        UUID ofPromising = UUID.randomUUID();
        UUID promising = market.offer(ofPromising, "zh", "软件开发", "软件开发服务", "{}");
        know(ofPlain, "[{'title':'办公室清洁','buyer':'Alpha','date':'2025-03-01'}]");
        know(
                ofExperienced,
                "[{'title':'办公室清洁','buyer':'Alpha','date':'2025-03-01'},"
                        + "{'title':'智能水表远程抄表系统','buyer':'Almaty Su','date':'2024-06-30'}]");
        know(ofPromising, "[{'title':'智能水表远程抄表系统','buyer':'Almaty Su','date':'2126-06-30'}]");
        market.refresh();

        MatchesView matches = matches(DEMAND);

        assertThat(ids(matches)).containsExactlyInAnyOrder(plain, experienced, promising);
        MatchView best = matches.matches().getFirst();
        assertThat(best.offerId()).isEqualTo(experienced);
        ReasonView work = reason(best, "similarWork");
        assertThat(work.value()).isBetween(0.05, 0.7);
        assertThat(work.details()).containsExactly("智能水表远程抄表系统 (Almaty Su, 2024)");
        for (MatchView other : matches.matches().subList(1, 3)) {
            assertThat(reason(other, "similarWork").value()).isLessThan(0.05);
            assertThat(reason(other, "similarWork").details()).isEmpty();
        }
        MatchView demand = new Http(port)
                .get("/offers/" + experienced + "/matches")
                .as(MatchesView.class)
                .matches()
                .getFirst();
        assertThat(reason(demand, "similarWork").details()).containsExactly("智能水表远程抄表系统 (Almaty Su, 2024)");
    }

    private MatchesView matches(UUID demand) {
        return new Http(port).get("/demands/" + demand + "/matches").as(MatchesView.class);
    }

    private void know(UUID provider, String trackRecord) {
        market.put(organization(
                provider, 1, "Firm " + provider, Verification.none, "{'trackRecord':" + trackRecord + "}"));
    }
}
