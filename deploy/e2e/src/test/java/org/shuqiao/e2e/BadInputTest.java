package org.shuqiao.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whatever a caller sends wrong, the answer is a problem that names it. */
@ExtendWith(SharedSystem.class)
@Timeout(60)
class BadInputTest {
    private static String knownProvider = "";

    private final Door door;
    private final Market market;

    BadInputTest(RunningSystem system) {
        this.door = system.door();
        this.market = new Market(door);
    }

    @BeforeEach
    void registerOnce() {
        if (knownProvider.isEmpty()) {
            knownProvider = market.provider();
        }
    }

    @Test
    void namesAWrongSocialCreditCode() {
        String right = Market.uscc();
        char last = right.charAt(17);
        String wrong = right.substring(0, 17) + (last == '7' ? '8' : '7');

        Answer answer = market.register(Market.provider(wrong)).isProblem(400).naming("identifiers[0].id");

        assertThat(answer.toString()).contains(wrong);
    }

    @Test
    void namesAnUnknownField() {
        String offer = Market.line(knownProvider, "bad", "库存").replaceFirst("\"area\"", "\"colour\":\"red\",\"area\"");

        draft(offer).isProblem(400).naming("colour");
    }

    @Test
    void namesAnUnknownFieldDeepInside() {
        String offer = Market.line(knownProvider, "bad", "库存")
                .replaceFirst("\"area\"", "\"price\":{\"min\":\"1\",\"currency\":\"USD\",\"vat\":1},\"area\"");

        draft(offer).isProblem(400).naming("price.vat");
    }

    @Test
    void namesATitleOfThreeMegabytes() {
        draft(Market.line(knownProvider, "bad", "库".repeat(1 << 20)))
                .isProblem(413)
                .namingWithin("title");
    }

    @Test
    void namesATitleThatIsTooLong() {
        draft(Market.line(knownProvider, "bad", "库".repeat(301))).isProblem(400).namingWithin("title");
        draft(Market.line(knownProvider, "bad", "库".repeat(300_000)))
                .isProblem(400)
                .namingWithin("title");
    }

    @Test
    void refusesALineOfThreeMegabytesAndTakesTheLineAfterIt() {
        String body = Market.line(knownProvider, "long", "库".repeat(1 << 20)) + "\n"
                + Market.line(knownProvider, "after-long", "库存") + "\n";

        Answer summary = door.post(
                        "/api/offers/imports",
                        body.getBytes(StandardCharsets.UTF_8),
                        "application/x-ndjson",
                        "Idempotency-Key",
                        Market.key())
                .is(200);

        assertThat(summary.json().path("refused").asInt()).isEqualTo(1);
        assertThat(summary.json().path("created").asInt()).isEqualTo(1);
        String id = summary.json().path("id").asString();
        assertThat(door.get("/api/imports/" + id + "/report")
                        .is(200)
                        .json()
                        .path("line")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void namesTheFieldWithBrokenUtf8() {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] offer = Market.line(knownProvider, "bad", "库存").getBytes(StandardCharsets.UTF_8);
        int cut = new String(offer, StandardCharsets.ISO_8859_1).indexOf("\"zh\":\"") + 7;
        body.write(offer, 0, cut);
        body.write(0xff);
        body.write(0xfe);
        body.write(offer, cut, offer.length - cut);

        door.post("/api/offers", body.toByteArray(), "application/json", "Idempotency-Key", Market.key())
                .isProblem(400)
                .namingWithin("title");
    }

    @Test
    void namesTheEndOfMalformedJson() {
        draft("{\"provider\": \"" + knownProvider + "\", \"title\": ")
                .isProblem(400)
                .naming("title");
    }

    @Test
    void refusesTheVersionOfYesterday() {
        Answer draft = draft(Market.line(knownProvider, "version-" + UUID.randomUUID(), "库存"));
        String path = "/api/offers/" + draft.is(201).json().path("id").asString();
        String yesterday = draft.etag();
        String revised = Market.line(knownProvider, "version-" + UUID.randomUUID(), "新库存");
        door.put(path, revised, "If-Match", yesterday).is(200);

        door.put(path, revised, "If-Match", yesterday).isProblem(412).naming("If-Match");
        door.put(path, revised).isProblem(428).naming("If-Match");
        door.put(path, revised, "If-Match", "yesterday").isProblem(400).naming("If-Match");
    }

    @Test
    void refusesAKeyThatCameWithAnotherBody() {
        String key = Market.key();
        String offer = Market.line(knownProvider, "key-" + UUID.randomUUID(), "库存");
        Answer first = door.post("/api/offers", offer, "Idempotency-Key", key).is(201);

        Answer again = door.post("/api/offers", offer, "Idempotency-Key", key).is(201);
        assertThat(again.json().path("id")).isEqualTo(first.json().path("id"));
        door.post("/api/offers", offer.replace("库存", "退货"), "Idempotency-Key", key)
                .isProblem(422)
                .naming("Idempotency-Key");
        door.post("/api/offers", offer).isProblem(400).naming("Idempotency-Key");
    }

    @Test
    void namesACursorThatIsNone() {
        door.get("/api/organizations/" + knownProvider + "/offers?after=yesterday")
                .isProblem(400)
                .naming("after");
        door.get("/api/offers?q=wms&after=yesterday").isProblem(400).naming("after");
    }

    @Test
    void namesAnUnknownParameter() {
        door.get("/api/offers?colour=red").isProblem(400).naming("colour");
    }

    @Test
    void namesAWrongContentType() {
        byte[] offer = Market.line(knownProvider, "bad", "库存").getBytes(StandardCharsets.UTF_8);

        door.post("/api/offers", offer, "text/plain", "Idempotency-Key", Market.key())
                .isProblem(415)
                .naming("Content-Type");
        door.post("/api/offers/imports", offer, "application/pdf", "Idempotency-Key", Market.key())
                .isProblem(415)
                .naming("Content-Type");
    }

    @Test
    void namesAnIdInThePathThatIsNone() {
        door.get("/api/offers/not-a-uuid").isProblem(400).naming("id");
        door.get("/api/demands/not-a-uuid/matches").isProblem(400).naming("id");
        door.get("/api/organizations/not-a-uuid").isProblem(400).naming("id");
    }

    @Test
    void saysThatThereIsNothing() {
        door.get("/api/offers/" + UUID.randomUUID()).isProblem(404).naming("id");
        door.get("/api/feed/offers").isProblem(404);
        door.get("/api/actuator/health").isProblem(404);
    }

    @Test
    void namesAProviderThatIsNotRegistered() {
        draft(Market.line(UUID.randomUUID().toString(), "bad", "库存"))
                .isProblem(400)
                .naming("provider");
    }

    @Test
    void refusesABuyerAsProvider() {
        draft(Market.line(market.buyer(), "bad", "库存")).isProblem(409).naming("provider");
    }

    private Answer draft(String offer) {
        return door.post("/api/offers", offer, "Idempotency-Key", Market.key());
    }
}
