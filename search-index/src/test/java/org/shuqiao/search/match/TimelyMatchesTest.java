package org.shuqiao.search.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shuqiao.search.Fixtures.demand;
import static org.shuqiao.search.Fixtures.offer;
import static org.shuqiao.search.Fixtures.organization;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shuqiao.contracts.listing.ListingView;
import org.shuqiao.contracts.profile.OrganizationView.Verification;
import org.shuqiao.contracts.search.MatchView;
import org.shuqiao.contracts.search.MatchView.Side;
import org.shuqiao.contracts.search.MatchesView;
import org.shuqiao.contracts.search.ReasonView;
import org.shuqiao.contracts.search.ReasonView.State;
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

/** Offers of the same words by firms that differ in where they are, how soon they can begin and how large they are. */
@SearchIndexTest
class TimelyMatchesTest {
    private static final UUID DEMAND = UUID.fromString("00000000-0000-7000-8000-00000000d044");
    private static final UUID BUYER = UUID.fromString("00000000-0000-7000-8000-00000000b044");

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

    private final LocalDate start = LocalDate.now(ZoneOffset.UTC).plusDays(40);
    private FreshIndices fresh;
    private UUID ready;
    private UUID later;
    private UUID farAway;
    private UUID silent;

    @BeforeEach
    void market() {
        fresh = new FreshIndices(indices, guard);
        firm(BUYER, "{'city':'SARUH'}");
        index(
                Kind.DEMANDS,
                demand(
                        DEMAND,
                        BUYER,
                        1,
                        "zh",
                        "售票系统开发",
                        "需要一套在线售票系统",
                        "{'start':'%s','durationMonths':12,'budget':{'max':'900000','currency':'USD'}}"
                                .formatted(start)));
        later = publish("{'city':'CNSHA','size':'10-49'}", "{'leadTimeDays':85}");
        silent = publish("{'country':'US'}", "{}");
        farAway = publish("{'city':'USLAX','size':'1-9'}", "{'leadTimeDays':300}");
        ready = publish("{'city':'CNSHA','size':'50-249'}", "{'leadTimeDays':30}");
        indices.refresh(names.living(), Kind.OFFERS, Kind.DEMANDS).block();
        generation.next().block();
    }

    @AfterEach
    void close() {
        fresh.close();
    }

    @Test
    void whoWorksAtTheSameHoursBeginsInTimeAndIsLargeEnoughComesFirst() {
        MatchesView matches = matches("en");

        assertThat(matches.matches())
                .extracting(MatchView::offerId)
                .containsExactlyInAnyOrder(ready, later, farAway, silent);
        MatchView first = match(matches, ready);
        assertThat(first.score()).isGreaterThan(match(matches, later).score());
        assertThat(match(matches, later).score())
                .isGreaterThan(match(matches, farAway).score());
        assertThat(reason(first, "workingHours").state()).isEqualTo(State.met);
        assertThat(reason(first, "workingHours").details())
                .anyMatch(detail -> detail.endsWith("09:00–13:00 Asia/Riyadh (UTC+03:00)"))
                .anyMatch(detail -> detail.endsWith("14:00–18:00 Asia/Shanghai (UTC+08:00)"));
        assertThat(reason(first, "startDate").state()).isEqualTo(State.met);
        assertThat(reason(first, "capacity").value()).isEqualTo(1);
        assertThat(reason(match(matches, later), "startDate").value()).isEqualTo(0.5);
        assertThat(reason(match(matches, farAway), "startDate").state()).isEqualTo(State.unmet);
        assertThat(reason(match(matches, farAway), "capacity").value()).isZero();
        assertThat(reason(match(matches, farAway), "workingHours").value()).isZero();
    }

    @Test
    void bothSidesReadItInTheirLanguage() {
        MatchesView demands = new Http(port)
                .get("/offers/" + later + "/matches", "Accept-Language", "ru")
                .as(MatchesView.class);

        assertThat(demands.matches().getFirst().reasons().provider())
                .filteredOn(reason ->
                        List.of("workingHours", "startDate", "capacity").contains(reason.feature()))
                .extracting(ReasonView::message)
                .containsExactly(
                        "Общих рабочих часов в день: 4.",
                        "Работу можно начать позже желаемого, на столько дней: 45.",
                        "Компании такого размера эта работа под силу: около 50 % того, что она делает за это время.");
    }

    @Test
    void whatIsNotSaidIsUnknownAndIsNamedWhereItIsWhatIsMissingMost() {
        MatchView match = match(matches("en"), silent);

        assertThat(match.reasons().buyer())
                .filteredOn(reason ->
                        List.of("workingHours", "startDate", "capacity").contains(reason.feature()))
                .hasSize(3)
                .allMatch(reason -> reason.value() == null && reason.state() == State.unknown);
        assertThat(reason(match, "workingHours").message()).startsWith("The provider names no city");
        assertThat(match.missing()).isNotNull();
        assertThat(match.missing().buyer().by()).isEqualTo(Side.provider);
    }

    private UUID publish(String provider, String more) {
        UUID id = UUID.randomUUID();
        UUID organization = UUID.randomUUID();
        firm(organization, provider);
        index(Kind.OFFERS, offer(id, organization, 1, "zh", "票务平台", "在线售票系统的开发与部署", more));
        return id;
    }

    private void firm(UUID id, String more) {
        indexing.organizations(names.living(), List.of(organization(id, 1, "Firm", Verification.none, more)))
                .block();
    }

    private void index(Kind kind, ListingView view) {
        indexing.listings(names.living(), kind, List.of(new Change.State(view))).block();
    }

    private MatchesView matches(String language) {
        return new Http(port)
                .get("/demands/" + DEMAND + "/matches", "Accept-Language", language)
                .as(MatchesView.class);
    }

    private static MatchView match(MatchesView matches, UUID offer) {
        return matches.matches().stream()
                .filter(one -> one.offerId().equals(offer))
                .findFirst()
                .orElseThrow();
    }

    private static ReasonView reason(MatchView match, String feature) {
        return match.reasons().buyer().stream()
                .filter(reason -> reason.feature().equals(feature))
                .findFirst()
                .orElseThrow();
    }
}
