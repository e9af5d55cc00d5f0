package org.shuqiao.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.shuqiao.local.server.Server;

/** Elasticsearch is dead: reads say when to come again, writes go on, and the index catches up. */
@ExtendWith(SharedSystem.class)
class ElasticsearchOutageTest {
    private static final int OFFERS = 20;

    private final RunningSystem system;
    private final Door door;
    private final Market market;
    private final Stores stores;

    ElasticsearchOutageTest(RunningSystem system) {
        this.system = system;
        this.door = system.door();
        this.market = new Market(door);
        this.stores = system.stores();
    }

    @Test
    @Timeout(240)
    void readsSayWhenToComeAgainAndTheIndexCatchesUp() throws Exception {
        String provider = market.provider();
        Map<String, Long> deadBefore = stores.deadLetters();
        String word = Market.word();
        String before = market.publish(Market.line(provider, "before", "库存管理 " + word));
        Eventually.within(Duration.ofSeconds(20), "searchable", () -> market.finds(word, before));

        system.kill(Server.ELASTICSEARCH);
        try {
            for (int i = 0; i < OFFERS; i++) {
                market.publish(Market.line(provider, "dead-" + i, "库存管理"));
                assertUnavailable("/api/offers?q=wms");
                assertUnavailable("/api/demands?q=wms");
                assertUnavailable("/api/offers/" + before + "/matches");
            }
            door.get("/api/offers/" + before).is(200);
        } finally {
            system.restart(Server.ELASTICSEARCH);
        }

        Duration answers = Eventually.within(
                Duration.ofSeconds(60),
                "searches answer",
                () -> door.get("/api/offers?q=wms").status() == 200);
        Map<String, Long> kept = stores.publishedOffersOf(provider);
        assertThat(kept).hasSize(OFFERS + 1);
        Duration found = Eventually.within(
                Duration.ofSeconds(90),
                "the index has what is kept",
                () -> stores.indexedOffersOf(provider).equals(kept));
        assertThat(stores.deadLetters()).isEqualTo(deadBefore);
        System.out.printf(
                Locale.ROOT,
                "Elasticsearch killed: %d offers published, %d reads said 503; searches answer %.1f s after its return,"
                        + " the index is equal %.1f s later%n",
                OFFERS,
                3 * OFFERS,
                answers.toMillis() / 1e3,
                found.toMillis() / 1e3);
    }

    private void assertUnavailable(String path) {
        door.get(path).isProblem(503).sayingWhenToComeAgain();
    }
}
