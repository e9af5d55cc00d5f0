package org.shuqiao.search.frozen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shuqiao.search.Fixtures.demand;
import static org.shuqiao.search.Fixtures.organization;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shuqiao.contracts.listing.ListingStatus;
import org.shuqiao.contracts.profile.OrganizationView.Verification;
import org.shuqiao.contracts.search.FrozenShortListView;
import org.shuqiao.contracts.search.ShortListView;
import org.shuqiao.search.Http;
import org.shuqiao.search.Market;
import org.shuqiao.search.SearchIndexTest;
import org.shuqiao.search.exchange.ExchangeRates;
import org.shuqiao.search.index.Indexing.Change;
import org.shuqiao.search.index.Kind;
import org.shuqiao.search.match.Coverage;
import org.shuqiao.search.match.ListRecord;
import org.shuqiao.search.match.ListRecord.Considered;
import org.shuqiao.search.match.ListRecordCodec;
import org.shuqiao.search.match.Recommending;
import org.shuqiao.search.place.KeptZones;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.JsonNode;

/** Each test begins with empty indices, one demand, and some offers. */
@SearchIndexTest
class ShortListsTest {
    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    Recommending recommending;

    @Autowired
    DatabaseClient database;

    private final UUID buyer = UUID.randomUUID();
    private final UUID demand = UUID.randomUUID();
    private final List<UUID> offers = new ArrayList<>();
    private Market market;
    private Http http;

    @BeforeEach
    void market() {
        market = new Market(context);
        http = new Http(port);
        market.put(organization(buyer, 1, "Buyer"));
        market.put(demand(
                demand,
                buyer,
                1,
                "ru",
                "Резервное копирование",
                "Нужно облачное резервное копирование баз данных больницы",
                "{'place':{'country':'KZ'},'start':'%s','budget':{'max':'5000','currency':'USD'},'essentials':[{'kind':'standard','value':'ISO 27001'}]}"
                        .formatted(LocalDate.now(ZoneOffset.UTC).plusDays(10))));
        publish(
                "云备份",
                "数据库云备份与恢复",
                "{'standards':[{'name':'ISO 27001'}],'leadTimeDays':40,'price':{'min':'9000','max':'20000','currency':'CNY'}}");
        publish("备份软件", "文件备份", "{}");
        publish("动画制作", "原创动画", "{}");
        publish("医院数据备份", "云备份", "{'standards':[{'name':'SOC 2'}]}");
        market.refresh();
    }

    @AfterEach
    void guarded() {
        market.close();
    }

    @Test
    void staysAsItWasWhileTheMarketChanges() {
        JsonNode before = matches("ru");
        ShortListView frozen = freeze(20);
        JsonNode asFrozen = read(frozen, "ru");

        market.put(Kind.OFFERS, new Change.Closed(offers.getFirst(), 2, ListingStatus.withdrawn));
        publish("云备份", "数据库云备份与恢复，医院", "{'standards':[{'name':'ISO 27001'}]}");
        market.refresh();

        assertThat(matches("ru").path("matches")).isNotEqualTo(before.path("matches"));
        JsonNode later = read(frozen, "ru");
        assertThat(later).isEqualTo(asFrozen);
        assertThat(later.at("/list/matches")).isEqualTo(before.path("matches"));
        assertThat(later.at("/list/excluded")).isEqualTo(before.path("excluded"));
        assertThat(frozen.offers()).isEqualTo(3);
        assertThat(frozen.candidates()).isEqualTo(4);
        assertThat(frozen.demandVersion()).isEqualTo(1);
    }

    @Test
    void isKeptInEveryLanguageOfReasons() {
        ShortListView frozen = freeze(20);

        Http.Answer arabic = get(frozen, "", "ar-EG,ar;q=0.9");
        Http.Answer thai = get(frozen, "", "th");

        assertThat(arabic.header("Content-Language")).isEqualTo("ar");
        assertThat(arabic.json().at("/list/matches/0/reasons/buyer/0/message").asString())
                .matches(".*\\p{IsArabic}.*");
        assertThat(thai.header("Content-Language")).isEqualTo("en");
        assertThat(arabic.json().at("/list/matches/0/offerId"))
                .isEqualTo(thai.json().at("/list/matches/0/offerId"));
    }

    @Test
    void theSameComesOutOfItsRecordAndItsDigestIsThatOfTheRecord() {
        ShortListView frozen = freeze(2);
        market.put(Kind.OFFERS, new Change.Closed(offers.getFirst(), 2, ListingStatus.withdrawn));
        market.refresh();

        JsonNode again = get(frozen, "/reproduction", "en").json();
        byte[] record = get(frozen, "/record", "en").response().body().getBytes(StandardCharsets.UTF_8);

        assertThat(again.path("same").asBoolean()).isTrue();
        assertThat(again.path("intact").asBoolean()).isTrue();
        assertThat(again.path("differences")).isEmpty();
        assertThat(Kept.digest(record)).isEqualTo(frozen.digest());
        ListRecord kept = ListRecordCodec.decode(record);
        assertThat(ListRecordCodec.encode(kept)).isEqualTo(record);
        assertThat(kept.entries()).hasSize(2);
        assertThat(kept.candidates()).hasSize(frozen.candidates());
    }

    @Test
    void whatIsJudgedFromAnotherRecordComesOutOtherwise() {
        ShortListView frozen = freeze(20);
        ListRecord kept = ListRecordCodec.decode(
                get(frozen, "/record", "en").response().body().getBytes(StandardCharsets.UTF_8));
        assertThat(recommending.again(kept)).isEqualTo(kept.entries());
        assertThat(recommending.again(with(
                        kept,
                        kept.rates(),
                        kept.zones(),
                        one -> new Considered(one.score() + 5, one.coverage(), one.offer()))))
                .isNotEqualTo(kept.entries());
        // neither the thesaurus nor the rates nor the time zones of today are asked
        assertThat(recommending.again(with(
                        kept,
                        kept.rates(),
                        kept.zones(),
                        one -> new Considered(one.score(), Coverage.NONE, one.offer()))))
                .isNotEqualTo(kept.entries());
        ExchangeRates other = new ExchangeRates("2026-11-26", Map.of("USD", BigDecimal.ONE, "CNY", BigDecimal.TEN));
        assertThat(recommending.again(with(kept, other, kept.zones(), one -> one)))
                .isNotEqualTo(kept.entries());
        assertThat(kept.zones().byPlace())
                .containsOnlyKeys("CNSHA", "KZ")
                .containsEntry("CNSHA", List.of("Asia/Shanghai"));
        assertThat(recommending.again(with(kept, kept.rates(), KeptZones.NONE, one -> one)))
                .isNotEqualTo(kept.entries());
    }

    @Test
    void aRecordOfBeforeSomeFactsWereKeptIsJudgedWithoutThem() {
        ShortListView frozen = freeze(20);
        String record = get(frozen, "/record", "en").response().body();
        ListRecord kept = ListRecordCodec.decode(record.getBytes(StandardCharsets.UTF_8));
        assertThat(kept.candidates())
                .anyMatch(one -> Integer.valueOf(40).equals(one.offer().leadTimeDays()));

        ListRecord older = ListRecordCodec.decode(record.replaceAll("\"(leadTimeDays|start|size)\":[^,}]+,", "")
                .replaceAll("\"zones\":\\{\"byPlace\":[^}]*}},", "")
                .getBytes(StandardCharsets.UTF_8));

        assertThat(older.demand().start()).isNull();
        assertThat(older.zones()).isEqualTo(KeptZones.NONE);
        assertThat(older.candidates()).allMatch(one -> one.offer().leadTimeDays() == null);
        assertThat(recommending.again(kept)).isEqualTo(kept.entries());
        assertThat(recommending.again(older)).hasSameSizeAs(kept.entries()).isNotEqualTo(kept.entries());
    }

    private static ListRecord with(
            ListRecord kept, ExchangeRates rates, KeptZones zones, UnaryOperator<Considered> changed) {
        return new ListRecord(
                kept.judgedAt(),
                kept.words(),
                rates,
                zones,
                kept.ranking(),
                kept.arranging(),
                kept.demand(),
                kept.candidates().stream().map(changed).toList(),
                kept.entries());
    }

    @Test
    void aRecordThatWasChangedIsNoticed() {
        ShortListView frozen = freeze(20);
        ShortListView shorter = freeze(1);
        database.sql("UPDATE short_list SET record = (SELECT record FROM short_list WHERE id = $2) WHERE id = $1")
                .bind(0, frozen.id())
                .bind(1, shorter.id())
                .then()
                .block();

        JsonNode again = get(frozen, "/reproduction", "en").json();

        assertThat(again.path("intact").asBoolean()).isFalse();
    }

    @Test
    void isFrozenOnceForAKeyAndListedPageByPage() {
        String key = UUID.randomUUID().toString();
        Http.Answer first = post(body(buyer, 20), key);
        Http.Answer again = post(body(buyer, 20), key);
        ShortListView second = freeze(1);

        assertThat(first.status()).as(first.response().body()).isEqualTo(201);
        assertThat(again.json()).isEqualTo(first.json());
        String id = first.json().path("id").asString();
        assertThat(first.header("Location")).endsWith("short-lists/" + id);
        JsonNode page = http.get("/demands/" + demand + "/short-lists?limit=1").json();
        assertThat(page.at("/items/0/id").asString()).isEqualTo(id);
        String next = page.path("next").asString();
        JsonNode rest = http.get("/demands/" + demand + "/short-lists?limit=1&after=" + next)
                .json();
        assertThat(rest.at("/items/0/id").asString()).isEqualTo(second.id().toString());
        assertThat(rest.path("items")).hasSize(1);
        assertThat(rest.path("next").isNull() || rest.path("next").isMissingNode())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'buyer':'00000000-0000-7000-8000-000000000000'} | buyer",
                "{'buyer':'SCHEME'} | buyer",
                "{} | buyer",
                "{'buyer':'%s','limit':0} | limit",
                "{'buyer':'%s','limit':51} | limit",
                "{'buyer':'%s','limit':'many'} | limit",
                "{'buyer':'%s','colour':1} | colour"
            })
    void whatIsWrongIsNamed(String said, String field) {
        Http.Answer answer =
                post(said.replace('\'', '"').formatted(buyer), UUID.randomUUID().toString());

        assertThat(answer.status()).as(answer.response().body()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/field").asString())
                .as(answer.response().body())
                .isEqualTo(field);
    }

    @Test
    void whatIsUnknownIsNotFound() {
        ShortListView frozen = freeze(1);
        UUID other = UUID.randomUUID();

        assertThat(http.send(
                                "POST",
                                "/demands/" + other + "/short-lists",
                                body(buyer, 1),
                                "Idempotency-Key",
                                UUID.randomUUID().toString())
                        .status())
                .isEqualTo(404);
        for (String what : List.of("", "/record", "/reproduction")) {
            assertThat(http.get("/demands/" + demand + "/short-lists/" + other + what)
                            .status())
                    .isEqualTo(404);
            assertThat(http.get("/demands/" + other + "/short-lists/" + frozen.id() + what)
                            .status())
                    .isEqualTo(404);
        }
        assertThat(http.get("/demands/" + demand + "/short-lists/x").status()).isEqualTo(400);
    }

    private ShortListView freeze(int limit) {
        Http.Answer answer = post(body(buyer, limit), UUID.randomUUID().toString());
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(201);
        return http.get("/demands/" + demand + "/short-lists/"
                        + answer.json().path("id").asString())
                .as(FrozenShortListView.class)
                .frozen();
    }

    private static String body(UUID buyer, int limit) {
        return "{\"buyer\":\"" + buyer + "\",\"limit\":" + limit + "}";
    }

    private Http.Answer post(String body, String key) {
        return http.send("POST", "/demands/" + demand + "/short-lists", body, "Idempotency-Key", key);
    }

    private Http.Answer get(ShortListView frozen, String what, String language) {
        return http.get("/demands/" + demand + "/short-lists/" + frozen.id() + what, "Accept-Language", language);
    }

    private JsonNode read(ShortListView frozen, String language) {
        return get(frozen, "", language).json();
    }

    private JsonNode matches(String language) {
        return http.get("/demands/" + demand + "/matches", "Accept-Language", language)
                .json();
    }

    private void publish(String title, String summary, String more) {
        UUID provider = UUID.randomUUID();
        market.put(organization(provider, 1, "Provider", Verification.identifier, "{'city':'CNSHA'}"));
        offers.add(market.offer(provider, "zh", title, summary, more));
    }
}
