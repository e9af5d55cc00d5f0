package org.shuqiao.e2e;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/** The people of the market and what they publish, through the gateway. */
record Market(Door door) {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    /** A registered provider from Shanghai. */
    String provider() {
        return register(provider(uscc())).is(201).json().path("id").asString();
    }

    /** A registered buyer from Almaty. */
    String buyer() {
        return register("""
                {"legalName": {"original": "ru", "values": {"ru": "ТОО «Степной склад» (вымышленное)"}},
                 "identifiers": [{"scheme": "E2E", "id": "%s"}], "roles": ["buyer"],
                 "city": "KZALA", "markets": ["KZ"], "languages": ["ru", "kk"]}
                """.formatted(UUID.randomUUID()))
                .is(201)
                .json()
                .path("id")
                .asString();
    }

    Answer register(String organization) {
        return door.post("/api/organizations", organization, "Idempotency-Key", key());
    }

    static String provider(String uscc) {
        return """
                {"legalName": {"original": "zh", "values": {"zh": "上海渡口仓储软件有限公司（虚构）"}},
                 "identifiers": [{"scheme": "CN-USCC", "id": "%s"}], "roles": ["provider"], "size": "50-249",
                 "city": "CNSHA", "zone": "hongqiao", "markets": ["KZ", "UZ"], "languages": ["zh", "ru"],
                 "certificates": [{"name": "ISO/IEC 27001", "body": "虚构认证中心", "validUntil": "2099-12-31"}]}
                """.formatted(uscc);
    }

    /** A new Unified Social Credit Code: its last character makes the weighted sum a multiple of 31 (GB 32100-2015). */
    static String uscc() {
        StringBuilder code = new StringBuilder("91310112");
        ThreadLocalRandom random = ThreadLocalRandom.current();
        while (code.length() < 17) {
            code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            sum += ALPHABET.indexOf(code.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return code.append(ALPHABET.charAt((31 - sum % 31) % 31)).toString();
    }

    /** A line of an import. */
    static String line(String provider, String reference, String title) {
        return """
                {"reference":"%s","provider":"%s","title":{"original":"zh","values":{"zh":"%s"}},"summary":\
                {"original":"zh","values":{"zh":"面向跨境电商仓库的库存与退货管理，按货主分账，支持俄语界面。"}},\
                "area":"cross-border-ecommerce","deliveryModel":"SaaS","languages":["zh","ru"],"dataLocations":["KZ"]}\
                """.formatted(reference, provider, title);
    }

    /** Drafts and publishes an offer, each once, and returns its id. */
    String publish(String offer) {
        Answer draft = door.post("/api/offers", offer, "Idempotency-Key", key()).is(201);
        String id = draft.json().path("id").asString();
        door.command("/api/offers/" + id + "/publish", "If-Match", draft.etag()).is(200);
        return id;
    }

    /** The same as a patient caller does it while things break. */
    String publishPersistently(String offer) {
        String key = key();
        Answer draft = Door.persistently(PATIENCE, () -> door.post("/api/offers", offer, "Idempotency-Key", key))
                .is(201);
        String id = draft.json().path("id").asString();
        Answer published = Door.persistently(
                PATIENCE, () -> door.command("/api/offers/" + id + "/publish", "If-Match", draft.etag()));
        if (published.status() == 412) {
            // an earlier try had done it, only its answer was lost
            Answer now = Door.persistently(PATIENCE, () -> door.get("/api/offers/" + id));
            if (!now.is(200).json().path("status").asString("").equals("published")) {
                throw new AssertionError("not published: " + now);
            }
            return id;
        }
        published.is(200);
        return id;
    }

    /** A word nobody else uses. */
    static String word() {
        return "zq" + Long.toString(System.nanoTime(), 36);
    }

    /** Whether a search for words finds an offer. */
    boolean finds(String words, String offer) {
        return ids(door.get("/api/offers?limit=100&q=" + Door.encoded(words)).is(200))
                .anyMatch(offer::equals);
    }

    private static Stream<String> ids(Answer search) {
        return search.json()
                .path("items")
                .valueStream()
                .map(item -> item.path("id").asString());
    }

    static String key() {
        return "e2e-" + UUID.randomUUID();
    }
}
