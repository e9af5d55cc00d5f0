package org.shuqiao.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** From two published texts to a short list with reasons, through the gateway only. */
@ExtendWith(SharedSystem.class)
class MainJourneyTest {
    private static final Duration SECONDS = Duration.ofSeconds(20);

    private static final String OFFER = """
            {"provider": "%s",
             "title": {"original": "zh", "values": {"zh": "跨境电商仓储管理系统（WMS）"}},
             "summary": {"original": "zh", "values": {"zh": "面向责任保管仓库的库存管理软件：按货主核算、退货处理、对接各电商平台与快递公司，俄语界面，数据可存放在哈萨克斯坦。"}},
             "features": [{"original": "zh", "values": {"zh": "按货主核算库存"}}],
             "area": "cross-border-ecommerce", "deliveryModel": "SaaS",
             "classification": [{"scheme": "CPV", "id": "48430000"}],
             "price": {"min": "1200", "max": "2500", "currency": "USD", "unit": "warehouse", "interval": "month"},
             "languages": [%s], "supportLevels": ["24x7"], "dataLocations": ["CN", "KZ"],
             "standards": [{"name": "ISO/IEC 27001", "by": "虚构认证中心", "on": "2026-01-21"}],
             "targetMarkets": ["KZ", "UZ"], "partnershipSought": ["customer"]}
            """;
    private static final String DEMAND = """
            {"buyer": "%s", "kind": "purchase",
             "title": {"original": "ru", "values": {"ru": "WMS для склада ответственного хранения в Алматы"}},
             "problem": {"original": "ru", "values": {"ru": "Мы храним товары 46 интернет-магазинов. Нужна система управления складом с учётом по владельцам, обработкой возвратов и русским интерфейсом."}},
             "area": "cross-border-ecommerce", "classification": [{"scheme": "CPV", "id": "48430000"}],
             "essentials": [{"kind": "language", "value": "ru"}, {"kind": "standard", "value": "ISO/IEC 27001"}],
             "niceToHaves": [{"kind": "data-location", "value": "KZ"}],
             "budget": {"min": "1000", "max": "3000", "currency": "USD"},
             "place": {"country": "KZ", "city": "KZALA"}, "languages": ["ru"]}
            """;

    private final Door door;
    private final Market market;

    MainJourneyTest(RunningSystem system) {
        this.door = system.door();
        this.market = new Market(door);
    }

    @Test
    @Timeout(120)
    void leadsFromTwoPublishedTextsToAShortListWithReasons() throws InterruptedException {
        String provider = market.provider();
        String buyer = market.buyer();
        String fitting = market.publish(OFFER.formatted(provider, "\"zh\", \"ru\""));
        String withoutRussian = market.publish(OFFER.formatted(provider, "\"zh\", \"en\""));
        Answer draft = door.post("/api/demands", DEMAND.formatted(buyer), "Idempotency-Key", Market.key())
                .is(201);
        String demand = draft.json().path("id").asString();
        door.command("/api/demands/" + demand + "/publish", "If-Match", draft.etag())
                .is(200);

        Duration listed = Eventually.within(
                SECONDS,
                "the buyer has a short list",
                () -> shortList(demand)
                        .anyMatch(match -> match.path("offerId").asString("").equals(fitting)));
        System.out.printf(Locale.ROOT, "demand published -> short list: %d ms%n", listed.toMillis());

        JsonNode match = shortList(demand)
                .filter(one -> one.path("offerId").asString("").equals(fitting))
                .findFirst()
                .orElseThrow();
        assertThat(match.path("score").asDouble()).isBetween(0.01, 1.0);
        assertThat(match.path("providerName")
                        .path("values")
                        .path("zh")
                        .path("value")
                        .asString(""))
                .contains("上海渡口");
        assertThat(messages(match.path("reasons").path("buyer"))).isNotEmpty().doesNotContain("");
        assertThat(messages(match.path("reasons").path("provider")))
                .isNotEmpty()
                .doesNotContain("");
        assertThat(match.path("reasons").path("buyer").valueStream()).anySatisfy(reason -> {
            assertThat(reason.path("feature").asString("")).isEqualTo("mustHave");
            assertThat(reason.path("state").asString("")).isEqualTo("met");
            assertThat(reason.path("message").asString("")).contains("ISO/IEC 27001");
        });

        Eventually.within(
                SECONDS,
                "the buyer sees what its must-have excluded",
                () -> excluded(demand)
                        .anyMatch(one -> one.path("offerId").asString("").equals(withoutRussian)));
        JsonNode excluded = excluded(demand)
                .filter(one -> one.path("offerId").asString("").equals(withoutRussian))
                .findFirst()
                .orElseThrow();
        assertThat(messages(excluded.path("unmet"))).anyMatch(message -> message.contains("Russian"));
        assertThat(shortList(demand).map(one -> one.path("offerId").asString("")))
                .doesNotContain(withoutRussian);

        Eventually.within(
                SECONDS,
                "the provider sees the demand it could win",
                () -> door.get("/api/offers/" + fitting + "/matches")
                        .is(200)
                        .json()
                        .path("matches")
                        .valueStream()
                        .anyMatch(one -> one.path("demandId").asString("").equals(demand)));
        Eventually.within(SECONDS, "a search finds the offer", () -> market.finds("仓储管理系统", fitting));

        Answer now = door.get("/api/offers/" + fitting).is(200);
        door.command("/api/offers/" + fitting + "/pause", "If-Match", now.etag())
                .is(200);
        Eventually.within(
                SECONDS,
                "the paused offer is gone from the short list",
                () -> shortList(demand)
                        .noneMatch(one -> one.path("offerId").asString("").equals(fitting)));
        Eventually.within(SECONDS, "the paused offer is gone from the search", () -> !market.finds("仓储管理系统", fitting));
    }

    @Test
    @Timeout(120)
    void publishedIsSoonSearchable() throws InterruptedException {
        String provider = market.provider();
        List<Long> millis = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            String word = Market.word();
            String id = market.publish(Market.line(provider, "soon-" + i, "库存管理 " + word));
            millis.add(Eventually.within(SECONDS, "searchable", () -> market.finds(word, id))
                    .toMillis());
        }
        Collections.sort(millis);
        System.out.printf(
                Locale.ROOT,
                "published -> searchable over %d offers: median %d ms, longest %d ms%n",
                millis.size(),
                millis.get(millis.size() / 2),
                millis.getLast());
        assertThat(millis).hasSize(12);
    }

    private Stream<JsonNode> shortList(String demand) {
        return matches(demand).path("matches").valueStream();
    }

    private Stream<JsonNode> excluded(String demand) {
        return matches(demand).path("excluded").valueStream();
    }

    private JsonNode matches(String demand) {
        return door.get("/api/demands/" + demand + "/matches").is(200).json();
    }

    private static List<String> messages(JsonNode reasons) {
        return reasons.valueStream()
                .map(reason -> reason.path("message").asString(""))
                .toList();
    }
}
