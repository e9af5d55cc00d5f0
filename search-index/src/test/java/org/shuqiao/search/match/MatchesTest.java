package org.shuqiao.search.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.shuqiao.search.Fixtures.demand;
import static org.shuqiao.search.Fixtures.organization;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shuqiao.contracts.profile.OrganizationView.Verification;
import org.shuqiao.contracts.search.ExcludedView;
import org.shuqiao.contracts.search.MatchView;
import org.shuqiao.contracts.search.MatchView.MissingFactView;
import org.shuqiao.contracts.search.MatchView.PositionView;
import org.shuqiao.contracts.search.MatchView.Side;
import org.shuqiao.contracts.search.MatchesView;
import org.shuqiao.contracts.search.ReasonView;
import org.shuqiao.contracts.search.ReasonView.SharedConceptView;
import org.shuqiao.contracts.search.ReasonView.State;
import org.shuqiao.contracts.search.ReasonView.WordsView;
import org.shuqiao.search.FreshIndices;
import org.shuqiao.search.Http;
import org.shuqiao.search.SearchIndexTest;
import org.shuqiao.search.index.ElasticIndices;
import org.shuqiao.search.index.IndexGeneration;
import org.shuqiao.search.index.Indexing;
import org.shuqiao.search.index.Indexing.Change;
import org.shuqiao.search.index.Kind;
import org.shuqiao.search.index.Names;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.Lifecycle;

/** Each test begins with empty indices. */
@SearchIndexTest
class MatchesTest {
    private static final UUID DEMAND = UUID.fromString("00000000-0000-7000-8000-00000000d000");
    private static final UUID BUYER = UUID.fromString("00000000-0000-7000-8000-00000000b000");

    @LocalServerPort
    int port;

    @Autowired
    Indexing indexing;

    @Autowired
    ElasticIndices indices;

    @Autowired
    Names names;

    @Autowired
    IndexGeneration generation;

    @Autowired
    @Qualifier("indexGuard")
    Lifecycle guard;

    private final Map<UUID, UUID> providers = new HashMap<>();
    private @Nullable FreshIndices fresh;

    @BeforeEach
    void empty() {
        fresh = new FreshIndices(indices, guard);
        generation.next().block();
    }

    @AfterEach
    void guarded() {
        if (fresh != null) {
            fresh.close();
        }
    }

    @Test
    void aChineseOfferIsMatchedWithAChineseDemandWithTheWordsTheyShare() {
        index(Kind.DEMANDS, new Change.State(demand(DEMAND, BUYER, 1, "zh", "售票系统开发", "需要一套在线售票系统，包括部署与维护")));
        UUID fits = offer("zh", "票务平台", "在线售票系统的开发与部署", "{}");
        UUID other = offer("zh", "仓储", "跨境清关", "{}");
        refresh();

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
        index(
                Kind.DEMANDS,
                new Change.State(demand(
                        DEMAND,
                        BUYER,
                        1,
                        "ru",
                        "Счётчики воды",
                        "Нужны счётчики с автоматическим считыванием (AMR)",
                        "{'area':'digital-services','classification':[{'scheme':'CPV','id':'72212517'}]}")));
        UUID amr = offer("zh", "水表", "AMR 自动抄表系统", "{}");
        UUID sameClass = offer(
                "zh",
                "抄表软件",
                "软件开发",
                "{'area':'digital-services','classification':[{'scheme':'CPV','id':'72212517'}]}");
        UUID neither = offer("zh", "影视", "动画制作", "{'area':'digital-content'}");
        refresh();

        MatchesView matches = matches(DEMAND);

        // the water meter is a concept, the class a fact: both bring an offer before the one that has neither
        assertThat(ids(matches)).hasSize(3).endsWith(neither).contains(amr, sameClass);
        MatchView byWord = matches.matches().stream()
                .filter(match -> match.offerId().equals(amr))
                .findFirst()
                .orElseThrow();
        assertThat(reason(byWord, "termsShared").details()).containsExactly("AMR");
        assertThat(reason(byWord, "textSimilarity").value()).isNull();
    }

    @Test
    void aConceptBringsTogetherWhatSharesNoWord() {
        index(
                Kind.DEMANDS,
                new Change.State(demand(DEMAND, BUYER, 1, "ru", "Межсетевой экран", "Нужен межсетевой экран")));
        UUID firewall = offer("zh", "防火墙", "提供防火墙", "{}");
        UUID other = offer("zh", "动画制作", "原创动画", "{}");
        refresh();

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
        index(Kind.DEMANDS, new Change.State(demand(DEMAND, BUYER, 1, "en", "Cloud backup", "Backup of files", facts)));
        UUID all = offer("en", "Cloud backup", "Backup of files", facts);
        UUID words = offer("en", "Cloud backup", "Backup of files", "{}");
        UUID noWord = offer("zh", "云存储", "存储服务", facts);
        refresh();

        MatchesView matches = matches(DEMAND);

        assertThat(ids(matches)).containsExactlyInAnyOrder(all, words, noWord);
        double ofWords = similarity(matches, words);
        assertThat(ofWords).isPositive();
        assertThat(similarity(matches, all)).isCloseTo(ofWords, within(1e-6));
        assertThat(value(matches, noWord, "termsShared")).isZero();
    }

    @Test
    void aMustHaveThatIsNotMetExcludesAndSaysSo() {
        index(
                Kind.DEMANDS,
                new Change.State(demand(
                        DEMAND,
                        BUYER,
                        1,
                        "en",
                        "Cloud backup",
                        "Backup of hospital data",
                        "{'place':{'country':'KZ'},'essentials':[{'kind':'standard','value':'ISO/IEC 27001'}]}")));
        UUID holds = offer("en", "Backup", "Cloud backup", "{'standards':[{'name':'ISO 27001'}]}");
        UUID silent = offer("en", "Backup", "Cloud backup", "{}");
        UUID lacks = offer("en", "Backup", "Cloud backup", "{'standards':[{'name':'SOC 2'}]}");
        UUID notHere = offer("en", "Backup", "Cloud backup", "{'excludedMarkets':['KZ']}");
        refresh();

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
        index(Kind.DEMANDS, new Change.State(demand(DEMAND, both, 1, "en", "Cloud backup", "Backup")));
        index(
                Kind.OFFERS,
                new Change.State(
                        org.shuqiao.search.Fixtures.offer(UUID.randomUUID(), both, 1, "en", "Cloud backup", "Mine")));
        offer("en", "Cloud backup", "Expired", "{'validUntil':'2020-01-01T00:00:00Z'}");
        offer("en", "Cloud backup", "Not yet", "{'validFrom':'2999-01-01T00:00:00Z'}");
        UUID paused = offer("en", "Cloud backup", "Paused", "{}");
        index(Kind.OFFERS, new Change.Closed(paused, 2, org.shuqiao.contracts.listing.ListingStatus.paused));
        UUID shown = offer("en", "Cloud backup", "Shown", "{}");
        refresh();

        assertThat(ids(matches(DEMAND))).containsExactly(shown);
    }

    @Test
    void anOfferSeesTheDemandsItCouldWinWithTheSameScore() {
        index(
                Kind.DEMANDS,
                new Change.State(demand(DEMAND, BUYER, 1, "en", "Ticket system", "Online ticket sales system")));
        UUID offer = offer("en", "Ticketing", "Online ticket sales platform", "{}");
        indexing.organizations(names.living(), List.of(organization(BUYER, 1, "Warsaw Trams", Verification.none, "{}")))
                .block();
        refresh();

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
    void equalsAreOrderedByAHashThatIsAnotherForEachDemand() {
        UUID second = UUID.fromString("00000000-0000-7000-8000-00000000d001");
        index(Kind.DEMANDS, new Change.State(demand(DEMAND, BUYER, 1, "en", "Backup", "Backup")));
        index(Kind.DEMANDS, new Change.State(demand(second, BUYER, 1, "en", "Backup", "Backup")));
        List<UUID> offers = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            offers.add(offer("en", "Backup", "Backup", "{}"));
        }
        refresh();

        assertThat(ids(matches(DEMAND)))
                .containsExactlyInAnyOrderElementsOf(offers)
                .isEqualTo(ids(matches(DEMAND)));
        assertThat(ids(matches(second)))
                .containsExactlyInAnyOrderElementsOf(offers)
                .isNotEqualTo(ids(matches(DEMAND)));
    }

    @Test
    void aLongListIsFilledUpAndSaysThatNoWordIsShared() {
        index(Kind.DEMANDS, new Change.State(demand(DEMAND, BUYER, 1, "en", "Backup", "Backup")));
        for (int i = 0; i < 30; i++) {
            offer("zh", "仓储", "清关", "{}");
        }
        refresh();

        MatchesView matches =
                new Http(port).get("/demands/" + DEMAND + "/matches?limit=25").as(MatchesView.class);

        assertThat(matches.matches())
                .hasSize(25)
                .allSatisfy(match ->
                        assertThat(reason(match, "termsShared").state()).isEqualTo(State.unmet));
    }

    @Test
    void aListIsGivenAgainUntilTheIndexChanges() {
        index(Kind.DEMANDS, new Change.State(demand(DEMAND, BUYER, 1, "en", "Backup", "Backup")));
        UUID first = offer("en", "Backup", "Backup", "{}");
        refresh();
        assertThat(ids(matches(DEMAND))).containsExactly(first);
        UUID second = offer("en", "Backup", "Backup", "{}");
        indices.refresh(names.living(), Kind.OFFERS).block();
        assertThat(ids(matches(DEMAND))).as("the same generation").containsExactly(first);

        generation.next().block();

        assertThat(ids(matches(DEMAND))).containsExactlyInAnyOrder(first, second);
    }

    @Test
    void reasonsAreInTheReadersLanguage() {
        index(
                Kind.DEMANDS,
                new Change.State(demand(
                        DEMAND,
                        BUYER,
                        1,
                        "en",
                        "Cloud backup",
                        "Backup of hospital data",
                        "{'place':{'country':'KZ'},'budget':{'max':'900','currency':'USD'},"
                                + "'niceToHaves':[{'kind':'language','value':'ru'}]}")));
        UUID silent = offer("en", "Backup", "Cloud backup", "{}");
        UUID notHere = offer("en", "Backup", "Cloud backup", "{'excludedMarkets':['KZ']}");
        refresh();

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
        index(
                Kind.DEMANDS,
                new Change.State(
                        demand(DEMAND, BUYER, 1, "ru", "Защита сети", "Нужны межсетевые экраны для трёх филиалов")));
        offer("zh", "安全产品", "我们提供下一代防火墙与培训", "{}");
        refresh();

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
    }

    @Test
    void whatIsMissingAndWhoCanSupplyItIsSaid() {
        index(
                Kind.DEMANDS,
                new Change.State(demand(
                        DEMAND,
                        BUYER,
                        1,
                        "en",
                        "Cloud backup",
                        "Backup of files",
                        "{'area':'cloud-services','classification':[{'scheme':'CPV','id':'72317000'}]}")));
        offer("en", "Cloud backup", "Backup of files", "{'area':'cloud-services','targetMarkets':['KZ']}");
        refresh();

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
        index(
                Kind.DEMANDS,
                new Change.State(
                        demand(DEMAND, BUYER, 1, "ru", "Дистанционное считывание счётчиков воды", "Нужна система")));
        UUID plain = offer("zh", "软件开发", "软件开发服务", "{}");
        UUID experienced = offer("zh", "软件开发", "软件开发服务", "{}");
        UUID promising = offer("zh", "软件开发", "软件开发服务", "{}");
        know(plain, "[{'title':'办公室清洁','buyer':'Alpha','date':'2025-03-01'}]");
        know(
                experienced,
                "[{'title':'办公室清洁','buyer':'Alpha','date':'2025-03-01'},"
                        + "{'title':'智能水表远程抄表系统','buyer':'Almaty Su','date':'2024-06-30'}]");
        know(promising, "[{'title':'智能水表远程抄表系统','buyer':'Almaty Su','date':'2126-06-30'}]");
        refresh();

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

    private void know(UUID offer, String trackRecord) {
        UUID provider = Objects.requireNonNull(providers.get(offer));
        indexing.organizations(
                        names.living(),
                        List.of(organization(
                                provider,
                                1,
                                "Firm " + offer,
                                Verification.none,
                                "{'trackRecord':" + trackRecord + "}")))
                .block();
    }

    @Test
    void nearlyTheSameOffersOfOneProviderAreOneEntryAndLeaveRoomForOthers() {
        index(Kind.DEMANDS, new Change.State(demand(DEMAND, BUYER, 1, "en", "Cloud backup", "Backup of databases")));
        UUID provider = UUID.randomUUID();
        List<UUID> same = new ArrayList<>();
        for (String edition : List.of("Basic", "Plus", "Premium")) {
            UUID id = UUID.randomUUID();
            same.add(id);
            index(
                    Kind.OFFERS,
                    new Change.State(org.shuqiao.search.Fixtures.offer(
                            id, provider, 1, "en", "Cloud backup " + edition, "Backup of databases, " + edition)));
        }
        UUID other = offer("en", "Archive", "Backup of files", "{}");
        refresh();

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
        index(Kind.DEMANDS, new Change.State(demand(DEMAND, BUYER, 1, "en", "Backup", "Backup")));
        for (int i = 0; i < 12; i++) {
            UUID experienced = UUID.randomUUID();
            index(
                    Kind.OFFERS,
                    new Change.State(org.shuqiao.search.Fixtures.offer(
                            UUID.randomUUID(), experienced, 1, "en", "Backup", "Backup")));
            indexing.organizations(
                            names.living(),
                            List.of(organization(
                                    experienced, 1, "Old " + i, Verification.none, "{'trackRecord':[{'title':'a'}]}")))
                    .block();
        }
        UUID young = UUID.randomUUID();
        index(
                Kind.OFFERS,
                new Change.State(
                        org.shuqiao.search.Fixtures.offer(UUID.randomUUID(), young, 1, "en", "Backup", "Backup")));
        indexing.organizations(names.living(), List.of(organization(young, 1, "Young", Verification.none, "{}")))
                .block();
        refresh();

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

    private UUID offer(String language, String title, String summary, String more) {
        UUID id = UUID.randomUUID();
        UUID provider = UUID.randomUUID();
        providers.put(id, provider);
        index(
                Kind.OFFERS,
                new Change.State(org.shuqiao.search.Fixtures.offer(id, provider, 1, language, title, summary, more)));
        return id;
    }

    private void index(Kind kind, Change change) {
        indexing.listings(names.living(), kind, List.of(change)).block();
    }

    private void refresh() {
        indices.refresh(names.living(), Kind.OFFERS, Kind.DEMANDS).block();
        generation.next().block();
    }

    private MatchesView matches(UUID demand) {
        return new Http(port).get("/demands/" + demand + "/matches").as(MatchesView.class);
    }

    private static List<UUID> ids(MatchesView matches) {
        return matches.matches().stream().map(MatchView::offerId).toList();
    }

    private static double similarity(MatchesView matches, UUID offer) {
        return value(matches, offer, "textSimilarity");
    }

    private static double value(MatchesView matches, UUID offer, String feature) {
        MatchView match = matches.matches().stream()
                .filter(one -> one.offerId().equals(offer))
                .findFirst()
                .orElseThrow();
        Double value = reason(match, feature).value();
        return value == null ? -1 : value;
    }

    private static List<String> words(List<WordsView> words) {
        return words.stream()
                .map(one -> one.text().substring(one.from(), one.to()))
                .toList();
    }

    private static ReasonView reason(MatchView match, String feature) {
        return match.reasons().buyer().stream()
                .filter(reason -> reason.feature().equals(feature))
                .findFirst()
                .orElseThrow();
    }
}
