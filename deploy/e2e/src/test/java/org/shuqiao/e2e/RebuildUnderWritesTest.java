package org.shuqiao.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.shuqiao.local.service.Service;

/** The index is built anew while offers come in and are asked for: nothing is missing, before, during or after. */
@ExtendWith(SharedSystem.class)
class RebuildUnderWritesTest {
    private static final int OFFERS = 1_500;
    private static final Duration UPLOAD = Duration.ofSeconds(6);

    private final RunningSystem system;
    private final Market market;
    private final Stores stores;
    private final Door searchIndex;

    RebuildUnderWritesTest(RunningSystem system) {
        this.system = system;
        this.market = new Market(system.door());
        this.stores = system.stores();
        this.searchIndex = new Door(system.part(Service.SEARCH_INDEX).address());
    }

    @Test
    @Timeout(240)
    void losesNothingAndIsNotNoticed() throws Exception {
        String provider = market.provider();
        String word = Market.word();
        String known = market.publish(Market.line(provider, "known", "库存管理 " + word));
        Eventually.within(Duration.ofSeconds(20), "searchable", () -> market.finds(word, known));
        String old = stores.indexBehind("offers").orElseThrow();
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < OFFERS; i++) {
            lines.add(Market.line(provider, "rebuild-" + i, "库存管理"));
        }

        AtomicBoolean done = new AtomicBoolean();
        int searches;
        Duration rebuilt;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> searching = threads.submit(() -> {
                int count = 0;
                for (; !done.get(); count++) {
                    assertThat(market.finds(word, known)).as("search " + count).isTrue();
                    system.door().get("/api/offers/" + known + "/matches").is(200);
                }
                return count;
            });
            try {
                Future<Importer.Summary> importing =
                        threads.submit(() -> new Importer(system.door()).send("rebuild-" + provider, lines, UPLOAD));
                Thread.sleep(500);
                searchIndex.post("/actuator/rebuild", "{}").is(202);
                rebuilt = Eventually.within(
                        Duration.ofSeconds(120), "the rebuild has ended", () -> !state().equals("running"));
                assertThat(importing.get().created()).isEqualTo(OFFERS);
                assertThat(searchIndex
                                .get("/actuator/rebuild")
                                .json()
                                .path("state")
                                .asString(""))
                        .as(searchIndex.get("/actuator/rebuild").toString())
                        .isEqualTo("completed");
                Map<String, Long> kept = stores.publishedOffersOf(provider);
                assertThat(kept).hasSize(OFFERS + 1);
                Eventually.within(
                        Duration.ofSeconds(60),
                        "the index has what is kept",
                        () -> stores.indexedOffersOf(provider).equals(kept));
            } finally {
                done.set(true);
            }
            searches = searching.get();
        }

        assertThat(stores.indexBehind("offers")).get().isNotEqualTo(old);
        assertThat(stores.hasIndex(old)).isFalse();
        assertThat(searches).isPositive();
        System.out.printf(
                Locale.ROOT,
                "rebuilt in %.1f s while %d offers were imported; %d searches meanwhile, none empty%n",
                rebuilt.toMillis() / 1e3,
                OFFERS,
                searches);
    }

    private String state() {
        return searchIndex.get("/actuator/rebuild").is(200).json().path("state").asString("");
    }
}
