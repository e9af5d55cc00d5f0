package org.shuqiao.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.shuqiao.local.service.Service;
import tools.jackson.databind.JsonNode;

/**
 * An operator adds a concept while the system runs: a Chinese offer and a Russian demand that share nothing else meet. What
 * buyers correct makes further words mean it.
 */
@ExtendWith(SharedSystem.class)
class ThesaurusGrowsTest {
    private static final Duration SECONDS = Duration.ofSeconds(30);
    private static final Duration REBUILT = Duration.ofSeconds(120);
    private static final String CONCEPT = "shadow-theatre-night-tour";
    private static final String ZH = "皮影戏夜游";
    private static final String RU = "ночной театр теней";
    private static final String UNKNOWN = "вечерние силуэты";

    private static final String OFFER = """
            {"provider": "%s", "title": {"original": "zh", "values": {"zh": "%s"}},
             "summary": {"original": "zh", "values": {"zh": "%s"}}}
            """;
    private static final String DEMAND = """
            {"buyer": "%s", "kind": "purchase", "title": {"original": "ru", "values": {"ru": "%s"}},
             "problem": {"original": "ru", "values": {"ru": "%s"}}}
            """;
    private static final String PROPOSAL = """
            {"reason": "Buyers from Almaty ask for it and nobody finds who has it.",
             "addition": {"kind": "concept", "concept": "%s", "broader": ["digital-content"],
                          "labels": {"zh": ["%s"], "en": ["shadow theatre night tour"], "ru": ["%s"]}}}
            """;

    private static final String CORRECTION = """
            {"organization": "%s", "language": "ru", "words": "вечерние силуэты", "concept": "shadow-theatre-night-tour",
             "kind": "added", "context": "Нужны вечерние силуэты для гостей города."}
            """;

    private final RunningSystem system;
    private final Door door;
    private final Market market;
    private final Door listing;
    private final Door otherListing;

    ThesaurusGrowsTest(RunningSystem system) {
        this.system = system;
        this.door = system.door();
        this.market = new Market(door);
        this.listing = new Door(system.part(Service.LISTING).address());
        this.otherListing = new Door(system.relay().address());
    }

    @Test
    @Timeout(300)
    void bringsTogetherWhatOnlyTheNewConceptConnects() throws Exception {
        String provider = market.provider();
        String offer = market.publish(OFFER.formatted(provider, ZH, ZH));
        String demand = publishedDemand(RU);
        Eventually.within(SECONDS, "the offer is found", () -> isFound(offer));
        Eventually.within(
                SECONDS,
                "the demand has a list",
                () -> door.get("/api/demands/" + demand + "/matches").status() == 200);
        // until then it is no nearer to the demand than the rest of the market, and need not be on its list
        assertThat(sharedConcepts(demand, offer)).isNotEqualTo(RU + " – " + ZH);

        AtomicBoolean done = new AtomicBoolean();
        Duration met;
        int answers;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> reading = threads.submit(() -> {
                int count = 0;
                for (; !done.get(); count++) {
                    door.get("/api/demands/" + demand + "/matches").is(200);
                    door.get("/api/offers?limit=1").is(200);
                }
                return count;
            });
            try {
                publishConcept();
                otherListing.get("/concepts/" + CONCEPT).is(200);
                met = Eventually.within(
                        REBUILT,
                        "both are about the concept",
                        () -> sharedConcepts(demand, offer).equals(RU + " – " + ZH));
            } finally {
                done.set(true);
            }
            answers = 2 * reading.get();
        }
        System.out.printf(
                Locale.ROOT, "concept published -> match: %d ms, %d answers meanwhile%n", met.toMillis(), answers);
        assertThat(door.get("/api/concepts/" + CONCEPT + "?language=ru")
                        .is(200)
                        .json()
                        .at("/labels/ru/preferred")
                        .asString(""))
                .isEqualTo(RU);

        system.part(Service.SEARCH_INDEX).restart();
        // of another provider: the same offer of the same one would be one entry with the first
        String later = market.publish(OFFER.formatted(market.provider(), ZH, ZH));
        Eventually.within(
                REBUILT,
                "an offer published after a restart is about it too",
                () -> sharedConcepts(demand, later).equals(RU + " – " + ZH));
        correctionsTeach(later);
    }

    /** Two buyers say what their words mean, an operator agrees, and demands in these words are about it. */
    private void correctionsTeach(String offer) throws InterruptedException {
        String demand = publishedDemand(UNKNOWN);
        assertThat(understood("")).doesNotContain(CONCEPT);
        assertThat(understood(",\"corrections\":[{\"words\":\"" + UNKNOWN + "\",\"concept\":\"" + CONCEPT
                        + "\",\"kind\":\"added\"}]"))
                .contains(CONCEPT);
        for (int i = 0; i < 2; i++) {
            door.post("/api/corrections", CORRECTION.formatted(market.buyer()), "Idempotency-Key", Market.key())
                    .is(201);
        }
        JsonNode group = listing.get("/corrections/groups?organizations=2")
                .is(200)
                .json()
                .at("/items/0");
        assertThat(group.path("words").asString()).isEqualTo(UNKNOWN);
        listing.post(
                        "/corrections/groups/" + group.path("id").asString() + "/accept",
                        "{\"reason\": \"Both mean it.\"}",
                        "If-Match",
                        "\"1\"")
                .is(200);

        Duration met = Eventually.within(
                REBUILT,
                "the corrected words are about it",
                () -> sharedConcepts(demand, offer).equals(RU + " – " + ZH));
        System.out.printf(Locale.ROOT, "correction accepted -> match: %d ms%n", met.toMillis());
        assertThat(understood("")).contains(CONCEPT);
    }

    private String understood(String corrections) {
        return door.post("/api/understandings", "{\"text\":\"" + UNKNOWN + "\",\"language\":\"ru\"" + corrections + "}")
                .is(200)
                .json()
                .path("concepts")
                .toString();
    }

    @Test
    void onlyAnOperatorGetsThere() {
        door.post("/api/concepts/proposals", PROPOSAL.formatted("x", "甲乙", "икс"), "Idempotency-Key", Market.key())
                .is(404);
        door.get("/api/concepts/proposals").is(404);
        door.get("/api/corrections/groups").is(404);
    }

    private void publishConcept() {
        Answer proposed = listing.post(
                        "/concepts/proposals", PROPOSAL.formatted(CONCEPT, ZH, RU), "Idempotency-Key", Market.key())
                .is(201);
        String id = proposed.json().path("id").asString();
        listing.command("/concepts/proposals/" + id + "/publish", "If-Match", proposed.etag())
                .is(200);
    }

    private String publishedDemand(String text) {
        Answer draft = door.post(
                        "/api/demands", DEMAND.formatted(market.buyer(), text, text), "Idempotency-Key", Market.key())
                .is(201);
        String id = draft.json().path("id").asString();
        door.command("/api/demands/" + id + "/publish", "If-Match", draft.etag())
                .is(200);
        return id;
    }

    private boolean isFound(String offer) {
        Answer answer = door.get("/api/offers?q=" + URLEncoder.encode(ZH, StandardCharsets.UTF_8));
        return answer.status() == 200
                && answer.json()
                        .path("items")
                        .valueStream()
                        .anyMatch(found -> found.path("id").asString("").equals(offer));
    }

    /** What the short list says demand and offer are both about. */
    private String sharedConcepts(String demand, String offer) {
        for (JsonNode match : door.get("/api/demands/" + demand + "/matches?limit=100")
                .is(200)
                .json()
                .path("matches")) {
            if (match.path("offerId").asString("").equals(offer)) {
                for (JsonNode reason : match.at("/reasons/buyer")) {
                    if (reason.path("feature").asString("").equals("conceptsShared")) {
                        return reason.path("details").path(0).asString("");
                    }
                }
            }
        }
        return "";
    }
}
